import { readFrontMatter, TITLE, type FrontRole } from './frontMatter.js';
import type { Line } from './line.js';

/**
 * The anatomy of a text: which lines are title, notes, table of contents and preamble, which lines head provisions, and
 * where annexes begin. A line says what it looks like; this file decides, from the lines around it, what it is.
 */
export type Anatomy = readonly Region[];

/** One instrument or annex: the lines from `from` to `to`, exclusive. The first region is the main instrument. */
export interface Region {
  readonly from: number;
  readonly to: number;
  /** A marked annex (附件一), an instrument that is republished below another one, or the main instrument. */
  readonly kind: 'main' | 'annex' | 'republished';
  /** Index of the first line of the body; lines before it are front matter. */
  readonly bodyStart: number;
  /** What each line of the front matter is, from `from` on; blank lines have the role of the line before. */
  readonly front: readonly FrontRole[];
  /** The lines of the body that head a provision, in order. */
  readonly headed: readonly Headed[];
}

/** A line that heads something. */
export interface Headed {
  readonly index: number;
  /** See {@link DEPTH}. */
  readonly depth: number;
}

/** Reads lines without holding text: the content of line `index`, without indentation, residue and line break. */
export type ContentOf = (index: number) => string;

/** Depth of the kinds of lines that head a provision, outermost first. */
export const DEPTH = { part: 1, subpart: 2, chapter: 3, section: 4, article: 5, clause: 5 } as const;

function depthOf(line: Line): number | undefined {
  return line.kind in DEPTH ? DEPTH[line.kind as keyof typeof DEPTH] : undefined;
}

/** Words that go on with a sentence: a number that they follow is a citation at the start of a wrapped line. */
const GOES_ON = /^(?:的|规定|所[列称述]|至|到|和|与|或|及|以及|、|，|。|；|：|》|”|）|\)|第|之|中|款|项)/;

/** Of these, the ones that no article begins with: 中华人民共和国 and 与 may open one. */
const GOES_ON_PLAINLY = /^(?:的|规定的|至|到|以及|、|，|。|；|》|”)/;

/**
 * Decides what each line is, in time linear in the number of lines.
 */
export function anatomyOf(lines: readonly Line[], contentOf: ContentOf): Anatomy {
  return divide(lines, contentOf).map(({ from, to, kind, headed }) => {
    const { bodyStart, roles } =
      kind === 'annex' ? { bodyStart: from + 1, roles: [] } : readFrontMatter(lines, from, to, headed, contentOf);
    return { from, to, kind, bodyStart, front: roles, headed: headed.filter(({ index }) => index >= bodyStart) };
  });
}

interface Division {
  from: number;
  to: number;
  kind: Region['kind'];
  /** Indices of the lines that head something, those of the table of contents included, in order. */
  headed: Headed[];
}

/** Finds where annexes and republished instruments begin, and the lines that head something in each. */
function divide(lines: readonly Line[], contentOf: ContentOf): Division[] {
  let hasArticle = false;
  let separated = 0;
  for (const line of lines) {
    if (line.kind !== 'article') continue;
    hasArticle = true;
    separated += line.separated ? 1 : -1;
  }
  // Where most articles have no space behind their number, a number without one is likely to be an article's.
  const closeSet = separated < 0;

  let current: Division = { from: 0, to: lines.length, kind: 'main', headed: [] };
  const divisions = [current];
  let lastArticle = 0;
  let clauses = false;
  let lastClause = Number.NaN;
  let quoted = false;
  let contents = new ContentsSoFar();
  const begin = (from: number, kind: Region['kind']): void => {
    current.to = from;
    current.headed = current.headed.filter(({ index }) => index < from);
    current = { from, to: lines.length, kind, headed: [] };
    divisions.push(current);
    lastArticle = 0;
    clauses = false;
    lastClause = Number.NaN;
    quoted = false;
    contents = new ContentsSoFar();
  };

  lines.forEach((line, index) => {
    contents.read(line, current.headed.at(-1)?.depth);
    if (line.quote !== undefined) {
      // The line that closes a quotation belongs to it; the one that opens it does not.
      const inside = quoted;
      quoted = line.quote === 'opens';
      if (inside && !continues(line, lastArticle) && !continuesClauses(line, lastClause)) return;
    } else if (quoted && !continues(line, lastArticle) && !continuesClauses(line, lastClause)) {
      return;
    }
    if (line.kind === 'annex') {
      if (hasArticle && contents.isGoingOn) return;
      // In front of all provisions a notice only names its annexes; an annex may have no provisions itself.
      const isBehindBody = current.headed.length > 0 || current.kind === 'annex' || !hasArticle;
      if (isBehindBody && index > current.from) begin(index, 'annex');
    } else if (line.kind === 'clause') {
      // 一、 heads a provision in an instrument without articles, and a group of articles right above one.
      if (isHeadingOfArticles(lines, index, contentOf)) current.headed.push({ index, depth: DEPTH.section });
      else if (lastArticle === 0) {
        current.headed.push({ index, depth: DEPTH.clause });
        clauses = true;
        lastClause = line.numeral?.value ?? Number.NaN;
      }
    } else if (line.kind === 'article') {
      if (!isArticle(line, () => contentOf(index), lastArticle, closeSet)) return;
      if (line.numeral?.value === 1 && !line.inserted) {
        if (lastArticle > 0 || clauses) {
          const title = findTitle(lines, current.headed, index, contentOf);
          if (title !== undefined) {
            const headings = current.headed.filter((headed) => headed.index > title);
            begin(title, 'republished');
            current.headed = headings;
          } else if (clauses) {
            // What looked like clauses is a list in the preamble.
            current.headed = current.headed.filter(
              ({ index, depth }) => depth < DEPTH.clause || lines[index]?.kind !== 'clause',
            );
            clauses = false;
          }
        }
      }
      const value = line.numeral?.value ?? Number.NaN;
      if (!Number.isNaN(value)) lastArticle = value;
      current.headed.push({ index, depth: DEPTH.article });
    } else {
      const depth = depthOf(line);
      if (depth !== undefined) current.headed.push({ index, depth });
    }
  });
  return divisions;
}

