import type { Problem } from '../checks/check.js';
import { citationsOfInstrument } from '../library/citedArticles.js';
import type { RegulationDocument } from '../library/document.js';
import { isElsewhere } from '../library/elsewhere.js';
import type { Library } from '../library/library.js';
import type { StructureNode } from '../protocol.js';
import { countUpTo } from '../syntax/sorted.js';
import type { SyntaxNode } from '../syntax/tree.js';
import { headingLabel } from './labels.js';
import { subjectOf } from './openingWords.js';
import { namingSpan } from './positions.js';

const SHOWN: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section', 'article', 'annex']);
/** UTF-16 units of an article's text. */
const OPENING_LENGTH = 40;

/** The containers and articles of a text, each article with its problems and with how many places elsewhere cite it. */
export function structureTree(
  library: Library,
  document: RegulationDocument,
  problems: readonly Problem[],
): StructureNode[] {
  const { articles: cited } = citationsOfInstrument(library, document);
  const counted = problems
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ span }) => span.start)
    .sort((a, b) => a - b);
  const before = (offset: number): number => countUpTo(counted, offset - 1);
  const shown = (node: SyntaxNode): StructureNode => {
    const isArticle = node.kind === 'article';
    return {
      kind: node.kind as StructureNode['kind'],
      label: isArticle ? node.label.replace(/\s/g, '') : headingLabel(node),
      opening: isArticle ? subjectOf(node, OPENING_LENGTH) : '',
      range: document.rangeOf(node.range),
      selectionRange: document.rangeOf(namingSpan(document, node)),
      problems: isArticle ? before(node.full.end) - before(node.offset) : 0,
      citedBy: (cited.get(node) ?? []).filter((place) => isElsewhere(place, { document, node })).length,
      children: isArticle ? [] : node.children.filter(isShown).map(shown),
    };
  };
  return document.tree.root.children.filter(isShown).map(shown);
}

function isShown({ kind }: SyntaxNode): boolean {
  return SHOWN.has(kind);
}
