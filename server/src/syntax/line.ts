import { NUMERAL, parseNumeral, type Numeral } from './numerals.js';
import type { GreenNode } from './structure.js';

/**
 * One line of text, classified by its own characters alone. What a line means also depends on the lines around it (a
 * heading in the table of contents is no heading): that is decided in anatomy.ts.
 *
 * A line holds no text, only widths: it outlives the version of the text it was read from, and a slice would keep the
 * whole of that version alive.
 */
export interface Line {
  readonly kind: LineKind;
  /** UTF-16 units, the line break included. */
  readonly width: number;
  /**
   * Offsets from the start of the line, UTF-16: the text without indentation, residue, marks of Markdown, trailing space
   * and line break. Of the blank lines only a rule (---) has content.
   */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The number mark, 第十四条 or （三）; empty, at `contentStart`, where the kind has none. */
  readonly markStart: number;
  readonly markEnd: number;
  /** What follows the mark and the space behind it. */
  readonly bodyStart: number;
  /** The numeral of the mark, and those of 之一 behind an article's. */
  readonly numeral: Numeral | undefined;
  readonly inserted: readonly Numeral[] | undefined;
  /** The mark holds a blank to be filled (第×条): a new provision that has no number yet. */
  readonly placeholder: boolean;
  /** Space, or the end of the line, follows the mark, as it does behind a heading's number and not in running text. */
  readonly separated: boolean;
  /** The punctuation that says whether a list goes on: ： opens one, ； goes on with it. */
  readonly ending: '：' | '；' | undefined;
  /** How a subitem is marked; the marks of one list are alike. */
  readonly style: SubitemStyle | undefined;
  /** What follows the mark of an article or an item, where that is itself a numbered line: 第五条　（一）…. */
  readonly rest: Line | undefined;
  /** The line opens or closes a quotation of several lines, as amending decisions have it. */
  readonly quote: 'opens' | 'closes' | undefined;
  /** The node that was last built from here, in whatever version of the text: the next may have it too. */
  heads: GreenNode | undefined;
}

export type LineKind =
  | 'blank'
  | 'text'
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  /** 一、 — the top level of an instrument without articles. */
  | 'clause'
  /** （一） */
  | 'item'
  /** 1. or （1） or ① */
  | 'subitem'
  /** 目录 */
  | 'contents'
  /** 附件一 */
  | 'annex';

export type SubitemStyle = 'point' | 'bracket' | 'circle';

/** White space that can stand within a line. */
export const SPACE = ' \\t\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u3000\\ufeff';
/** A bookmark that conversion from Word left behind, as `[bookmark: _GoBack]`. */
export const RESIDUE = '\\[bookmark:[^\\]\\n\\r\\v\\f\\u0085\\u2028\\u2029]{0,200}\\]';
/** Stands in a provision's number where the number is not decided yet: 第×条, 第X条, 第_条, 第　条. */
const PLACEHOLDER = '×✕xXＸｘ_＿';

