import { DEPTH, type ContentOf, type Headed } from './anatomy.js';
import type { Line } from './line.js';

/** What a line before the body is. */
export type FrontRole =
  /** A notice or an order that carries the instrument. */
  | 'cover'
  | 'title'
  /** The name of the part that the file holds, under the title of a statute published part by part. */
  | 'subtitle'
  /** Adoption, amendments, issuer, dates (题注), document number. */
  | 'note'
  /** The line 目录. */
  | 'contents'
  /** A heading repeated in the table of contents. */
  | 'entry'
  | 'preamble';

const INSTRUMENT =
  '(?:法|法典|条例|规定|办法|细则|规则|决定|解释|规程|规范|准则|章程|守则|意见|决议|批复|通知|公告|标准|修正案|安排|解答|方案|令)';
const QUALIFIER = '(?:[（(〔[][^）)〕\\]]{1,30}[）)〕\\]])*';
/** A line that could be the title of an instrument. */
export const TITLE = new RegExp(`^[^。；：，“”]{1,80}${INSTRUMENT}${QUALIFIER}$`);
/** What issues or carries an instrument: the title proper stands below it. */
const ISSUING = /(?:令|公告|通知|公报)(?:[（(〔].*)?$/;
const SUBTITLE = /^[^。；：，、\d]{1,10}编$|^(?:总则|分则|附则)$/;
const NOTE_OPENING =
  /^(?:[（(]?(?:根据)?(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年|[（(]|第?[^。，；]{0,30}[〔[（(]\d{4}[〕\]）)].{0,4}\d+号$|第?[^。，；]{0,30}第?\s*\d+\s*号$)/;
const NOTE_CLOSING =
  /(?:通过|公布|发布|修正|修订|施行|实施|批准|颁布|印发|废止|令|公告)(?:[）)]?|[^，。；]{0,12}号[）)]?)$/;
const SENTENCE_END = /[。；：:]$/;
const PREAMBLE_HEADING = /^[序前]\s*言$/;

/**
 * Reads what stands before the body of an instrument.
 *
 * @param headed indices of the lines that look like headings, the table of contents' included
 * @returns the index of the first line of the body, and the role of each line before it
 */
export function readFrontMatter(
  lines: readonly Line[],
  from: number,
  to: number,
  headed: readonly Headed[],
  contentOf: ContentOf,
): { bodyStart: number; roles: FrontRole[] } {
  const firstArticle = headed.find(({ depth }) => depth === DEPTH.article)?.index;
  let contents = -1;
  for (let index = from; index < to && contents < 0; index++) {
    if (lines[index]?.kind === 'contents') contents = index;
    // Behind the first article 目录 is a word of the text.
    else if (index === firstArticle) break;
  }
  const body = findBody(lines, headed, contents, contentOf);
  const bodyStart = body.start ?? to;
  const frontEnd = body.entries ?? (contents >= 0 ? contents : bodyStart);
  const metadataEnd = endOfMetadata(lines, from, frontEnd, contentOf);
  const roles = new Array<FrontRole>(metadataEnd - from).fill('cover');
  for (const role of readTitle(lines, metadataEnd, frontEnd, contentOf)) roles.push(role);
  if (frontEnd < bodyStart) {
    for (const role of readContents(lines, frontEnd, bodyStart, contents, contentOf)) roles.push(role);
  }
  if (body.start !== undefined) return { bodyStart, roles };
  // Without provisions the text below the notes is the body, not a preamble to nothing.
  const prose = roles.indexOf('preamble');
  return prose < 0 ? { bodyStart, roles } : { bodyStart: from + prose, roles: roles.slice(0, prose) };
}

/** Index behind the metadata that a Markdown text may begin with, between two lines `---`; `from` where there are none. */
function endOfMetadata(lines: readonly Line[], from: number, to: number, contentOf: ContentOf): number {
  const isFence = (index: number): boolean => lines[index]?.kind === 'blank' && contentOf(index) === '---';
  if (from > 0 || !isFence(0)) return from;
  for (let index = 1; index < to; index++) if (isFence(index)) return index + 1;
  return from;
}

/**
 * Finds where the body begins among the headings: behind the table of contents, which repeats them and has no articles.
 *
 * @param contents index of the line 目录, or -1: the table may stand without its name
 */
function findBody(
  lines: readonly Line[],
  headed: readonly Headed[],
  contents: number,
  contentOf: ContentOf,
): { start?: number; entries?: number } {
  const behind = headed.filter(({ index }) => index > contents);
  const [first] = behind;
  if (first === undefined) return {};
  const firstProvision = behind.findIndex(({ depth }) => depth === DEPTH.article);
  const headings = firstProvision < 0 ? behind : behind.slice(0, firstProvision);
  const again = headings.find(({ index }) => index !== first.index && sameNumber(lines[index], lines[first.index]));
  if (again !== undefined) return { start: again.index, entries: contents < 0 ? first.index : contents };
  if (contents < 0 || firstProvision < 0) return { start: first.index };
  // A heading that comes again behind the article is an entry: the body has lost its first heading.
  const repeated = (at: number): boolean =>
    behind.slice(firstProvision).some(({ index }) => isSame(lines, index, behind[at]?.index ?? -1, contentOf));
  return { start: topOfChain(behind, firstProvision, repeated), entries: contents };
}

function isSame(lines: readonly Line[], left: number, right: number, contentOf: ContentOf): boolean {
  const bare = (index: number): string => contentOf(index).replace(/\s/g, '');
  return sameNumber(lines[left], lines[right]) && bare(left) === bare(right);
}

function sameNumber(left: Line | undefined, right: Line | undefined): boolean {
  return left?.kind === right?.kind && left?.numeral?.value === right?.numeral?.value;
}

/**
 * The topmost of the headings right above the first article, each less deep than the one below it: 第一编, 第一章,
 * 第一节. What stands above them belongs to the table of contents.
 */
function topOfChain(
  headed: readonly Headed[],
  provision: number,
  isEntry: (at: number) => boolean,
): number | undefined {
  let start = provision;
  const depth = (at: number): number => headed[at]?.depth ?? DEPTH.article;
  while (start > 0 && depth(start - 1) < depth(start) && !isEntry(start - 1)) start--;
  return headed[start]?.index;
}

function readTitle(lines: readonly Line[], from: number, to: number, contentOf: ContentOf): FrontRole[] {
  const titleLines = findTitleLines(lines, from, to, contentOf);
  const roles: FrontRole[] = [];
  let openNote = false;
  let prose = false;
  for (let index = from; index < to; index++) {
    const previous = roles.at(-1) ?? 'title';
    const content = contentOf(index);
    if (lines[index]?.kind === 'blank') roles.push(previous);
    else if (titleLines.length > 0 && index < (titleLines[0] ?? 0)) roles.push('cover');
    else if (titleLines.includes(index)) roles.push('title');
    else if (prose) roles.push('preamble');
    else if (previous === 'title' && SUBTITLE.test(content)) roles.push('subtitle');
    else if (openNote || NOTE_CLOSING.test(content) || (NOTE_OPENING.test(content) && !SENTENCE_END.test(content))) {
      roles.push('note');
      openNote = openNote ? !closesNote(content) : opensNote(content);
    } else {
      // Behind a sentence no more notes come; a short line may still stand above one.
      prose = SENTENCE_END.test(content);
      roles.push('preamble');
    }
  }
  return roles;
}

/** A history note in brackets may run over several lines. */
function opensNote(content: string): boolean {
  return /^[（(]/.test(content) && depth(content) > 0;
}

function closesNote(content: string): boolean {
  return /[）)]$/.test(content) && depth(content) < 0;
}

function depth(content: string): number {
  let value = 0;
  for (const character of content) {
    if (character === '（' || character === '(') value++;
    else if (character === '）' || character === ')') value--;
  }
  return value;
}

/** The lines of the title: one, or several short ones of which only the last names the kind of instrument. */
function findTitleLines(lines: readonly Line[], from: number, to: number, contentOf: ContentOf): number[] {
  const filled: number[] = [];
  for (let index = from; index < to; index++) if (lines[index]?.kind !== 'blank') filled.push(index);
  const [first] = filled;
  if (first === undefined) return [];
  const firstContent = contentOf(first);
  if (ISSUING.test(firstContent)) {
    // An order or a notice first: the title is the last line that looks like one, if another one does.
    const title = filled.findLast(
      (index) => index !== first && lines[index]?.kind === 'text' && isTitle(contentOf(index)),
    );
    if (title !== undefined) return [title];
  }
  const title = [first];
  if (TITLE.test(firstContent)) return title;
  for (const index of filled.slice(1, 5)) {
    const content = contentOf(index);
    if (lines[index]?.kind !== 'text' || SENTENCE_END.test(content) || content.length > 60) break;
    if (NOTE_OPENING.test(content) || SUBTITLE.test(content)) break;
    if (isTitle(content)) return [...title, index];
    title.push(index);
  }
  return [first];
}

function isTitle(content: string): boolean {
  return TITLE.test(content) && !ISSUING.test(content) && !NOTE_OPENING.test(content);
}

function readContents(
  lines: readonly Line[],
  from: number,
  to: number,
  contents: number,
  contentOf: ContentOf,
): FrontRole[] {
  let preamble = to;
  for (let index = from; index < to; index++) {
    if (lines[index]?.kind === 'text' && (SENTENCE_END.test(contentOf(index)) || contentOf(index).length > 60)) {
      preamble = index;
      break;
    }
  }
  for (let above = preamble - 1; preamble < to && above > from; above--) {
    if (lines[above]?.kind === 'blank') continue;
    if (PREAMBLE_HEADING.test(contentOf(above))) preamble = above;
    break;
  }
  const roles: FrontRole[] = [];
  for (let index = from; index < to; index++) {
    if (index === contents) roles.push('contents');
    else roles.push(index >= preamble ? 'preamble' : 'entry');
  }
  return roles;
}
