import { UNIT_OF_CHARACTER } from '../../citations/coordinates.js';
import { RESIDUE, SPACE } from '../../syntax/line.js';
import { parseNumeral } from '../../syntax/numerals.js';
import type { NodeKind } from '../../syntax/structure.js';
import type { SyntaxNode } from '../../syntax/tree.js';

/** A line of the table of contents, or a heading of the body, as far as the two have to agree. */
export interface Heading {
  readonly node: SyntaxNode;
  readonly kind: NodeKind;
  readonly number: string;
  /** The name without layout: no spaces, no page number, brackets and punctuation of one width. */
  readonly name: string;
}

const MARK = /^第(.+?)(分编|编|章|节)$/;
const LAYOUT = new RegExp(`[${SPACE}]|${RESIDUE}`, 'g');
/** Dots that lead to a page number, and the number. */
const PAGE = /(?:[.·・。…⋯_—–\-]*[（(]?\d+[)）]?|[.·・…⋯_—–\-]+)$/;

/** The numbered entries of a table of contents; others (序言, 附件) repeat no heading that has a number. */
export function entriesOf(contents: SyntaxNode): Heading[] {
  return contents.children.flatMap((node) => {
    const match = MARK.exec(node.label.replace(LAYOUT, ''));
    const kind = UNIT_OF_CHARACTER[match?.[2] ?? ''];
    const value = parseNumeral(match?.[1] ?? '').value;
    return kind ? [{ node, kind, number: Number.isNaN(value) ? '' : String(value), name: nameOf(node, true) }] : [];
  });
}

/** The headings of a body, in text order. */
export function headingsOf(root: SyntaxNode): Heading[] {
  const headings: Heading[] = [];
  const visit = (node: SyntaxNode): void => {
    for (const child of node.children) {
      const { kind } = child;
      if (kind !== 'part' && kind !== 'subpart' && kind !== 'chapter' && kind !== 'section') continue;
      // 一、 above articles is a heading that tables of contents do not have.
      if (child.label.startsWith('第')) {
        headings.push({ node: child, kind, number: child.number, name: nameOf(child, false) });
      }
      visit(child);
    }
  };
  visit(root);
  return headings;
}

function nameOf(node: SyntaxNode, isEntry: boolean): string {
  const { start, end } = node.body;
  const name = node.tree.text.slice(start, end).replace(LAYOUT, '').normalize('NFKC');
  return isEntry ? name.replace(PAGE, '') : name;
}
