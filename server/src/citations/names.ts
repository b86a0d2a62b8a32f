import { SHORT_NAMES, STATUTES } from './statutes.js';
import type { Alias } from './aliases.js';
import { COUNTRY, fullTitle } from './titles.js';

/** A bare name of an instrument in running text. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  /** The full title. */
  readonly title: string;
  readonly alias: boolean;
  /** Only a guess by its form: a name if an instrument of that title is at hand. */
  readonly ifKnown?: boolean;
}

/** What a regulation or amendment adds to the name of its statute: 专利法实施细则, 刑法修正案（十一）. */
const DERIVED = /(?:实施条例|实施细则|实施办法|修正案(?:[（(][一二三四五六七八九十]+[)）])?)/y;
/**
 * What makes another word of what would be a name: 公司法人, 仲裁法庭, 合同法律关系, 海关法规 (but 海关法规定, and 教育法制定), the committees
 * 宪法和法律委员会 and 香港特别行政区基本法委员会, the ceremony 宪法宣誓, the day 国家宪法日.
 */
const WORD_GOES_ON = /[人律院官定学庭治域理系医警务日]|制(?!定)|规(?!定)|委员会|和法律委员会|宣誓/y;
/** 采用降排水法施工 is a method of building, not the Water Law. */
const METHOD = /[排降供节用取引]水法$/;
/**
 * A regulation or a treaty whose 《》 were left out: certain only right in front of an article (工伤保险条例第十四条), but for
 * the few names that no other text has.
 */
const UNBRACKETED = new RegExp(
  '(?:条例|宪章|公约|条约|协定|实施细则)(?=第[一二三四五六七八九十百千零0-9]+[条章])' +
    '|(中国(?:共产党|共产主义青年团|工会|红十字会)章程|联合国宪章)',
  'g',
);
/** Such a name reaches back to the verb or the punctuation that it follows; 本条例 and 有关条例 are no names. */
const UNBRACKETED_NAME =
  /(?:依照|按照|根据|违反|适用|依据|参照|[，。、；：（“])((?:(?!本|该|同|应当?|依照|按照|违反|根据|遵守|规定|有关|上述|前述|除|在|对|由)[\u4e00-\u9fff]){4,24})$/;
/** An alias that is the word for its kind, 条例, is meant only where no other word runs into it: 单行条例, 本条例. */
const KIND_WORD = /^(?:条例|规定|办法|细则|规则|决定|解释|意见|通知|标准|规范|公约|协定)$/;
const OTHER_WORD = /(?:[本该同此各等关他些项述列治性例种家上章]|[单暂现试]行)$/;
/** What may be the name of an instrument, between a verb that asks for one and what follows a name. */
const GUESS = new RegExp(
  '(?:依照|按照|根据|违反|适用|依据|参照|遵守|符合)' +
    '((?:(?!本|该|同|有关|相关|国家|法律|法规|前|上述|规定|第|的|等)[\\u4e00-\\u9fff]){2,28}?' +
    '(?:条例|办法|细则|规则|规程|准则|法))' +
    '(?=第[一二三四五六七八九十百零0-9]+[条章]|的?(?:有关|相关)?规定|[，。、；）]|和|及|执行|处理|办理)',
  'g',
);
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
    const byName = new Map<string, Alias>();
    // Of several that stand at the same places the first one counts.
    for (const alias of aliases) if (!alias.bracketed && !byName.has(alias.name)) byName.set(alias.name, alias);
    this.aliases = [...byName.values()].sort((a, b) => b.name.length - a.name.length);
    this.key = aliases.map(({ name, title, bracketed }) => `${name}\t${title}\t${String(bracketed)}`).join('\n');
  }

  /** All bare names in a text, in order; of names that overlap the one that begins first. */
  find(text: string): NameMatch[] {
    const matches = this.statutes.find(text);
    for (const { name, title } of this.aliases) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const end = at + name.length;
        if (!goesOn(text, end) && !isJustAWord(text, at, name)) matches.push({ start: at, end, title, alias: true });
      }
    }
    const ends = new Set(matches.map(({ end }) => end));
    // A known name or an alias that ends here is what is meant (又出现条例第四条).
    for (const match of unbracketedTitles(text)) if (!ends.has(match.end)) matches.push(match);
    const certain = [...matches].sort((a, b) => a.start - b.start);
    let next = 0;
    for (const match of guessedTitles(text)) {
      while ((certain[next]?.end ?? match.end) <= match.start) next++;
      if ((certain[next]?.start ?? match.end) >= match.end) matches.push(match);
    }
    matches.sort((a, b) => a.start - b.start || b.end - a.end || Number(b.alias) - Number(a.alias));
    let last = 0;
    return matches.filter(({ start, end }) => start >= last && (last = end) > 0);
  }
}

/** The titles of regulations and treaties in a text whose 《》 were left out. */
export function* unbracketedTitles(text: string): Generator<NameMatch> {
  for (const match of text.matchAll(UNBRACKETED)) {
    const end = match.index + match[0].length;
    const title = match[1] ?? UNBRACKETED_NAME.exec(text.slice(Math.max(0, end - 30), end))?.[1];
    if (title) yield { start: end - title.length, end, title, alias: false };
  }
}

/** What by its form could be the name of an instrument. */
export function* guessedTitles(text: string): Generator<NameMatch> {
  for (const match of text.matchAll(GUESS)) {
    const name = match[1] ?? '';
    const end = match.index + match[0].length;
    yield { start: end - name.length, end, title: fullTitle(name), alias: false, ifKnown: true };
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
    if (!derived && goesOn(text, end)) return undefined;
    let start = end - name.length;
    if (METHOD.test(text.slice(Math.max(0, start - 1), end))) return undefined;
    if (text.startsWith(COUNTRY, start - COUNTRY.length)) start -= COUNTRY.length;
    return { start, end: end + derived.length, title: COUNTRY + (SHORT_NAMES[name] ?? name) + derived };
  }
}

/** The two characters in front of an offset, as a number. */
function lastTwo(text: string, end: number): number {
  return text.charCodeAt(end - 2) * 0x10000 + text.charCodeAt(end - 1);
}

/** Knows the statutes' names, whatever the document. */
export const STATUTE_NAMES = new StatuteNames([...STATUTES, ...Object.keys(SHORT_NAMES)]);

function goesOn(text: string, end: number): boolean {
  WORD_GOES_ON.lastIndex = end;
  return WORD_GOES_ON.test(text);
}

/** Whether a name that is the word for its kind is only that word where it stands: 单行条例, 本条例. */
export function isJustAWord(text: string, start: number, name: string): boolean {
  return KIND_WORD.test(name) && OTHER_WORD.test(text.slice(Math.max(0, start - 2), start));
}
