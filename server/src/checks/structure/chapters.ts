import { Derived } from '../../syntax/derived.js';
import type { SyntaxNode, SyntaxTree } from '../../syntax/tree.js';

/** How a text is divided. */
export interface Division {
  readonly parts: readonly SyntaxNode[];
  readonly chapters: readonly SyntaxNode[];
  readonly sections: readonly SyntaxNode[];
  readonly articles: readonly SyntaxNode[];
}

const known = new Derived<Division>();

/** The parts, chapters, sections and articles of the main instrument. */
export function divisionOf(tree: SyntaxTree): Division {
  let division = known.get(tree);
  if (!division) {
    const parts: SyntaxNode[] = [];
    const chapters: SyntaxNode[] = [];
    const sections: SyntaxNode[] = [];
    const articles: SyntaxNode[] = [];
    const visit = (node: SyntaxNode): void => {
      for (const child of node.children) {
        if (child.kind === 'article') articles.push(child);
        else if (
          child.kind === 'part' ||
          child.kind === 'subpart' ||
          child.kind === 'chapter' ||
          child.kind === 'section'
        ) {
          (child.kind === 'chapter' ? chapters : child.kind === 'section' ? sections : parts).push(child);
          visit(child);
        }
      }
    };
    visit(tree.root);
    known.set(tree, (division = { parts, chapters, sections, articles }));
  }
  return division;
}
