import { SPACE } from '../../syntax/line.js';
import type { NodeKind } from '../../syntax/structure.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { Edit } from '../edits.js';
import type { FormattedText } from './formattedText.js';
import { IDEOGRAPHIC_SPACE, WIDE } from './layout.js';

const SPACES = new RegExp(`[${SPACE}]+`, 'g');
const ONLY_SPACES = new RegExp(`^[${SPACE}]*$`);
/** What the text of a subitem may begin with where no space stands in front: not a digit, which would make 1.5. */
const WORDS = /^[\p{Script=Han}《“（(]/u;

const MARKED: ReadonlySet<NodeKind> = new Set([
  'part',
  'subpart',
  'chapter',
  'section',
  'article',
  'clause',
  'item',
  'subitem',
  'entry',
]);

/** Number marks and the space behind them: 第 一 条 为了 is 第一条　为了, （ 一 ） 甲 is （一）甲. */
export function* markEdits(text: FormattedText): Generator<Edit> {
  for (const node of text.tree.root.walk()) {
    const { mark } = node;
    if (mark.end === mark.start || !MARKED.has(node.kind)) continue;
    const label = node.label;
    const written = canonicalMark(node, label);
    if (written !== label) yield { span: mark, newText: written };
    const gap = gapBehind(node, text);
    const space = { start: mark.end, end: node.body.start };
    if (gap !== undefined && ONLY_SPACES.test(text.slice(space))) yield { span: space, newText: gap };
  }
}

/** The mark without spaces, its brackets wide. A blank that is to be filled (第　条) is a number, not layout. */
function canonicalMark({ isPlaceholder }: SyntaxNode, label: string): string {
  const isBracketed = /^[（(]/.test(label);
  if (isPlaceholder && !isBracketed) return label;
  const closed = label.replace(SPACES, '');
  return isBracketed ? closed.replace(/[()]/g, (bracket) => WIDE[bracket] ?? bracket) : closed;
}

/** What is to stand between a mark and the words behind it; undefined where that is to stay. */
function gapBehind(node: SyntaxNode, text: FormattedText): string | undefined {
  const { start, end } = node.kind === 'article' ? node.range : node.body;
  const from = Math.max(start, node.body.start);
  if (from >= end) return undefined;
  switch (node.kind) {
    case 'part':
    case 'subpart':
    case 'chapter':
      return IDEOGRAPHIC_SPACE;
    case 'entry':
    case 'section':
      return node.label.startsWith('第') ? IDEOGRAPHIC_SPACE : '';
    case 'article':
      return isOnOneLine(node) ? IDEOGRAPHIC_SPACE : undefined;
    case 'item':
    case 'clause':
      return isOnOneLine(node) ? '' : undefined;
    case 'subitem':
      if (!WORDS.test(text.text.slice(from, from + 2))) return undefined;
      // 1. makes a list of Markdown only with the space.
      return text.isMarkdown && /^\d+\\?[.)]$/.test(node.label) ? undefined : '';
    default:
      return undefined;
  }
}

/** Whether words stand behind the number on its own line. */
function isOnOneLine({ body }: SyntaxNode): boolean {
  return body.end > body.start;
}
