import type { RegulationDocument } from '../../library/document.js';
import { isRange } from '../../library/citedBy.js';
import type { Library, Place } from '../../library/library.js';
import { unitOf } from '../../citations/provisions.js';
import type { Mention } from '../../citations/resolve.js';
import { articlesOf } from '../../syntax/outline.js';
import type { Span, SyntaxNode } from '../../syntax/tree.js';
import { escapeMarkdown } from '../escapeMarkdown.js';
import { citationLabels, headingLabel, opening, pathOf } from '../labels.js';
import { namingSpan } from '../positions.js';
import { linesOf } from '../provisionText.js';
import { excerpt } from './excerpt.js';
import { linkedInstrumentCard, nameOf } from './instrumentCard.js';
import { openingLink } from './links.js';
import type { HoverText } from './text.js';
import { versionLines } from './versionLines.js';

/** Characters of each article in a list of several. */
const OPENING_LENGTH = 40;
/** Provisions that a list shows before it is cut. */
const LIST_LIMIT = 12;

/** The provisions that a range covers from end to end. */
export interface CitedRange {
  /** Of the citation, both ends included. */
  readonly span: Span;
  readonly document: RegulationDocument;
  readonly nodes: readonly SyntaxNode[];
}

/**
 * The range that a citation is one end of, with all that lies between; undefined where it is no end of one, or where
 * the other end leads nowhere or stands before it.
 */
export function citedRange(library: Library, document: RegulationDocument, mention: Mention): CitedRange | undefined {
  const { mentions } = library.citationsOf(document);
  const index = mentions.indexOf(mention);
  const [first, last] = mention.rangeEnd ? [mentions[index - 1], mention] : [mention, mentions[index + 1]];
  if (!first || !last || !isRange({ document, mention: first }, { document, mention: last })) return undefined;
  const [from, to] = [onlyPlace(library, document, first), onlyPlace(library, document, last)];
  if (!from || !to || from.document !== to.document) return undefined;
  const series = seriesOf(from);
  const [start, end] = [series.indexOf(from.node), series.indexOf(to.node)];
  if (start < 0 || end <= start) return undefined;
  return { span: { start: first.start, end: last.end }, document: from.document, nodes: series.slice(start, end + 1) };
}

/**
 * The text of what a citation names: the instrument and the way to it, the text, a link.
 *
 * @param isOwn whether the citation stands in the instrument it cites, whose version then needs no saying
 */
export function citedText(
  library: Library,
  places: readonly Place[],
  isOwn: boolean,
  text: HoverText,
  maxLength: number,
): string[] {
  const [first] = places;
  if (!first) return [];
  const { document, node } = first;
  if (node.kind === 'document') return linkedInstrumentCard(library, document, text, maxLength);
  const nodes = places.map((place) => place.node);
  const labels = nodes.length === 1 && isContainer(node) ? headingLabel(node) : citationLabels(nodes, '、');
  return [
    headline(document, nodes, labels, text),
    ...(isOwn ? [] : versionLines(library, document, nodes, text)),
    ...(isContainer(node) ? contentsOf(node, text) : excerpt(nodes.flatMap(linesInContext), maxLength, text)),
    openingLink(document, namingSpan(document, node), text),
  ];
}

/** The beginnings of what a range covers. */
export function rangeText(
  library: Library,
  { document, nodes }: CitedRange,
  isOwn: boolean,
  text: HoverText,
): string[] {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return [];
  return [
    headline(document, nodes, citationLabels([first, last], '至'), text),
    ...(isOwn ? [] : versionLines(library, document, nodes, text)),
    list(nodes, text),
    openingLink(document, namingSpan(document, first), text),
  ];
}

/** `**《…条例》** 第二章 › 第十二条第二款`, with the containers that all have in common. */
function headline(document: RegulationDocument, nodes: readonly SyntaxNode[], labels: string, text: HoverText): string {
  const paths = nodes.map((node) => pathOf(node).slice(0, -1));
  const [first = []] = paths;
  const differs = first.findIndex((step, index) => paths.some((path) => path[index] !== step));
  const path = [...(differs < 0 ? first : first.slice(0, differs)), labels];
  return `${nameOf(document, text)} ${escapeMarkdown(path.join(' › '))}`;
}

/** An item is shown with the words that introduce the list, a subitem also with its item's. */
function linesInContext(node: SyntaxNode): string[] {
  const above: string[] = [];
  for (let at = node.parent; at && (node.kind === 'item' || node.kind === 'subitem'); at = at.parent) {
    if (at.kind !== 'paragraph' && at.kind !== 'item' && at.kind !== 'subitem') break;
    const { mark, body, green } = at;
    const words = green.bodyEnd <= green.headWidth ? at.tree.text.slice(body.start, body.end) : '';
    if (words) above.unshift(opening(at.tree.text.slice(mark.start, mark.end) + words, OPENING_LENGTH));
  }
  return [...above, ...linesOf(node)];
}

/** The articles below a heading. */
function contentsOf(container: SyntaxNode, text: HoverText): string[] {
  const articles = articlesOf(container);
  return articles.length > 0 ? [list(articles, text)] : [];
}

function list(nodes: readonly SyntaxNode[], text: HoverText): string {
  const shown = nodes.length > LIST_LIMIT ? nodes.slice(0, LIST_LIMIT - 1) : nodes;
  const items = shown.map((node) => `- ${escapeMarkdown(openingOf(node))}`);
  if (shown.length < nodes.length) {
    const [first] = nodes;
    items.push(`- ${text.cutList(nodes.length, (first && unitOf(first)) ?? 'article')}`);
  }
  return items.join('\n');
}

function openingOf(node: SyntaxNode): string {
  return isContainer(node) ? headingLabel(node) : opening(linesOf(node)[0] ?? '', OPENING_LENGTH);
}

function isContainer({ kind }: SyntaxNode): boolean {
  return kind === 'part' || kind === 'subpart' || kind === 'chapter' || kind === 'section';
}

function onlyPlace(library: Library, document: RegulationDocument, mention: Mention): Place | undefined {
  const resolution = library.resolve(document, mention);
  return resolution.state === 'found' && resolution.places.length === 1 ? resolution.places[0] : undefined;
}

/** What a range that begins with a provision counts through. */
function seriesOf({ document, node }: Place): readonly SyntaxNode[] {
  if (node.kind === 'article' || node.kind === 'clause') return document.provisionsAround(node).articles;
  if (node.kind === 'document') return [];
  return node.parent?.children.filter(({ kind }) => kind === node.kind) ?? [];
}
