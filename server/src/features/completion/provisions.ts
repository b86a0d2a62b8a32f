import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import { hasItems } from '../../citations/provisions.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library, Place } from '../../library/library.js';
import type { NodeKind } from '../../syntax/structure.js';
import { articleLabel, type SyntaxNode } from '../../syntax/tree.js';
import { ownLabel } from '../labels.js';
import { nodeAtCaret } from '../positions.js';
import { openingOf, subjectOf } from '../openingWords.js';
import { provisionData } from '../provisionData.js';
import type { ProvisionContext } from './context.js';

/** Characters of the text that stand behind a number, and that words are looked for in. */
const DETAIL_LENGTH = 40;

const KINDS: Partial<Record<NodeKind, CompletionItemKind>> = {
  article: CompletionItemKind.Method,
  clause: CompletionItemKind.Method,
  paragraph: CompletionItemKind.Field,
  item: CompletionItemKind.EnumMember,
  subitem: CompletionItemKind.Constant,
};

/**
 * The provisions that can be meant: by the beginning of their number, in Chinese numerals or in digits, or by words of
 * their opening text. In the order in which they are likely, then by number.
 *
 * @param limit the most items to give
 */
export function provisionItems(
  library: Library,
  document: RegulationDocument,
  context: ProvisionContext,
  limit: number,
): CompletionItem[] {
  const { start, end } = context.span;
  const range = document.rangeOf({ start, end });
  const bracketed = context.typed.startsWith('（') || context.opener !== '第' || usesBrackets(library, document, start);
  const wanted = readTyped(context.typed);
  const items: CompletionItem[] = [];
  for (const place of candidates(document, context)) {
    if (items.length >= limit) break;
    const label = labelOf(place.node);
    if (!label.startsWith('第') || !matches(place.node, label, wanted)) continue;
    const newText = place.node.kind === 'item' && bracketed ? label.replace(/^第(.*)项$/, '第（$1）项') : label;
    const words = subjectOf(place.node, DETAIL_LENGTH);
    const data = provisionData(place.document, place.node);
    items.push({
      label: newText,
      kind: KINDS[place.node.kind] ?? CompletionItemKind.Module,
      labelDetails: { detail: `　${words}` },
      detail: words,
      sortText: String(items.length).padStart(4, '0'),
      // What was typed stands in front, because editors filter once more: all that is here has been found to match.
      filterText: `${context.opener}${context.typed} ${context.opener}${place.node.number} ${label} ${words}`,
      textEdit: { range, newText },
      ...(data && { data }),
    });
  }
  return items;
}

/** The provisions that the number can count, the likeliest first. */
function* candidates(document: RegulationDocument, { within, span }: ProvisionContext): Generator<Place> {
  switch (within.to) {
    case 'below':
      for (const place of within.places) yield* below(place);
      return;
    case 'beside': {
      const { document: cited, node } = within.place;
      const { articles } = cited.provisionsAround(node);
      const isArticle = node.kind === 'article' || node.kind === 'clause';
      const siblings = isArticle ? articles : (node.parent?.children.filter(({ kind }) => kind === node.kind) ?? []);
      // A list goes on with what follows: 第一款、第二款; the others are there all the same.
      const index = siblings.indexOf(node);
      yield* placed(cited, [...siblings.slice(index + 1), ...siblings.slice(0, index)]);
      if (!isArticle) yield* placed(cited, articles);
      return;
    }
    case 'own': {
      const around = document.provisionsAround(nodeAtCaret(document, span.start));
      const provisions = around.articles.length > 0 ? around : document.provisions;
      yield* placed(document, [...provisions.articles, ...provisions.containers]);
      return;
    }
    case 'nothing':
      return;
  }
}

function* below({ document, node }: Place): Generator<Place> {
  switch (node.kind) {
    case 'document': {
      const { articles, containers } = document.provisions;
      yield* placed(document, [...articles, ...containers]);
      return;
    }
    case 'article':
    case 'clause': {
      // The only paragraph of an article is not cited by a number; its items stand right behind the article's.
      const paragraphs = node.children.filter(({ kind }) => kind === 'paragraph');
      if (paragraphs.length > 1) yield* placed(document, paragraphs);
      const listing = paragraphs.filter(hasItems);
      if (listing[0] && listing.length === 1) yield* placed(document, listing[0].children);
      return;
    }
    default:
      yield* placed(
        document,
        node.children.filter(({ kind }) => kind !== 'article'),
      );
  }
}

function* placed(document: RegulationDocument, nodes: readonly SyntaxNode[]): Generator<Place> {
  for (const node of nodes) if (node.number !== '') yield { document, node };
}

function labelOf(node: SyntaxNode): string {
  return node.kind === 'clause' ? articleLabel(node.number) : ownLabel(node);
}

/** What was typed behind 第: a numeral in digits, or characters of a Chinese numeral, or words. */
interface Typed {
  readonly digits: string | undefined;
  readonly words: string;
}

function readTyped(typed: string): Typed {
  const words = typed.replace(/^[（(]/, '');
  const digits = words.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
  return { digits: /^[0-9]+$/.test(digits) ? digits : undefined, words };
}

function matches(node: SyntaxNode, label: string, { digits, words }: Typed): boolean {
  if (words === '') return true;
  if (digits !== undefined) return node.number.startsWith(digits);
  return label.startsWith(words, 1) || openingOf(node, DETAIL_LENGTH).includes(words);
}

/** Whether the document writes 第（三）项 or 第三项: as the citation of an item before the caret does, else with brackets. */
function usesBrackets(library: Library, document: RegulationDocument, offset: number): boolean {
  const { text } = document;
  const { mentions } = library.citationsOf(document);
  const ofItem = mentions.findLast(
    ({ kind, end }) => kind === 'provision' && end <= offset && text[end - 1] === '项' && text[end - 2] !== '前',
  );
  return !ofItem || /[）)]/.test(text[ofItem.end - 2] ?? '');
}
