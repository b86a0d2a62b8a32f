import { STATUTES } from './statutes.js';
import type { Alias } from './aliases.js';

/** A bare name of an instrument in running text. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  /** The full title. */
  readonly title: string;
  readonly alias: boolean;
}

const COUNTRY = '中华人民共和国';
/** What a regulation or amendment adds to the name of its statute: 专利法实施细则, 刑法修正案（十一）. */
const DERIVED = /(?:实施条例|实施细则|实施办法|修正案(?:[（(][一二三四五六七八九十]+[)）])?)/y;
/** Characters that make another word of what would be a name: 公司法人, 仲裁法庭, 合同法律关系, 海关法规. */
const WORD_GOES_ON = /[人律院官定规学庭制治域理系医警务]/;
/** A regulation or a treaty whose 《》 were left out: certain only right in front of an article (工伤保险条例第十四条). */
const UNBRACKETED = /(?:条例|宪章|公约|条约|协定|实施细则)(?=第[一二三四五六七八九十百千零0-9]+[条章])/g;
/** Such a name reaches back to the verb or the punctuation that it follows; 本条例 and 有关条例 are no names. */
const UNBRACKETED_NAME =
  /(?:依照|按照|根据|违反|适用|依据|参照|[，。；、（])((?:(?!本|该|同|应当?|依照|按照|违反|根据|遵守|规定|有关|上述|前述|除|在|对|由)[\u4e00-\u9fff]){4,24})$/;
const LAST_CHARACTERS = ['法', '典', '则'];

/**
 * Finds bare names: those of statutes, and the aliases that a document defines without 《》. Nothing marks where such a
 * name begins, so the longest known name that ends at a place is taken.
 */
export class InstrumentNames {
  private readonly aliases: readonly Alias[];
  /** Names with the same key find the same mentions. */
  readonly key: string;

  constructor(
    aliases: readonly Alias[] = [],
    private readonly statutes: StatuteNames = STATUTE_NAMES,
  ) {
    this.aliases = [...aliases].filter(({ bracketed }) => !bracketed).sort((a, b) => b.name.length - a.name.length);
    this.key = aliases.map(({ name, title, bracketed }) => `${name}\t${title}\t${String(bracketed)}`).join('\n');
  }

  /** All bare names in a text, in order; of names that overlap the one that begins first. */
  find(text: string): NameMatch[] {
    const matches = this.statutes.find(text);
    for (const { name, title } of this.aliases) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const end = at + name.length;
        if (!WORD_GOES_ON.test(text[end] ?? '')) matches.push({ start: at, end, title, alias: true });
      }
    }
    for (const match of unbracketedTitles(text)) matches.push(match);
    matches.sort((a, b) => a.start - b.start || b.end - a.end || Number(b.alias) - Number(a.alias));
    let last = 0;
    return matches.filter(({ start, end }) => start >= last && (last = end) > 0);
  }
}

/** The titles of regulations and treaties in a text whose 《》 were left out. */
export function* unbracketedTitles(text: string): Generator<NameMatch> {
  for (const match of text.matchAll(UNBRACKETED)) {
    const end = match.index + match[0].length;
    const title = UNBRACKETED_NAME.exec(text.slice(Math.max(0, end - 30), end))?.[1];
    if (title) yield { start: end - title.length, end, title, alias: false };
  }
}

class StatuteNames {
  /** By the last two characters: at each 法 of a text it is asked for one. */
  private readonly byEnding = new Map<number, string[]>();

  constructor(names: readonly string[]) {
    for (const name of [...names].sort((a, b) => b.length - a.length)) {
      const ending = lastTwo(name, name.length);
      this.byEnding.set(ending, [...(this.byEnding.get(ending) ?? []), name]);
    }
  }

  find(text: string): NameMatch[] {
    const matches: NameMatch[] = [];
    for (const character of LAST_CHARACTERS) {
      for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
        const match = this.endingAt(text, at + 1);
        if (match) matches.push({ ...match, alias: false });
      }
    }
    return matches;
  }

  /** The longest statute's name that ends at an offset, 中华人民共和国 in front included, and what it is continued by. */
  endingAt(text: string, end: number): Omit<NameMatch, 'alias'> | undefined {
    const names = this.byEnding.get(lastTwo(text, end));
    const name = names?.find((candidate) => text.startsWith(candidate, end - candidate.length));
    if (name === undefined) return undefined;
    DERIVED.lastIndex = end;
    const derived = DERIVED.exec(text)?.[0] ?? '';
    if (!derived && WORD_GOES_ON.test(text[end] ?? '')) return undefined;
    let start = end - name.length;
    if (text.startsWith(COUNTRY, start - COUNTRY.length)) start -= COUNTRY.length;
    return { start, end: end + derived.length, title: COUNTRY + name + derived };
  }
}

/** The two characters in front of an offset, as a number. */
function lastTwo(text: string, end: number): number {
  return text.charCodeAt(end - 2) * 0x10000 + text.charCodeAt(end - 1);
}

/** Knows the statutes' names, whatever the document. */
export const STATUTE_NAMES = new StatuteNames(STATUTES);