// Markdown marks are layout: the same law as .md and as plain text gives the same tree. They are those of headings,
// quotations, list items and strong words; spaces of HTML; and an indented line may begin with any of them.
const LEAD = new RegExp(
  `(?:[${SPACE}]|#{1,6}(?=[${SPACE}])|[>*+-](?=[${SPACE}])|\\*\\*(?=[^*\\s][^*]*\\*\\*)|&(?:nbsp|ensp|emsp);|${RESIDUE})*`,
  'y',
);
/** The marks of strong words that end in a number or stand between it and what follows: **第一条** 为了…. */
const STRONG = new RegExp(`(?:[${SPACE}]|\\*\\*)*`, 'y');
/** A line across the page, or under a title. */
const RULE = new RegExp(`^(?:(?:[-*_][${SPACE}]*){3,}|={2,})$`);
const RULE_START = '-*_=';
/** A line that is a link, as tables of contents have them: [第一章　总则](#第一章). */
const LINK = /^\[([^\]]*)\]\([^()]*\)$/;
const NUMBERED = new RegExp(
  `第(?:[${SPACE}]*([${NUMERAL}]+)[${SPACE}]*|[${SPACE}]*[${PLACEHOLDER}]+[${SPACE}]*|[${SPACE}]+)(分编|编|章|节|条)`,
  'y',
);
const INSERTED = new RegExp(`之([${NUMERAL}]+)`, 'y');
// A line may also begin with a citation of items: （一）至（三）项所列人员.
const ITEM = new RegExp(
  `[（(][${SPACE}]*(?:([一二三四五六七八九十百零〇○两]+)|[${PLACEHOLDER}]+)[${SPACE}]*[)）](?!(?:至|、|和|或者?)[（(]|项(?!目))`,
  'y',
);
// Markdown escapes a point that would make a list: 1\\.
const SUBITEM_POINT = /([0-9０-９]{1,3})(?:\\?[.．](?![0-9０-９])|[、)）])/y;
const SUBITEM_BRACKET = new RegExp(`[（(][${SPACE}]*([0-9０-９]{1,3})[${SPACE}]*[)）]`, 'y');
const CLAUSE = /([一二三四五六七八九十百]+)[、．]/y;
const CONTENTS = new RegExp(`^目[${SPACE}]*[录次]$`);
const ANNEX = new RegExp(
  `附[${SPACE}]*(?:[件录表][${SPACE}]*([${NUMERAL}]{0,4})(?=$|[${SPACE}:：《])|(?=[:：]))[${SPACE}]*[:：]?`,
  'y',
);
const SPACES = new RegExp(`[${SPACE}]*`, 'y');
const SPACE_CHARACTER = new RegExp(`[${SPACE}]`);
const HEADING_LIMIT = 60;
/** A heading is a name: it has no punctuation of sentences, but for a full stop that slipped in behind it. */
const SENTENCE = /[。；;].|[：:，,；;]$/;
/** Words that go on with a sentence, where no space stands behind the number: 第七节相应改为第八节. */
const RUNNING_TEXT = /^(?:的|至|和|或|及|与|、|，|第|规定|相应|修改为|改为|以外|之间)|。$/;
// An amending decision opens its quotation behind such words; other quotation marks never hide structure.
const OPENS_QUOTE = /(?:修改为|改为|修改后为|增加[^“”]{0,40}|作为[^“”]{0,40}|如下|规定)[:：，,]?“[^”]*$/;

const CIRCLED_ONE = '①'.charCodeAt(0);

const KIND_OF_UNIT = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section', 条: 'article' } as const;

/**
 * Where lines end: CRLF, LF, CR and the other mandatory breaks of Unicode. Editors count only the first three as lines;
 * a paragraph of law ends at each of them.
 */
export const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/**
 * Splits text into classified lines, in linear time.
 *
 * @param text from the start of a line up to the end of one
 * @returns lines whose widths add up to the length of the text; only the last one may have no line break
 */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  const lineBreak = new RegExp(LINE_BREAK);
  let start = 0;
  while (start < text.length) {
    const match = lineBreak.exec(text);
    const end = match?.index ?? text.length;
    const next = end + (match?.[0].length ?? 0);
    lines.push(classify(text.slice(start, end), next - end));
    start = next;
  }
  return lines;
}

/**
 * Classifies one line by its own characters.
 *
 * @param text the line without its break
 * @param breakWidth UTF-16 units of the break
 */
