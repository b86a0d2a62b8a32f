import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import { frames, type Frame, type FrameContext } from '../../drafting/frames.js';
import { nextArticle, nextContainer, nextItem, nextListed, type NextNumber } from '../../drafting/nextNumber.js';
import type { RegulationDocument } from '../../library/document.js';
import { NUMERAL } from '../../syntax/numerals.js';
import type { Span, SyntaxNode } from '../../syntax/tree.js';
import { say, type Locale } from '../locale.js';
import { isWordText } from '../openable.js';
import { isScattered } from '../scattered.js';

/** What is being written at the start of a line: a number, or the name of what regulations have. */
export interface StructureContext {
  readonly kind: 'structure';
  /** What is replaced: all that stands on the line. */
  readonly span: Span;
  readonly typed: string;
}

const NUMBER_START = new RegExp(`^(?:第[${NUMERAL}]{0,14}|[（(][${NUMERAL}]{0,4})$`);
/** Words that may be the name of a frame, not yet a sentence. */
const NAME_START = /^(?:\p{Script=Han}{2,8})?$/u;

/** The context of a caret at the start of a line that has nothing else on it; undefined elsewhere. */
export function structureContext(document: RegulationDocument, offset: number): StructureContext | undefined {
  if (isWordText(document.uri)) return undefined;
  const { text } = document;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const typed = before.trimStart();
  if (!NUMBER_START.test(typed) && !NAME_START.test(typed)) return undefined;
  // An editor that closes brackets has put one behind the caret.
  const rest = /^[）)]?[^\S\r\n]*(?=[\r\n]|$)/.exec(text.slice(offset))?.[0];
  if (rest === undefined) return undefined;
  return { kind: 'structure', span: { start: offset - typed.length, end: offset + rest.length }, typed };
}

/**
 * The numbers that go on here, behind 第 of an article, a chapter or a section, behind （ of an item; and what
 * regulations have (施行日期, 法律责任), with its gaps, for clients that lead through them.
 */
export function structureItems(
  document: RegulationDocument,
  { span, typed }: StructureContext,
  snippets: boolean,
  locale: Locale,
): CompletionItem[] {
  const range = document.rangeOf(span);
  const numbers = numbersFor(document, span.start, typed);
  const items: CompletionItem[] = numbers.map(({ mark, gap, detail }) => ({
    label: mark,
    kind: CompletionItemKind.Method,
    labelDetails: { detail: `　${say(locale, detail)}` },
    filterText: `${typed} ${mark}`,
    textEdit: { range, newText: mark + gap },
  }));
  if (snippets) {
    for (const frame of framesFor(document, span.start, typed)) {
      const text = snippetOf(frame);
      items.push({
        label: say(locale, frame.name),
        kind: CompletionItemKind.Snippet,
        detail: plainText(frame),
        filterText: `${typed} ${frame.name.zh} ${frame.keywords}`,
        insertTextFormat: InsertTextFormat.Snippet,
        textEdit: { range, newText: text },
      });
    }
  }
  return items.map((item, index) => ({ ...item, sortText: String(index).padStart(4, '0') }));
}

interface Offered extends NextNumber {
  readonly detail: { readonly zh: string; readonly en: string };
}

function numbersFor(document: RegulationDocument, offset: number, typed: string): Offered[] {
  if (typed.startsWith('第')) {
    const { containers } = document.provisions;
    const has = (kind: SyntaxNode['kind']): boolean => containers.some((node) => node.kind === kind);
    const isEmpty = document.provisions.articles.length === 0;
    return [
      { ...nextArticle(document, offset), detail: { zh: '条', en: 'article' } },
      ...(has('chapter') || isEmpty
        ? [{ ...nextContainer(document, offset, 'chapter'), detail: { zh: '章', en: 'chapter' } }]
        : []),
      ...(has('chapter')
        ? [{ ...nextContainer(document, offset, 'section'), detail: { zh: '节', en: 'section' } }]
        : []),
      ...(has('part') ? [{ ...nextContainer(document, offset, 'part'), detail: { zh: '编', en: 'part' } }] : []),
    ].filter(({ mark }) => answers(mark, typed));
  }
  if (!/^[（(]/.test(typed)) return [];
  const detail = { zh: '项', en: 'item' };
  const above = document.tree.nodeAt(lastContent(document, offset));
  const item = above.enclosing('item');
  const next = [nextItem(document, offset), item && nextListed(item)].find((each) => each?.mark.startsWith('（'));
  return next && answers(next.mark, typed.replace('(', '（')) ? [{ ...next, detail }] : [];
}

/** Whether what was typed of a number, in Chinese numerals or in digits, begins this one. */
function answers(mark: string, typed: string): boolean {
  return mark.startsWith(typed) || typed.length === 1;
}

function lastContent({ text }: RegulationDocument, offset: number): number {
  return Math.max(0, text.slice(0, offset).trimEnd().length - 1);
}

function framesFor(document: RegulationDocument, offset: number, typed: string): Frame[] {
  const first = document.provisions.articles[0];
  const isBefore = !first || offset <= first.range.start;
  const context: FrameContext = {
    title: document.title,
    article: joined(nextArticle(document, offset)),
    chapter: joined(nextContainer(document, offset, 'chapter')),
  };
  return frames(context).filter(({ place, pieces, name, keywords }) => {
    if (place === 'front' ? !isBefore : place === 'first' && !isBefore) return false;
    if (/^[第（(]/.test(typed)) return isBegunBy(pieces[0], typed);
    return typed === '' || isScattered(typed, name.zh) || keywords.includes(typed);
  });
}

function isBegunBy(piece: Frame['pieces'][number] | undefined, typed: string): boolean {
  return typeof piece === 'string' && piece.startsWith(typed.replace('(', '（').charAt(0));
}

function joined({ mark, gap }: NextNumber): string {
  return mark + gap;
}

/** A frame as editors take it: gaps are `${1:words}`, and the caret ends behind it. */
function snippetOf({ pieces }: Frame): string {
  const written = pieces.map((piece) =>
    typeof piece === 'string' ? escaped(piece) : `\${${String(piece.number)}:${escaped(piece.words)}}`,
  );
  return `${written.join('')}$0`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function plainText({ pieces }: Frame): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.words)).join('');
}
