import { entriesOf, headingsOf } from '../../checks/toc/entries.js';
import { profileOf } from '../../checks/profile.js';
import type { RegulationDocument } from '../../library/document.js';
import { fileName } from '../../library/files.js';
import type { Library } from '../../library/library.js';
import { annexesOf } from '../../syntax/outline.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { CitedWords } from '../citedWords.js';
import { EIds } from '../eIds.js';
import { block, inline, joined, type Content, type Markup } from '../markup.js';
import { ownWords } from '../ownWords.js';
import { workOf, type Work } from '../work.js';
import { meta } from './meta.js';
import { AKOMA_NTOSO } from './namespace.js';
import { ProvisionWriter } from './provisions.js';
import { References } from './references.js';

/**
 * A document as Akoma Ntoso 3.0: every word of it, its structure, what it cites, and what its history note says of it.
 *
 * @param library where what it cites is looked for
 */
export function writeAkomaNtoso(document: RegulationDocument, library: Library): string {
  const { root } = document.tree;
  const eIds = new EIds(root);
  const words = new CitedWords(document, library);
  const provisions = new ProvisionWriter(eIds, words, new References(document, library, eIds));
  const work = workOf(document, document.title || fileName(document.uri).replace(/\.[^.]*$/, ''));
  const profile = profileOf(document);
  const writer = new DocumentWriter(provisions, work);
  const attachments = annexesOf(document.tree).map((annex) => writer.attachment(annex));
  const isAct = root.children.some(({ kind }) => ACT.has(kind));
  const whole = block(isAct ? 'act' : 'doc', { name: profile ?? (isAct ? 'act' : 'doc') }, [
    meta(work, 'main', profile, true),
    ...writer.front(root),
    writer.body(isAct ? 'body' : 'mainBody', root),
    ...(attachments.length > 0 ? [block('attachments', {}, attachments)] : []),
  ]);
  const outer = block('akomaNtoso', { xmlns: AKOMA_NTOSO }, [whole]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${outer.source}\n`;
}

/** Whose parts have names of their own in an act. */
const ACT: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section', 'article', 'clause']);
const LEVELS: Readonly<Record<string, string>> = { part: '1', subpart: '2', chapter: '3', section: '4' };

/** Writes what an instrument consists of: front matter, body, annexes. */
class DocumentWriter {
  constructor(
    private readonly provisions: ProvisionWriter,
    private readonly work: Work,
  ) {}

  /** Cover, preface and preamble, in the order that the lines have. */
  front(root: SyntaxNode): Markup[] {
    const front = root.children.filter(({ kind }) => !ACT.has(kind) && kind !== 'paragraph' && kind !== 'annex');
    const first = front.findIndex(({ kind }) => kind !== 'cover');
    const prefaceStart = first < 0 ? front.length : first;
    const firstOfPreamble = front.findIndex(({ kind }, index) => index >= prefaceStart && kind === 'preamble');
    const preambleStart = firstOfPreamble < 0 ? front.length : firstOfPreamble;
    const part = (name: string, from: number, to: number): Markup[] => {
      const lines = front.slice(from, to).flatMap((node) => this.frontLine(node, root));
      return lines.length === 0 ? [] : [block(name, {}, lines)];
    };
    return [
      ...part('coverPage', 0, prefaceStart),
      ...part('preface', prefaceStart, preambleStart),
      ...part('preamble', preambleStart, front.length),
    ];
  }

  body(name: 'body' | 'mainBody', root: SyntaxNode): Markup {
    const provisions = this.provisions.children(root);
    return block(name, {}, provisions.length === 0 ? [inline('p', {})] : provisions);
  }

  attachment(annex: SyntaxNode): Markup {
    const { number, words } = ownWords(annex);
    const name = this.provisions.eIds.of(annex) ?? '';
    return block('attachment', { eId: name }, [
      ...(number === '' ? [] : [inline('num', {}, [number])]),
      ...(words.end > words.start ? [inline('heading', {}, this.provisions.contents(annex))] : []),
      block('doc', { name: 'annex' }, [
        meta(this.work, name, undefined, false),
        ...this.front(annex),
        this.body('mainBody', annex),
      ]),
    ]);
  }

  private frontLine(node: SyntaxNode, root: SyntaxNode): Markup[] {
    if (node.kind === 'contents') return this.contents(node, root);
    // A line of the front matter may begin with what looks like a number.
    const words = [ownWords(node).number, ...this.provisions.contents(node)];
    return [inline('p', { class: node.kind }, node.kind === 'title' ? [inline('docTitle', {}, words)] : words)];
  }

  private contents(node: SyntaxNode, root: SyntaxNode): Markup[] {
    const { words } = ownWords(node);
    const name = words.end > words.start ? [this.provisions.line(node, { class: 'contents' })] : [];
    if (node.children.length === 0) return name;
    const headings = headingsOf(root);
    const entries = new Map(entriesOf(node).map((entry) => [entry.node, entry]));
    const items = node.children.map((child) => {
      const entry = entries.get(child);
      // Names come again in another part (总则): each entry takes the next one.
      const index = entry ? headings.findIndex(({ kind, name }) => kind === entry.kind && name === entry.name) : -1;
      const [heading] = index < 0 ? [] : headings.splice(index, 1);
      const eId = heading && this.provisions.eIds.of(heading.node);
      const { number } = ownWords(child);
      const line: Content[] = this.provisions.contents(child);
      return inline('tocItem', { level: LEVELS[entry?.kind ?? ''] ?? '1', href: eId === undefined ? '#' : `#${eId}` }, [
        number,
        ...(number !== '' && line.length > 0 ? ['\u3000'] : []),
        ...line,
      ]);
    });
    return [joined([...name, block('toc', { eId: this.provisions.eIds.of(node) }, items)])];
  }
}