/**
 * Whether an instrument is still at its table of contents, in which 附件一 is an entry: only headings were read, below the
 * word 目录, or without the words between them that a body has.
 */
class ContentsSoFar {
  private isNamed = false;
  private hasHeading = false;
  private hasWords = false;
  private hasProvision = false;

  /** @param depth of what was headed last above the line */
  read({ kind }: Line, depth: number | undefined): void {
    if (kind === 'contents') this.isNamed = true;
    if (depth === undefined) return;
    this.hasHeading = true;
    if (depth >= DEPTH.article) this.hasProvision = true;
    if (kind === 'text' || kind === 'item' || kind === 'subitem') this.hasWords = true;
  }

  get isGoingOn(): boolean {
    return this.hasHeading && !this.hasProvision && (this.isNamed || !this.hasWords);
  }
}

/** An article whose number follows the last one's is one, whatever stands around it. */
function continues(line: Line, lastArticle: number): boolean {
  return line.kind === 'article' && line.numeral?.value === lastArticle + 1 && lastArticle > 0;
}

/** So is a clause: an amending decision that lost a ” goes on all the same. */
function continuesClauses(line: Line, lastClause: number): boolean {
  return line.kind === 'clause' && line.numeral?.value === lastClause + 1;
}

/**
 * A number at the start of a line is an article's where space follows it; without space, where it fits the sequence and
 * no running text follows that only a citation has.
 */
function isArticle(line: Line, content: () => string, lastArticle: number, closeSet: boolean): boolean {
  const value = line.numeral?.value ?? lastArticle + 1;
  const fits = value === lastArticle + 1 || (value === lastArticle && line.inserted !== undefined);
  if (line.separated && fits) return true;
  const body = content().slice(line.bodyStart - line.contentStart);
  // Space behind the number, and yet a sentence goes on: certain only where the number does not fit either.
  if (line.separated) return !GOES_ON_PLAINLY.test(body);
  if (GOES_ON.test(body)) return false;
  return closeSet || fits;
}

/** 一、受理与诉讼主体, with an article on the next line that has text, or behind one more heading (（一）动产质押). */
function isHeadingOfArticles(lines: readonly Line[], index: number, contentOf: ContentOf): boolean {
  // The last line of a list in an article stands above the next one, too; but that is a sentence.
  const isName = (at: number): boolean => contentOf(at).length <= 40 && !/[。；：，]$/.test(contentOf(at));
  if (!isName(index)) return false;
  let next = nextFilled(lines, index);
  if (lines[next]?.kind === 'item' && isName(next)) next = nextFilled(lines, next);
  return lines[next]?.kind === 'article' && lines[next]?.separated === true;
}

function nextFilled(lines: readonly Line[], index: number): number {
  let next = index + 1;
  while (lines[next]?.kind === 'blank') next++;
  return next;
}

/**
 * Between the last provision of one instrument and 第一条 of the next there is a title: the nearest line that could be
 * one. The headings in between may belong to the next instrument, to its table of contents or its body.
 */
function findTitle(
  lines: readonly Line[],
  headed: readonly Headed[],
  article: number,
  contentOf: ContentOf,
): number | undefined {
  const last = headed.findLast(({ depth }) => depth === DEPTH.article)?.index ?? -1;
  for (let index = article - 1; index > last; index--) {
    if (lines[index]?.kind === 'text' && TITLE.test(contentOf(index))) return index;
  }
  return undefined;
}
