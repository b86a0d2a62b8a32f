import { SPACE } from '../syntax/line.js';
import { NUMERAL, parseNumeral } from '../syntax/numerals.js';
import { levelOf, UNIT_OF_CHARACTER, type Unit } from './coordinates.js';

/** One step of a chain: 第三款 is {unit: 'paragraph', value: '3'}. */
export interface Step {
  readonly unit: Unit;
  /** `3`; `120-1` for an article that was inserted. */
  readonly value: string;
}

/** A maximal chain 第…编 … 第…目. */
export interface Chain {
  readonly start: number;
  readonly end: number;
  /** From the outermost in; at least one. */
  readonly steps: readonly Step[];
  /** The last step's unit stands only behind the next coordinate of the list: 第四 in 第四、五项. */
  readonly unitPending: boolean;
}

const N = `[${NUMERAL}]`;
const S = `[${SPACE}]*`;
const UNIT = '分编|编|章|节|条|款|项|目';
// What follows a unit's character where it is not a unit: 第三条件, 第一项目, 第二节点, 第一章程 (but 第一章程序), 第一目的 (but 第一目的规定).
const NOT_A_UNIT =
  '(?!编[制号码辑者写]|章程(?!序)|节[目点余]|条(?:[件例约]|市政|线路|路线|航线|河流|街道)|项目|款项|目[标录]|目的(?!规定))';
const PLAIN = new RegExp(`第${S}(${N}+)${S}${NOT_A_UNIT}(${UNIT})((?:之${N}+(?!${N}|[款项]))*)`, 'y');
const BRACKETED = new RegExp(`(第?${S}[（(]${S}(${N}+)${S}[)）])(?:${S}(?!项目|款项)([项款目]))?`, 'y');
const BARE = new RegExp(`(${N}+)${S}${NOT_A_UNIT}(${UNIT})((?:之${N}+)*)`, 'y');
/** A number whose unit comes later in the list. */
const OPEN = new RegExp(`(第${S})?(${N}+)`, 'y');

/** What joins the coordinates of a list and of a range. */
export const LIST_JOINT = '(?:、|，|,|和|与|或者?|及|以及|并|兼)';
export const RANGE_JOINT = '(?:至|到|—{1,2}|－|-|～|~)';
const LATER_UNIT = new RegExp(
  // The bounds keep a long row of numbers without a unit from being read again from each of them.
  `(?:[ 　]?(?:${LIST_JOINT}|${RANGE_JOINT})[ 　]?第?(?:${N}{1,8}|[（(]${N}{1,8}[)）])|[（(]${N}{1,8}[)）]){1,40}[ 　]?${NOT_A_UNIT}(${UNIT})`,
  'y',
);

/** How a chain may begin. */
export type Opening =
  /** With 第, or with a bracketed number and its unit: （三）项. */
  | 'marked'
  /** With a bare number too, in a list (第四、五项) or behind an instrument's name (本条例六十条). */
  | 'bare';

/**
 * Reads the chain that begins at an offset.
 *
 * @param outer the unit of what stands right in front (本条, or the list's previous coordinate), which lets a bracketed
 *   number do without its unit: 本条（一）
 */
export function readChain(text: string, start: number, opening: Opening, outer?: Unit): Chain | undefined {
  const steps: Step[] = [];
  let end = start;
  let unitPending = false;
  while (!unitPending) {
    const previous = steps.at(-1);
    const read = readStep(text, end, previous ? 'marked' : opening, previous?.unit ?? outer);
    if (!read) break;
    if (!previous || levelOf(read.step.unit) > levelOf(previous.unit)) steps.push(read.step);
    // 第371条第2条: the same unit twice is a slip for the next one down, where nothing stands between the two.
    else if (read.step.unit === 'article' && previous.unit === 'article') {
      steps.push({ unit: 'paragraph', value: read.step.value });
    } else break;
    end = read.end;
    unitPending = read.pending;
  }
  return steps.length > 0 ? { start, end, steps, unitPending } : undefined;
}

interface ReadStep {
  step: Step;
  end: number;
  pending: boolean;
}

function readStep(text: string, at: number, opening: Opening, outer: Unit | undefined): ReadStep | undefined {
  const character = text[at];
  if (character === '第') return unitStep(PLAIN, text, at) ?? bracketed(text, at, outer) ?? open(text, at);
  if (character === '（' || character === '(') return bracketed(text, at, outer);
  return opening === 'bare' ? (unitStep(BARE, text, at) ?? open(text, at)) : undefined;
}

function unitStep(pattern: RegExp, text: string, at: number): ReadStep | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const unit = UNIT_OF_CHARACTER[match?.[2] ?? ''];
  const value = valueOf(match?.[1]);
  if (!match || !unit || value === undefined) return undefined;
  if (unit !== 'article' || !match[3])
    return { step: { unit, value }, end: at + match[0].length - (match[3]?.length ?? 0), pending: false };
  let number = value;
  let end = at + match[0].length - match[3].length;
  for (const numeral of match[3].split('之').slice(1)) {
    const inserted = valueOf(numeral);
    // What has no value (之十百, 之〇) numbers nothing.
    if (inserted === undefined) break;
    number += `-${inserted}`;
    end += 1 + numeral.length;
  }
  return { step: { unit, value: number }, end, pending: false };
}

/**
 * （三）项, 第（三）项; without its unit only behind an article, a paragraph or an item (本条（一）、（二）), or in a list
 * whose last number has it (第（一）、（二）项).
 */
function bracketed(text: string, at: number, outer: Unit | undefined): ReadStep | undefined {
  BRACKETED.lastIndex = at;
  const match = BRACKETED.exec(text);
  const value = valueOf(match?.[2]);
  if (!match || value === undefined) return undefined;
  const written = UNIT_OF_CHARACTER[match[3] ?? ''];
  if (written) return { step: { unit: written, value }, end: at + match[0].length, pending: false };
  const end = at + (match[1]?.length ?? 0);
  const later = laterUnit(text, end);
  if (later) return { step: { unit: later, value }, end, pending: true };
  const implied = outer === 'article' || outer === 'paragraph' || outer === 'item';
  return implied ? { step: { unit: 'item', value }, end, pending: false } : undefined;
}

/** 第四 in 第四、五项. */
function open(text: string, at: number): ReadStep | undefined {
  OPEN.lastIndex = at;
  const match = OPEN.exec(text);
  const value = valueOf(match?.[2]);
  if (!match || value === undefined) return undefined;
  const end = at + match[0].length;
  const unit = laterUnit(text, end);
  return unit ? { step: { unit, value }, end, pending: true } : undefined;
}

function laterUnit(text: string, at: number): Unit | undefined {
  LATER_UNIT.lastIndex = at;
  return UNIT_OF_CHARACTER[LATER_UNIT.exec(text)?.[1] ?? ''];
}

function valueOf(numeral: string | undefined): string | undefined {
  if (!numeral) return undefined;
  const { value } = parseNumeral(numeral);
  return Number.isNaN(value) ? undefined : String(value);
}
