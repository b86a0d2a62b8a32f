import type { Characters } from '../../syntax/characters.js';
import { readChain } from '../../citations/chain.js';
import type { Target, Unit } from '../../citations/coordinates.js';
import type { Mention } from '../../citations/resolve.js';
import { formatNumeral, NUMERAL, parseNumeral } from '../../syntax/numerals.js';
import type { Span } from '../../syntax/tree.js';
import type { Fix } from '../check.js';

/** A coordinate as a citation writes it. */
export interface WrittenCoordinate {
  readonly unit: Unit;
  /** The numeral; of an article with 条, if that is there, and 之一. */
  readonly span: Span;
  readonly text: string;
}

/** What may stand in a citation in front of its first number: 该条, 同款. */
const RELATIVE_HEAD = /^[本该同前上][一二两三四五六七八九十]?[条款项目章节编]/;
/** What stands behind a citation may tell that its last character is no unit of it: 第三条约. */
const LOOK_AHEAD = 8;
const NUMERALS = new RegExp(`([${NUMERAL}]+)(条(?:之[${NUMERAL}]+)*)?`, 'g');

/**
 * The coordinates that a citation writes itself, from the outermost in; not those that it takes over from the list it
 * stands in (第二款 in 第十条第一款、第二款) or counts from (前款). Empty where they can't be read one by one.
 *
 * @param text of the whole document
 */
export function writtenCoordinates(text: Characters, mention: Mention): WrittenCoordinate[] {
  const { start, end, targets } = mention;
  const words = text.slice(start, end + LOOK_AHEAD);
  const head = RELATIVE_HEAD.exec(text.slice(start, end))?.[0].length ?? 0;
  const outer = targets[0]?.item !== undefined ? 'article' : undefined;
  const steps = readChain(words, head, 'bare', outer)?.steps ?? [];
  const numerals = [...text.slice(start + head, end).matchAll(NUMERALS)];
  const written = steps.flatMap(({ unit, value }, index) => {
    const [whole = '', numeral = ''] = numerals[index] ?? [];
    const at = start + head + (numerals[index]?.index ?? 0);
    const coordinate = unit === 'article' ? whole : numeral;
    const isRead = whole !== '' && valueOf(coordinate) === value;
    return isRead ? [{ unit, span: { start: at, end: at + coordinate.length }, text: coordinate }] : [];
  });
  return written.length === steps.length ? written : [];
}

/**
 * The edits that make a citation point to another place; in the numerals that it is written with, Chinese or Arabic.
 *
 * @param written its coordinates, as of {@link writtenCoordinates}
 * @returns undefined where a number cannot be written so
 */
export function rewriting(written: readonly WrittenCoordinate[], target: Target): Fix['edits'] | undefined {
  const edits: { span: Span; newText: string }[] = [];
  for (const { unit, span, text } of written) {
    const value = target[unit];
    if (value === undefined) return undefined;
    if (valueOf(text) === String(value)) continue;
    const [main = '', ...inserted] = String(value).split('-');
    const hasUnit = text.includes('条');
    // 之一 stands behind 条, which may come later in a list: 第四、五条.
    if (inserted.length > 0 && !hasUnit) return undefined;
    const tail = hasUnit ? `条${inserted.map((number) => `之${formatNumeral(Number(number))}`).join('')}` : '';
    edits.push({ span, newText: numeralLike(text, Number(main)) + tail });
  }
  return edits;
}

function numeralLike(written: string, value: number): string {
  if (/^[0-9]/.test(written)) return String(value);
  if (!/^[０-９]/.test(written)) return formatNumeral(value);
  return String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** `120-1` for 一百二十条之一. */
function valueOf(coordinate: string): string {
  return coordinate
    .split(/条?之|条/)
    .filter((numeral) => numeral !== '')
    .map((numeral) => parseNumeral(numeral).value)
    .join('-');
}
