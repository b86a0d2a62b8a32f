import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
} from 'vscode-languageserver';
import type { Mention } from '../citations/resolve.js';
import { isRange, type CitingPlace } from '../library/citedBy.js';
import type { RegulationDocument } from '../library/document.js';
import { citationsFromElsewhere } from '../library/elsewhere.js';
import type { Library, Place } from '../library/library.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import { citedRange } from './hover/citedText.js';
import { citationLabel, documentLabel, headingLabel } from './labels.js';
import { isOpenable } from './openable.js';
import { namingSpan, nodeAtCaret } from './positions.js';
import { subjectOf } from './openingWords.js';
import { placeOfData, provisionData } from './provisionData.js';
import { subjectAt } from './subject.js';
import { symbolKindOf } from './symbolKinds.js';

/** Characters of the text that stand behind the number of a provision. */
const DETAIL_LENGTH = 30;

/**
 * The provision whose citations are asked for: of a citation each one that it names, of a title or short name the
 * instrument, of a number or heading its own; in running text the article around the caret.
 */
export function prepareCallHierarchy(
  library: Library,
  document: RegulationDocument,
  position: Position,
): CallHierarchyItem[] {
  return placesAt(library, document, document.offsetAt(position)).flatMap((place) => {
    const isKnown = isOpenable(place.document) && provisionData(place.document, place.node) !== undefined;
    return isKnown ? [itemOf(place)] : [];
  });
}

/**
 * What cites a provision, or anything in it: each article, or what else a citation stands in, with its citations; those of
 * the same text first. A provision's citations of itself (前款 in the same article) are left out.
 *
 * @param data of the item
 * @returns empty for an item whose provision is no longer there
 */
export function incomingCalls(
  library: Library,
  data: unknown,
  documentOf: (uri: string) => RegulationDocument | undefined,
): CallHierarchyIncomingCall[] {
  const place = placeOfData(data, documentOf);
  if (!place) return [];
  const calls = new Groups();
  const citing = citationsFromElsewhere(library, place);
  const isOwn = ({ document }: CitingPlace): boolean => document.uri === place.document.uri;
  for (const { document, span } of [...citing.filter(isOwn), ...citing.filter((each) => !isOwn(each))]) {
    calls.add({ document, node: homeOf(document, span) }, document, span);
  }
  return calls.all().map(([from, fromRanges]) => ({ from, fromRanges }));
}

/**
 * What a provision cites, its paragraphs and items included: each provision that is there, those between the ends of a
 * range as well, and each instrument that is named as a whole.
 *
 * @param data of the item
 * @returns empty for an item whose provision is no longer there
 */
export function outgoingCalls(
  library: Library,
  data: unknown,
  documentOf: (uri: string) => RegulationDocument | undefined,
): CallHierarchyOutgoingCall[] {
  const place = placeOfData(data, documentOf);
  if (!place) return [];
  const { document, node } = place;
  const calls = new Groups();
  const { mentions } = library.citationsOf(document);
  mentions.forEach((mention, index) => {
    if (!holds(node.full, mention)) return;
    const next = mentions[index + 1];
    // 《…条例》第五条 cites the article.
    if (mention.kind === 'document' && next?.kind === 'provision' && next.doc === mention.doc) return;
    const cited = citedBy(library, document, mention, mentions[index - 1], next);
    for (const to of cited.places) calls.add(to, document, cited.span);
  });
  return calls.all().map(([to, fromRanges]) => ({ to, fromRanges }));
}

function placesAt(library: Library, document: RegulationDocument, offset: number): readonly Place[] {
  const subject = subjectAt(library, document, offset);
  switch (subject?.kind) {
    case 'citation':
    case 'instrument': {
      const resolution = library.resolve(document, subject.mention);
      return resolution.state === 'found' ? resolution.places : [];
    }
    case 'alias':
      return library.withTitle(subject.alias.title).slice(0, 1).map(rootOf);
    case 'title':
      return [rootOf(document)];
    case 'provision':
      return [{ document, node: subject.node }];
    case 'entry':
      return [];
    case 'term':
    case undefined: {
      const node = nodeAtCaret(document, offset).enclosing('article', 'clause');
      return node ? [{ document, node }] : [];
    }
  }
}

function rootOf(document: RegulationDocument): Place {
  return { document, node: document.tree.root };
}

function citedBy(
  library: Library,
  document: RegulationDocument,
  mention: Mention,
  previous: Mention | undefined,
  next: Mention | undefined,
): { span: Span; places: readonly Place[] } {
  const isEnd = (first: Mention | undefined, second: Mention | undefined): boolean =>
    first !== undefined && second !== undefined && isRange({ document, mention: first }, { document, mention: second });
  const range = isEnd(previous, mention) || isEnd(mention, next) ? citedRange(library, document, mention) : undefined;
  if (range) return { span: range.span, places: range.nodes.map((node) => ({ document: range.document, node })) };
  const resolution = library.resolve(document, mention);
  return { span: mention, places: resolution.state === 'found' ? resolution.places : [] };
}

/** What a citation stands in: the article, else the annex, the note or whatever it is. */
function homeOf(document: RegulationDocument, { start }: Span): SyntaxNode {
  const node = document.tree.nodeAt(start);
  return node.enclosing('article', 'clause') ?? node.enclosing('annex', 'note', 'preamble') ?? document.tree.root;
}

/** Provisions with the ranges of the citations that lead to or from each, in the order in which they come. */
class Groups {
  private readonly groups = new Map<SyntaxNode, { item: CallHierarchyItem; spans: Map<number, CitingPlace> }>();

  add(place: Place, document: RegulationDocument, span: Span): void {
    if (!isOpenable(place.document)) return;
    let group = this.groups.get(place.node);
    if (!group) this.groups.set(place.node, (group = { item: itemOf(place), spans: new Map() }));
    // Both ends of a range lead to the same provisions by the same words.
    group.spans.set(span.start, { document, span });
  }

  all(): [CallHierarchyItem, ReturnType<RegulationDocument['rangeOf']>[]][] {
    return [...this.groups.values()].map(({ item, spans }) => [
      item,
      [...spans.values()].map(({ document, span }) => document.rangeOf(span)),
    ]);
  }
}

function itemOf({ document, node }: Place): CallHierarchyItem {
  const isInstrument = node.kind === 'document';
  const naming = namingSpan(document, node);
  const data = provisionData(document, node);
  return {
    name: nameOf(document, node),
    detail: isInstrument ? (document.date ?? '') : `${subjectOf(node, DETAIL_LENGTH)}　${documentLabel(document)}`,
    kind: isInstrument ? SymbolKind.File : symbolKindOf(node.kind),
    uri: document.uri,
    range: document.rangeOf(isInstrument ? document.titleSpan : node.range),
    selectionRange: document.rangeOf(naming),
    ...(data && { data }),
  };
}

function nameOf(document: RegulationDocument, node: SyntaxNode): string {
  switch (node.kind) {
    case 'document':
      return documentLabel(document);
    case 'note':
      return '题注';
    case 'preamble':
      return '序言';
    case 'annex':
      return headingLabel(node);
    default: {
      const annex = node.enclosing('annex');
      return (annex ? `${headingLabel(annex)} ` : '') + citationLabel(node);
    }
  }
}

function holds(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