export function classify(text: string, breakWidth: number): Line {
  if (text === '') return { ...EMPTY_LINE, width: breakWidth };
  let contentStart = matchAt(LEAD, text, 0)?.[0].length ?? 0;
  let contentEnd = text.length;
  while (contentEnd > contentStart && SPACE_CHARACTER.test(text.charAt(contentEnd - 1))) contentEnd--;
  const width = text.length + breakWidth;
  if (contentEnd === contentStart || (text[contentStart] === '<' && isComment(text.slice(contentStart, contentEnd)))) {
    return blankLine(width, contentStart, contentStart);
  }
  if (RULE_START.includes(text.charAt(contentStart)) && RULE.test(text.slice(0, contentEnd).trimStart())) {
    return blankLine(width, contentStart, contentEnd);
  }
  const isStrong = contentStart >= 2 && text.startsWith('**', contentStart - 2);
  if (isStrong && text.endsWith('**', contentEnd)) contentEnd -= 2;
  const link = text[contentStart] === '[' ? LINK.exec(text.slice(contentStart, contentEnd)) : undefined;
  if (link?.[1]) contentEnd = ++contentStart + link[1].length;
  const line = textLine(width, contentStart, contentEnd);
  line.quote = quoteOf(text);
  line.ending = endingOf(text.charCodeAt(contentEnd - 1));
  if (text[contentStart] === '第') readNumbered(line, text);
  else if (!readListed(line, text)) readTitled(line, text);
  if (isStrong && line.markEnd > line.markStart) endStrongMark(line, text);
  return line;
}

/** The words behind a strong number begin behind its closing mark. */
function endStrongMark(line: Draft, text: string): void {
  const end = skip(STRONG, text, line.markEnd, line.contentEnd);
  if (end === line.bodyStart) return;
  line.bodyStart = end;
  line.separated = true;
  line.rest = undefined;
  if (line.kind === 'article' || line.kind === 'item' || line.kind === 'clause') readRest(line, text);
}

/** A line is filled in while it is read, and not changed any more once it is given away. */
type Draft = { -readonly [Field in keyof Line]: Line[Field] };

function textLine(width: number, contentStart: number, contentEnd: number): Draft {
  // Every line has all fields, in one order: the engine then knows one shape of line, which halves the time of reading.
  return {
    kind: 'text',
    width,
    contentStart,
    contentEnd,
    markStart: contentStart,
    markEnd: contentStart,
    bodyStart: contentStart,
    numeral: undefined,
    inserted: undefined,
    placeholder: false,
    separated: false,
    ending: undefined,
    style: undefined,
    rest: undefined,
    quote: undefined,
    heads: undefined,
  };
}

function blankLine(width: number, contentStart: number, contentEnd: number): Line {
  const line = textLine(width, contentStart, contentEnd);
  line.kind = 'blank';
  return line;
}

const EMPTY_LINE = blankLine(0, 0, 0);

function isComment(content: string): boolean {
  return content.startsWith('<!--') && content.endsWith('-->');
}

/** 第一编, 第一分编, 第一章, 第一节, 第一条. */
function readNumbered(line: Draft, text: string): void {
  const match = matchAt(NUMBERED, text, line.contentStart);
  if (!match) return;
  const kind = KIND_OF_UNIT[match[2] as keyof typeof KIND_OF_UNIT];
  let markEnd = line.contentStart + match[0].length;
  let inserted: Numeral[] | undefined;
  for (let more; kind === 'article' && (more = matchAt(INSERTED, text, markEnd));) {
    (inserted ??= []).push(parseNumeral(more[1] ?? ''));
    markEnd += more[0].length;
  }
  const bodyStart = skipSpace(text, markEnd, line.contentEnd);
  if (kind !== 'article') {
    if (line.contentEnd - bodyStart > HEADING_LIMIT) return;
    const heading = text.slice(bodyStart, line.contentEnd);
    if (SENTENCE.test(heading) || (bodyStart === markEnd && RUNNING_TEXT.test(heading))) return;
  }
  line.kind = kind;
  line.markEnd = markEnd;
  line.bodyStart = bodyStart;
  line.numeral = match[1] === undefined ? undefined : parseNumeral(match[1]);
  line.placeholder = match[1] === undefined;
  line.inserted = inserted;
  line.separated = bodyStart > markEnd || bodyStart === line.contentEnd;
  if (kind === 'article') readRest(line, text);
}

