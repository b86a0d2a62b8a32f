import { LINE_BREAK } from '../../syntax/line.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { CitedWords } from '../citedWords.js';
import type { EIds } from '../eIds.js';
import { block, empty, inline, type AttributeValues, type Content, type Markup } from '../markup.js';
import { ownWords } from '../ownWords.js';
import type { References } from './references.js';

/** The elements of the hierarchy, by the kinds of nodes. */
const ELEMENTS: Readonly<Record<string, string>> = {
  part: 'part',
  subpart: 'subpart',
  chapter: 'chapter',
  section: 'section',
  article: 'article',
  clause: 'clause',
  paragraph: 'paragraph',
  item: 'point',
  subitem: 'indent',
};

const CONTAINERS: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section']);

/** Writes provisions as elements of the hierarchy, with the citations in their words. */
export class ProvisionWriter {
  constructor(
    readonly eIds: EIds,
    private readonly words: CitedWords,
    private readonly references: References,
  ) {}

  /** The element of a provision; undefined for what is none. */
  provision(node: SyntaxNode): Markup | undefined {
    const name = ELEMENTS[node.kind];
    if (name === undefined) return undefined;
    const { number } = ownWords(node);
    const attributes = { eId: this.eIds.of(node) };
    const num = number === '' ? [] : [inline('num', {}, [number, ...(isAlone(node) ? [empty('eol', {})] : [])])];
    if (CONTAINERS.has(node.kind)) {
      const heading = this.contents(node);
      return block(name, attributes, [
        ...num,
        ...(heading.length === 0 ? [] : [inline('heading', {}, heading)]),
        ...this.children(node),
      ]);
    }
    if (node.kind === 'article' || node.kind === 'clause') {
      const children = this.children(node);
      return block(name, attributes, [...num, ...(children.length === 0 ? [content(this.line(node))] : children)]);
    }
    const listed = this.children(node);
    if (listed.length === 0) return block(name, attributes, [...num, content(this.line(node))]);
    // A list without opening words has no line of its own; an item whose subitems stand below its number has one.
    const hasLine = node.green.headWidth > 0 && node.green.bodyEnd <= node.green.headWidth;
    const intro = hasLine ? [block('intro', {}, [this.line(node)])] : [];
    return block(name, attributes, [
      ...num,
      block('list', { eId: `${attributes.eId ?? ''}__list_1` }, [...intro, ...listed]),
    ]);
  }

  /** The elements of what is in a node. */
  children(node: SyntaxNode): Markup[] {
    return node.children.flatMap((child) => this.provision(child) ?? []);
  }

  /** The node's own words as a block. */
  line(node: SyntaxNode, attributes: AttributeValues = {}): Markup {
    return inline('p', attributes, this.contents(node));
  }

  /** The node's own words, with the references in them. */
  contents(node: SyntaxNode): Content[] {
    return this.words
      .in(ownWords(node).words)
      .map(({ text, mention }) => (mention ? this.references.of(text, mention) : text));
  }
}

/** Whether the number of an article stands on a line of its own, above its words. */
function isAlone({ kind, tree, mark, children: [first] }: SyntaxNode): boolean {
  if ((kind !== 'article' && kind !== 'clause') || !first) return false;
  return tree.text.slice(mark.end, first.range.start).search(LINE_BREAK) >= 0;
}

function content(line: Markup): Markup {
  return block('content', {}, [line]);
}
