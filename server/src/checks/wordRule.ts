import type { Check, Finding, Message } from './check.js';
import type { LocalRule, Piece } from './localChecks.js';

/** A rule on words: what is written, and what is to be written for it. */
export interface WordRule extends Omit<Check, 'run'> {
  /**
   * The words, as the source of a regular expression without groups of its own; what has to stand around them is looked
   * at by lookbehind and lookahead.
   */
  readonly words: string;
  /** What is to be written instead; undefined, or a function that gives undefined, where the edit is not certain. */
  readonly right?: string | ((written: string) => string | undefined);
  /** Left out: “written” is to be “right”. */
  readonly message?: (written: string, right: string | undefined) => Message;
  /** Whether it holds inside of titles too (《…》), which are another text's words by nature. */
  readonly inTitles?: boolean;
  readonly inAnnexes?: boolean;
  readonly select?: LocalRule['select'];
}

/** The local rule that reports words. */
export function wordRule(rule: WordRule): LocalRule {
  const { words, right, message = defaultMessage, inTitles = false, inAnnexes = true, ...check } = rule;
  const pattern = new RegExp(words, 'g');
  return {
    ...check,
    trigger: words,
    *find(piece): Iterable<Finding> {
      if (piece.isInAnnex && !inAnnexes) return;
      for (const match of piece.text.matchAll(pattern)) {
        const [written] = match;
        if ((!inTitles && isInTitle(piece.text, match.index)) || isOldWording(piece.text, match.index)) continue;
        const rightWords = typeof right === 'function' ? right(written) : right;
        yield {
          span: spanOf(piece, match.index, written.length),
          message: message(written, rightWords),
          ...(rightWords !== undefined && { fixes: [replacement(piece, match.index, written, rightWords)] }),
        };
      }
    },
  };
}

function defaultMessage(written: string, right: string | undefined): Message {
  return right === undefined
    ? { zh: `不用“${written}”。`, en: `“${written}” is not to be used.` }
    : { zh: `“${written}”应当写作“${right}”。`, en: `“${written}” is to be written “${right}”.` };
}

/** Offsets in a piece as a span of the document. */
export function spanOf({ start }: Piece, index: number, length: number): Finding['span'] {
  return { start: start + index, end: start + index + length };
}

/** The fix that writes other words at a place of a piece. */
export function replacement(
  piece: Piece,
  index: number,
  written: string,
  right: string,
): NonNullable<Finding['fixes']>[number] {
  const title =
    right === ''
      ? { zh: `删去“${written}”`, en: `Remove “${written}”` }
      : { zh: `改为“${right}”`, en: `Change to “${right}”` };
  return { title, edits: [{ span: spanOf(piece, index, written.length), newText: right }] };
}

/** Titles are short: what opens farther in front was never closed. */
const TITLE_LIMIT = 120;

/** Whether an offset stands between 《 and 》. */
export function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - TITLE_LIMIT), at);
  const open = before.lastIndexOf('《');
  return open >= 0 && before.lastIndexOf('》') < open && !/[。\n]/.test(before.slice(open));
}

/** Longest wording that an amendment replaces, in characters; where quotation marks do not close it would be all the text. */
const LONGEST_QUOTED = 5000;

/** The wording that an amendment replaces or removes stands in quotation marks, and is not its own: 将“应该”修改为“应当”. */
export function isOldWording(text: string, at: number): boolean {
  const from = Math.max(0, at - LONGEST_QUOTED);
  const around = text.slice(from, at + LONGEST_QUOTED);
  const open = around.lastIndexOf('“', at - from);
  if (open < 0) return false;
  const close = around.indexOf('”', open);
  if (close < at - from) return false;
  return (
    /^”(?:[^“”。；]{0,6})(?:修改为|改为|之?后增加|之?前增加)/.test(around.slice(close, close + 20)) ||
    /(?:删去|删除)[^“”。；]{0,20}$/.test(around.slice(Math.max(0, open - 30), open))
  );
}
