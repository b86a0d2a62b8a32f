import { labelLike, numberOf } from '../checks/marks.js';
import type { RegulationDocument } from '../library/document.js';
import { formatNumeral } from '../syntax/numerals.js';
import { articleLabel, type SyntaxNode } from '../syntax/tree.js';
import { IDEOGRAPHIC_SPACE } from './format/layout.js';

/** The mark of a provision that is about to be written, and the space behind it. */
export interface NextNumber {
  readonly mark: string;
  readonly gap: string;
}

const UNIT = { part: '编', chapter: '章', section: '节' } as const;
/** What a container restarts in. */
const OUTER = { part: [], chapter: ['part'], section: ['chapter', 'part'] } as const;
const CONTAINERS = ['part', 'subpart', 'chapter', 'section'] as const;

const OPENS_LIST = /[：:]$/;
const GOES_ON = /[；;]$/;
const SENTENCE_END = /[。！？][”’）》]*$/;

/**
 * The number that goes on behind a line, where one is certain to: behind the last line of an article the next article's,
 * behind an item that does not close its list the next item's, behind ： that of the first item.
 *
 * Where a provision of that number stands below already, there are two of it until the text is renumbered.
 *
 * @param end behind the last character of the line
 */
export function numberBehind(document: RegulationDocument, end: number): NextNumber | undefined {
  const node = end > 0 ? document.tree.nodeAt(end - 1) : document.tree.root;
  const { text } = document;
  const article = node.enclosing('article', 'clause');
  if (!article) return isEmptyContainer(node) ? nextArticle(document, end) : undefined;
  const words = text.slice(article.range.start, end);
  // In a quotation the numbers are those of another text.
  if (words.lastIndexOf('“') > words.lastIndexOf('”')) return undefined;
  const listed = node.enclosing('subitem') ?? node.enclosing('item');
  if (OPENS_LIST.test(words)) return node.children.length === 0 ? nextItem(document, end) : undefined;
  if (listed?.range.end === end && (GOES_ON.test(words) || (SENTENCE_END.test(words) && !closesList(listed)))) {
    return nextListed(listed);
  }
  return SENTENCE_END.test(words) && article.range.end === end ? nextArticle(document, end) : undefined;
}

/** The number of the article, or the clause, that is written at an offset: one more than that of the one before. */
export function nextArticle(document: RegulationDocument, offset: number): NextNumber {
  const before = lastContent(document, offset);
  const { articles } = document.provisionsAround(document.tree.nodeAt(before));
  const index = articles.findLastIndex(({ range }) => range.start <= before);
  let at = index;
  while (at >= 0 && !numberOf(articles[at] ?? document.tree.root)) at--;
  const last = articles[at];
  const [main = 0, inserted] = (last && numberOf(last)) ?? [];
  const skipped = index - at;
  // Among 第一百二十条之一 and 第一百二十一条 the next one is 第一百二十条之二.
  const follows = articles[index + 1];
  const isAmong = inserted !== undefined && follows !== undefined && numberOf(follows)?.[0] === main + 1;
  const number = isAmong ? [main, inserted + skipped + 1] : [main + skipped + 1];
  if (last?.kind === 'clause') return { mark: labelLike(last, number), gap: '' };
  return { mark: articleLabel(number.join('-')), gap: IDEOGRAPHIC_SPACE };
}

/** The number of the chapter, the section or the part that is written at an offset. */
export function nextContainer(document: RegulationDocument, offset: number, kind: keyof typeof UNIT): NextNumber {
  const before = lastContent(document, offset);
  const node = document.tree.nodeAt(before);
  const outer = OUTER[kind].length > 0 ? node.enclosing(...OUTER[kind]) : undefined;
  const root = outer ?? node.enclosing('annex') ?? document.tree.root;
  let last = 0;
  for (const each of containersIn(root)) {
    if (each.kind === kind && each.range.start <= before) last = numberOf(each)?.[0] ?? last;
  }
  return { mark: `第${formatNumeral(last + 1)}${UNIT[kind]}`, gap: IDEOGRAPHIC_SPACE };
}

/**
 * The number of the item, or the subitem, that is written at an offset, by the line before it; undefined where no list
 * goes on or begins there.
 */
export function nextItem(document: RegulationDocument, offset: number): NextNumber | undefined {
  const before = lastContent(document, offset);
  const node = document.tree.nodeAt(before);
  const listed = node.enclosing('subitem') ?? node.enclosing('item');
  const opens = OPENS_LIST.test(document.characters.charAt(before));
  if (listed) return opens && listed.kind === 'item' ? { mark: '1.', gap: '' } : nextListed(listed);
  return opens && node.enclosing('article', 'clause') ? { mark: '（一）', gap: '' } : undefined;
}

/** The number behind an item or a subitem, marked as that one is. */
export function nextListed(listed: SyntaxNode): NextNumber {
  const { mark, body, tree } = listed;
  const gap = tree.text.slice(mark.end, body.start);
  const [number = 0] = numberOf(listed) ?? [];
  return { mark: labelLike(listed, [number + 1]), gap: listed.kind === 'subitem' && gap.trim() === '' ? gap : '' };
}

/** Whether an item that ends as a sentence ends its list: those before it do not. */
function closesList(listed: SyntaxNode): boolean {
  const siblings = listed.parent?.children ?? [];
  const previous = siblings[siblings.indexOf(listed) - 1];
  return previous !== undefined && !SENTENCE_END.test(previous.text);
}

function isEmptyContainer(node: SyntaxNode): boolean {
  return CONTAINERS.some((kind) => kind === node.kind) && node.children.length === 0 && node.heading !== '';
}

function* containersIn(node: SyntaxNode): Generator<SyntaxNode> {
  for (const child of node.children) {
    if (!CONTAINERS.some((kind) => kind === child.kind)) continue;
    yield child;
    yield* containersIn(child);
  }
}

/** The last character before an offset that is no white space. */
function lastContent({ text }: RegulationDocument, offset: number): number {
  let at = offset - 1;
  while (at > 0 && /\s/.test(text.charAt(at))) at--;
  return Math.max(0, at);
}
