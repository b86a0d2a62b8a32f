import type { Message } from '../checks/check.js';
import { targetOf } from '../citations/provisions.js';
import type { RegulationDocument } from '../library/document.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import { wordsFor } from './citationWords.js';

/** Why a citation is left as it stands, or what is to be known of it. */
export type Reason =
  /** What it cites is gone. */
  | { readonly kind: 'deleted'; readonly node: SyntaxNode }
  /** It was written when two provisions had the number that it names. */
  | { readonly kind: 'ambiguous'; readonly node: SyntaxNode }
  /** No words were found that say what it is to say. */
  | { readonly kind: 'left'; readonly nodes: readonly SyntaxNode[] }
  /** It stands in a text that is not to be changed. */
  | { readonly kind: 'elsewhere'; readonly nodes: readonly SyntaxNode[] }
  /** It cited nothing, and would now cite something. */
  | { readonly kind: 'newMeaning' }
  /** Provisions in its range are gone. */
  | { readonly kind: 'shrank'; readonly nodes: readonly SyntaxNode[] }
  /** Its range holds so many provisions that are new. */
  | { readonly kind: 'grew'; readonly words: string; readonly count: number };

/** What could not be decided, or what the drafter has to know. */
export interface Report {
  readonly uri: string;
  /** Of the citation, in the text as it stood. */
  readonly span: Span;
  readonly message: Message;
  /** Whether something is left to be decided; else the citation is right, and only to be looked at. */
  readonly isOpen: boolean;
  /** Whether it asks for a decision before anything is renumbered: two provisions have the number that is cited. */
  readonly isRefusal: boolean;
}

export function reportOf({ uri, text }: RegulationDocument, { start, end }: Span, reason: Reason): Report {
  const message = messageOf(text.slice(start, end).replace(/\s+/g, ''), reason);
  return {
    uri,
    span: { start, end },
    message,
    isOpen: reason.kind !== 'grew' && reason.kind !== 'shrank',
    isRefusal: reason.kind === 'ambiguous',
  };
}

function messageOf(words: string, reason: Reason): Message {
  switch (reason.kind) {
    case 'deleted':
      return {
        zh: `“${words}”所引的${nameOf([reason.node])}已删除，未作改动`,
        en: `“${words}” cites a provision that was deleted (${nameOf([reason.node])}); it is left as it stands`,
      };
    case 'ambiguous':
      return {
        zh: `“${words}”可能指两个${nameOf([reason.node])}中的任何一个，未作改动`,
        en: `“${words}” may mean either of two provisions with the number ${nameOf([reason.node])}; it is left as it stands`,
      };
    case 'left':
      return {
        zh: `“${words}”现应指${nameOf(reason.nodes)}，不能自动改写，未作改动`,
        en: `“${words}” should now cite ${nameOf(reason.nodes)} and cannot be rewritten; it is left as it stands`,
      };
    case 'elsewhere':
      return {
        zh: `“${words}”现应指${nameOf(reason.nodes)}，但所在文本不能改动`,
        en: `“${words}” should now cite ${nameOf(reason.nodes)}, but stands in a text that is not to be changed`,
      };
    case 'newMeaning':
      return {
        zh: `“${words}”原来没有所指，整理编号后会指向另一条文，未作改动`,
        en: `“${words}” cited nothing and would now cite another provision; it is left as it stands`,
      };
    case 'shrank':
      return {
        zh: `“${words}”的范围中，${nameOf(reason.nodes)}已删除`,
        en: `the range “${words}” has lost ${nameOf(reason.nodes)}, which was deleted`,
      };
    case 'grew':
      return {
        zh: `“${words}”的范围中新增了 ${String(reason.count)} 个条文，现为“${reason.words}”`,
        en: `the range “${words}” now holds ${String(reason.count)} more and reads “${reason.words}”`,
      };
  }
}

/** 第十条第二款, as people say it. */
function nameOf(nodes: readonly SyntaxNode[]): string {
  const inOrder = [...nodes].sort((a, b) => a.full.start - b.full.start);
  return wordsFor(inOrder.map(targetOf), undefined, '') || (nodes[0]?.label ?? '').replace(/\s+/g, '');
}
