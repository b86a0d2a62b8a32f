import type { Span } from '../syntax/tree.js';
import { wordsOfIssuer } from './issuers.js';
import { fullTitle, isInstrumentTitle, readTitle } from './titles.js';

/** A short name that a document gives to an instrument: 《…条例》（以下简称《条例》）. */
export interface Alias {
  /** As it stands in later citations, without 《》 or “”. */
  readonly name: string;
  /** The full title of what it names. */
  readonly title: string;
  /** Whether it was defined with 《》 around it: then it is cited so, and the bare word (条例) is just a word. */
  readonly bracketed: boolean;
  /** Where the name stands in its definition, brackets and quotes not included. */
  readonly definition: Span;
  /** The whole （以下简称…）. */
  readonly clause: Span;
}

const VERB = '(?:以下)?(?:分别|均)?(?:简称|下称|称)(?:为|作)?[:：]?';
/** （以下简称…）, the number of the document in front or not (法释〔2008〕5号，以下简称…), in which no citation stands. 统称 and 合称 name several things at once and make no alias of one. */
const CLAUSE = `[（(](?:[^（）()《》“”\\n]{1,40}[，,；;]\\s*)?(?:${VERB})((?:《[^《》]{1,60}》|“[^”]{1,60}”|[^（）()《》“”\\n]|[（(][^（）()\\n]{1,20}[)）])+?)(?:[，,]?下同)?[)）]`;
/** The same, at an offset. */
export const ALIAS_CLAUSE = new RegExp(CLAUSE, 'y');
const SEPARATOR = /(?:、|，|和|及|以及|与)/;

/** Bare law names that end at an offset; see `StatuteNames.endingAt`. */
export type NameEndingAt = (text: string, end: number) => { start: number; title: string } | undefined;

/** The full title of a title in 《》, by the words in front of it that may name its issuer. */
export type TitleMeant = (title: string, issuer: string | undefined) => string;

/** Whether there is anything in a text for {@link collectAliases} to look at. */
export function mayHoldAliases(text: string): boolean {
  return text.includes('称') && ANY_CLAUSE.test(text);
}

const ANY_CLAUSE = new RegExp(CLAUSE);

/** The same short name in a text that begins so much earlier. */
export function movedAlias(alias: Alias, by: number): Alias {
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return { ...alias, definition: moved(alias.definition), clause: moved(alias.clause) };
}

/**
 * Collects the short names that a text gives to instruments. Short names of anything else (以下简称生活垃圾) are not its
 * concern.
 *
 * @param nameEndingAt finds a bare name in front of the clause: 中华人民共和国宪法（以下简称宪法）
 */
export function collectAliases(text: string, nameEndingAt: NameEndingAt, titleMeant: TitleMeant): Alias[] {
  const aliases: Alias[] = [];
  if (!text.includes('称')) return aliases;
  for (const match of text.matchAll(new RegExp(CLAUSE, 'g'))) {
    const clause = { start: match.index, end: match.index + match[0].length };
    const list = match[1] ?? '';
    const listStart = match.index + match[0].indexOf(list);
    const names = splitNames(list, listStart);
    const titles = titlesBefore(text, clause.start, names.length, nameEndingAt, titleMeant);
    names.forEach((name, index) => {
      const title = titles[index];
      if (title) aliases.push({ ...name, title, clause });
    });
  }
  return aliases;
}

function splitNames(list: string, start: number): Pick<Alias, 'name' | 'bracketed' | 'definition'>[] {
  const names: Pick<Alias, 'name' | 'bracketed' | 'definition'>[] = [];
  let at = start;
  for (const part of list.split(new RegExp(`(${SEPARATOR.source})`))) {
    const match = SEPARATOR.exec(part)?.[0] === part ? null : /^\s*“?(《?)([^《》“”]+)》?”?\s*$/.exec(part);
    if (match) {
      const name = (match[2] ?? '').trim();
      const offset = at + part.indexOf(name);
      names.push({
        name: readTitle(name),
        bracketed: match[1] === '《',
        definition: { start: offset, end: offset + name.length },
      });
    }
    at += part.length;
  }
  return names;
}

/** The titles right before an alias clause, as many as it gives names, in text order. */
function titlesBefore(
  text: string,
  end: number,
  count: number,
  nameEndingAt: NameEndingAt,
  titleMeant: TitleMeant,
): (string | undefined)[] {
  const titles: (string | undefined)[] = [];
  let at = end;
  while (titles.length < count) {
    // A date or （试行） may stand between the title and the clause; between two titles a separator does.
    const before = text.slice(Math.max(0, at - 60), at);
    at -= /(?:[（(][^（）()]{0,50}[)）]|、|，|和|及|以及|与|\s)*$/.exec(before)?.[0].length ?? 0;
    const opened = text[at - 1] === '》' ? openingBracket(text, at - 1) : -1;
    const bare = opened < 0 ? nameEndingAt(text, at) : undefined;
    if (opened < 0 && !bare) break;
    const title = opened < 0 ? (bare?.title ?? '') : fullTitle(readTitle(text.slice(opened + 1, at - 1)));
    // 《出版物经营许可证》（以下简称许可证） names no instrument.
    titles.unshift(isInstrumentTitle(title) ? titleMeant(title, wordsOfIssuer(text, opened, title)) : undefined);
    at = opened < 0 ? (bare?.start ?? at) : opened;
  }
  // Too few titles for the names: which belongs to which can't be known.
  return titles.length === count ? titles : [];
}

/** The 《 that a 》 closes, or -1; nested 《》 count. Titles are short, so the search is bounded. */
function openingBracket(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0 && close - at < 200; at--) {
    if (text[at] === '》') depth++;
    else if (text[at] === '《' && --depth === 0) return at;
  }
  return -1;
}
