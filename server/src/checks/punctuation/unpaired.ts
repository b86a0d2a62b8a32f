import { isAmending } from '../amending.js';
import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { spanOf } from '../wordRule.js';

const CLOSING: Readonly<Record<string, string>> = { '（': '）', '(': ')', '《': '》', '〈': '〉', '“': '”', '‘': '’' };
const OPENING: Readonly<Record<string, string>> = { '）': '（', ')': '(', '》': '《', '〉': '〈', '”': '“', '’': '‘' };
/** Of one shape, in full and half width: one may close what the other opened. */
const SHAPE: Readonly<Record<string, string>> = { '(': '（', ')': '）' };
const MARKS = /[（()）《》〈〉“”‘’]/g;

/** A bracket or a quotation mark without its partner. */
export const unpaired: LocalRule = {
  code: 'punctuation/unpaired',
  rule: 'C1',
  severity: 'warning',
  description: { zh: '括号、书名号、引号成对。', en: 'Brackets and quotation marks come in pairs.' },
  trigger: '[（()）《》〈〉“”‘’]',
  *find(piece): Iterable<Finding> {
    // A bracket in an annex may be closed lines later.
    if (piece.isInAnnex) return;
    let at = 0;
    const places: number[] = [];
    // Of each paragraph and item by itself: one that is not closed spoils nothing but its own line.
    const lines = piece.text.split(/(\r\n|[\n\r\v\f\u0085\u2028\u2029])/);
    for (const [number, line] of lines.entries()) {
      for (const index of unpairedIn(line)) {
        // Behind a line stands its break, and behind that the next one.
        if (!isQuotedOn(line, index, lines[number + 2] ?? '')) places.push(at + index);
      }
      at += line.length;
    }
    for (const place of withoutLongNotes(piece.text, withoutLongQuotations(piece.text, places))) {
      const mark = piece.text.charAt(place);
      const partner = CLOSING[mark] ?? OPENING[mark] ?? '';
      yield {
        span: spanOf(piece, place, 1),
        message: { zh: `“${mark}”没有配对的“${partner}”。`, en: `${mark} has no ${partner}.` },
      };
    }
  },
  // In an amendment each paragraph of the wording opens its quotation, and only the last one closes it.
  select: (findings, { document }) =>
    isAmending(document.title)
      ? findings.filter(({ span }) => !/[“”‘’]/.test(document.characters.slice(span.start, span.end)))
      : findings,
};

function unpairedIn(line: string): number[] {
  const open: { mark: string; index: number }[] = [];
  const found: number[] = [];
  for (const { 0: written, index } of line.matchAll(MARKS)) {
    const mark = SHAPE[written] ?? written;
    if (CLOSING[mark]) {
      open.push({ mark, index });
      continue;
    }
    const opening = OPENING[mark] ?? '';
    const place = open.findLastIndex((each) => each.mark === opening);
    if (place < 0) {
      // 1) and a) number things, and ’ abbreviates.
      if (
        !/(?:^|[^\d])[\da-zA-Z①-⑳一二三四五六七八九十]{1,3}$/.test(line.slice(Math.max(0, index - 4), index)) ||
        !/[)）]/.test(written)
      )
        found.push(index);
    } else {
      for (const { index } of open.splice(place).slice(1)) found.push(index);
    }
  }
  return [...found, ...open.map(({ index }) => index)].sort((a, b) => a - b);
}

/** A quotation of several paragraphs opens in each of them and closes in the last one. */
function withoutLongQuotations(text: string, places: readonly number[]): readonly number[] {
  const close = places.findLastIndex((place) => text.charAt(place) === '”');
  const open = places.findIndex((place) => text.charAt(place) === '“');
  if (open < 0 || close < open) return places;
  return places.filter((place, index) => index < open || index > close || !/[“”]/.test(text.charAt(place)));
}

/** 修改为：“… where the next paragraph opens the quotation again. */
function isQuotedOn(line: string, index: number, next: string): boolean {
  return line.charAt(index) === '“' && line.charAt(index - 1) === '：' && /^[ \t\u3000]*“/.test(next);
}

/** （注1：… and lines below …）: a bracket that opens at the start of a line and is closed at the end of a later one. */
function withoutLongNotes(text: string, places: readonly number[]): readonly number[] {
  return places.filter(
    (place, index) => !isLongNote(text, place, places[index + 1]) && !isLongNote(text, places[index - 1], place),
  );
}

/** Whether nothing but white space stands in front of a place on its line. */
function beginsLine(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && ' \t\u3000'.includes(text.charAt(start - 1))) start--;
  return start === 0 || /[\r\n]/.test(text.charAt(start - 1));
}

function isLongNote(text: string, open: number | undefined, close: number | undefined): boolean {
  if (open === undefined || close === undefined) return false;
  return (
    /[（(]/.test(text.charAt(open)) &&
    /[）)]/.test(text.charAt(close)) &&
    beginsLine(text, open) &&
    /^[ \t\u3000]*(?:$|[\r\n])/.test(text.slice(close + 1))
  );
}