/**
 * （一）, 1., （1）, ①, 一、.
 *
 * @param outer what stands in front of it on its line: nothing that could not be in there is read, however often it is
 * repeated
 */
function readListed(line: Draft, text: string, outer?: LineKind): boolean {
  const at = line.contentStart;
  const code = text.charCodeAt(at);
  const circle = code - CIRCLED_ONE;
  if (code === 0x28 || code === 0xff08) {
    const item = matchAt(ITEM, text, at);
    if (item && outer === 'item') return false;
    if (item) {
      setMark(line, text, 'item', item[0].length, item[1]);
      readRest(line, text);
      return true;
    }
    const bracket = matchAt(SUBITEM_BRACKET, text, at);
    if (!bracket) return false;
    setMark(line, text, 'subitem', bracket[0].length, bracket[1]);
    line.style = 'bracket';
  } else if (circle >= 0 && circle < 20) {
    setMark(line, text, 'subitem', 1, undefined);
    line.numeral = { value: circle + 1, form: 'canonical' };
    line.placeholder = false;
    line.style = 'circle';
  } else {
    const point = matchAt(SUBITEM_POINT, text, at);
    const clause = point || outer ? undefined : matchAt(CLAUSE, text, at);
    if (point) {
      setMark(line, text, 'subitem', point[0].length, point[1]);
      line.style = 'point';
    } else if (clause) {
      setMark(line, text, 'clause', clause[0].length, clause[1]);
      readRest(line, text);
    } else return false;
  }
  return true;
}

/** 目录, 附件一. */
function readTitled(line: Draft, text: string): void {
  const first = text[line.contentStart];
  if ((first !== '目' && first !== '附') || line.contentEnd - line.contentStart > HEADING_LIMIT) return;
  const content = text.slice(line.contentStart, line.contentEnd);
  if (CONTENTS.test(content)) {
    line.kind = 'contents';
    return;
  }
  const annex = /[。；]/.test(content) ? undefined : matchAt(ANNEX, content, 0);
  if (!annex) return;
  setMark(line, text, 'annex', annex[0].trimEnd().length, annex[1]);
  line.placeholder = false;
}

/** @param numeral the numeral in the mark; a mark without one is a placeholder. */
function setMark(line: Draft, text: string, kind: LineKind, width: number, numeral: string | undefined): void {
  line.kind = kind;
  line.markEnd = line.contentStart + width;
  line.bodyStart = skipSpace(text, line.markEnd, line.contentEnd);
  line.numeral = numeral ? parseNumeral(numeral) : undefined;
  line.placeholder = !numeral;
}

/** Looks at what follows the mark: 第五条　（一）… holds an item, （一）1. … a subitem. */
function readRest(line: Draft, text: string): void {
  if (line.bodyStart === line.contentEnd) return;
  const rest = textLine(line.width - line.bodyStart, 0, line.contentEnd - line.bodyStart);
  if (readListed(rest, text.slice(line.bodyStart, line.contentEnd), line.kind)) line.rest = rest;
}

/** Half-width punctuation counts: conversions leave it. */
function endingOf(last: number): Line['ending'] {
  if (last === 0xff1a || last === 0x3a) return '：';
  return last === 0xff1b || last === 0x3b ? '；' : undefined;
}

function quoteOf(text: string): Line['quote'] {
  // Few lines quote, and the search from the front is the engine's fastest.
  if (!text.includes('”') && !text.includes('“')) return undefined;
  const opened = text.lastIndexOf('“');
  const closed = text.lastIndexOf('”');
  if (opened > closed) return OPENS_QUOTE.test(text.slice(Math.max(0, opened - 60))) ? 'opens' : undefined;
  return closed >= 0 ? 'closes' : undefined;
}

function skipSpace(text: string, from: number, to: number): number {
  return skip(SPACES, text, from, to);
}

function skip(what: RegExp, text: string, from: number, to: number): number {
  return Math.min(to, from + (matchAt(what, text, from)?.[0].length ?? 0));
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}
