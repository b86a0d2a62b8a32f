import { entriesOf, headingsOf } from '../../checks/toc/entries.js';
import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { CitedWords } from '../citedWords.js';
import { EIds } from '../eIds.js';
import { block, inline, Markup, type AttributeValues, type Content } from '../markup.js';
import { ownWords } from '../ownWords.js';

/** Writes a citation. */
export type Link = (words: string, mention: Mention, eIds: EIds) => Content;

export interface BodyOptions {
  readonly link: Link;
  /** Whether elements say in `data-line` which line (from 0) they come from. */
  readonly lines: boolean;
}

const SPACE = '\u3000';
const HEADINGS: Readonly<Record<string, string>> = { part: 'h2', subpart: 'h3', chapter: 'h3', section: 'h4' };
const LEVELS: Readonly<Record<string, string>> = { part: '1', subpart: '2', chapter: '3', section: '4' };

/** The words of a document as HTML: sections with the eIds of Akoma Ntoso as anchors, a paragraph for each line. */
export function writeBody(document: RegulationDocument, library: Library, options: BodyOptions): Markup {
  const writer = new BodyWriter(document, new CitedWords(document, library), options);
  return block('main', {}, writer.children(document.tree.root));
}

class BodyWriter {
  private readonly eIds: EIds;

  constructor(
    private readonly document: RegulationDocument,
    private readonly words: CitedWords,
    private readonly options: BodyOptions,
  ) {
    this.eIds = new EIds(document.tree.root);
  }

  children(node: SyntaxNode): Markup[] {
    const written: Markup[] = [];
    const { children } = node;
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      if (!child) break;
      if (child.kind === 'title') {
        // A title that is broken over several lines is one heading.
        let end = index + 1;
        while (children[end]?.kind === 'title') end++;
        written.push(this.title(children.slice(index, end)));
        index = end - 1;
      } else {
        for (const part of this.node(child, node)) written.push(part);
      }
    }
    return written;
  }

  private node(node: SyntaxNode, parent: SyntaxNode): Markup[] {
    const { kind } = node;
    const id = this.eIds.of(node);
    const heading = kind === 'annex' ? 'h2' : HEADINGS[kind];
    if (heading !== undefined) {
      const line = this.line(heading, {}, node, SPACE);
      return [block('section', { class: kind, id }, [...(line ? [line] : []), ...this.children(node)])];
    }
    if (kind === 'contents') return [this.contents(node, parent)];
    if (kind === 'article' || kind === 'clause') return [block('section', { class: kind, id }, this.article(node))];
    const line = this.line('p', { class: kind, id }, node, '');
    // A paragraph that begins with an item has no words of its own, but may be cited.
    return [line ?? inline('span', { id }), ...this.children(node)];
  }

  /** The number stands in front of the first paragraph; of an article that begins with a list, on a line of its own. */
  private article(node: SyntaxNode): Markup[] {
    const number = inline('b', { class: 'number' }, [ownWords(node).number]);
    const gap = node.kind === 'clause' ? '' : SPACE;
    const [first, ...others] = node.children;
    const opening =
      first &&
      this.line('p', { class: first.kind, id: this.eIds.of(first) }, first, '', [number, ...(gap === '' ? [] : [gap])]);
    if (!first || !opening) {
      return [inline('p', { class: 'paragraph', ...this.place(node) }, [number]), ...this.children(node)];
    }
    return [opening, ...this.children(first), ...others.flatMap((child) => this.node(child, node))];
  }

  private title(lines: readonly SyntaxNode[]): Markup {
    const contents = lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [new Markup('<br>')]),
      ownWords(line).number,
      ...this.contentsOf(line),
    ]);
    const [first] = lines;
    return inline('h1', first ? this.place(first) : {}, contents);
  }

  private contents(node: SyntaxNode, root: SyntaxNode): Markup {
    const name = this.line('p', { class: 'name' }, node, '');
    const entries = new Map(entriesOf(node).map((entry) => [entry.node, entry]));
    const headings = headingsOf(root);
    const lines = node.children.map((child) => {
      const entry = entries.get(child);
      // Names come again in another part (总则): each entry takes the next one.
      const index = entry ? headings.findIndex(({ kind, name }) => kind === entry.kind && name === entry.name) : -1;
      const [heading] = index < 0 ? [] : headings.splice(index, 1);
      const eId = heading && this.eIds.of(heading.node);
      const { number } = ownWords(child);
      const words = this.contentsOf(child);
      const all = [number, ...(number !== '' && words.length > 0 ? [SPACE] : []), ...words];
      return inline(
        'p',
        { class: 'entry', 'data-level': LEVELS[entry?.kind ?? ''] ?? '3', ...this.place(child) },
        eId === undefined ? all : [inline('a', { href: `#${eId}` }, all)],
      );
    });
    return block('nav', { class: 'contents' }, [...(name ? [name] : []), ...lines]);
  }

  /** The line that a node begins with; undefined where it has none of its own. */
  private line(
    element: string,
    attributes: AttributeValues,
    node: SyntaxNode,
    gap: string,
    before: readonly Content[] = [],
  ): Markup | undefined {
    const { number, words } = ownWords(node);
    if (number === '' && words.end <= words.start) return undefined;
    const contents = this.contentsOf(node);
    return inline(element, { ...attributes, ...this.place(node) }, [
      ...before,
      ...(number === '' ? [] : [number, contents.length === 0 ? '' : gap]),
      ...contents,
    ]);
  }

  private contentsOf(node: SyntaxNode): Content[] {
    const { link } = this.options;
    return this.words
      .in(ownWords(node).words)
      .map(({ text, mention }) => (mention ? link(text, mention, this.eIds) : text));
  }

  private place(node: SyntaxNode): AttributeValues {
    if (!this.options.lines) return {};
    return { 'data-line': String(this.document.rangeOf(node.selectionRange).start.line) };
  }
}
