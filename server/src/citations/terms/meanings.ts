import { NUMERAL, parseNumeral } from '../../syntax/numerals.js';
import type { FoundDefinition, Reach, Stretch, Subject } from './definition.js';

const INSTRUMENT: Reach = { kind: 'instrument' };

/** 本条例下列用语的含义：, whose items and paragraphs are definitions. */
const GLOSSARY =
  /(?:用语|术语|名词|词语|概念|称谓)[^。：:]{0,12}(?:含义|定义|解释|释义|意义|意思|是指|如下)[^。]{0,6}[：:]?\s*$|所(?:称|指)(?:的)?[：:]\s*$/;

/** Sentences; what stands between 。 and ； is read by itself. */
const SENTENCE = /[^。；;]+[。；;]?/g;

/** One name, in quotes or not, 、 and brackets in it included. */
const NAME = String.raw`(?:“[^“”]{1,40}”(?:、|和|与|及|或者?|以及)?){2,12}|“[^“”]{1,40}”|‘[^‘’]{1,40}’|(?:[^，,。；;：:“”（）()《》\s]|“[^“”]{1,20}”|[（(][^（）()]{0,60}[)）]){1,60}?`;
const HOW = '(?:分别|均|都|仅|主要|具体|特|专|统|一般)?';
/** 指 as a verb by itself, not in 指导, 指定. */
const MEANS = '指(?![导挥定示派使出明令控标引责认])';
const BRACKETS = String.raw`(?:[（(][^（）()]{0,60}[)）])?`;
/** The verbs of a definition, from the surest on: a name may have 指 or 包括 in it (指定医院). */
const VERBS = [
  String.raw`${BRACKETS}(?:[，,：:]\s*${HOW}(?:是指|系指|${MEANS}|包括|包含|含|为|即|是|系)|${HOW}(?:是指|系指))`,
  String.raw`(?:分别|均|主要|一般|还)?(?:包括|包含|是|为(?:下列|以下)|分为|${MEANS}|限于)`,
  String.raw`[：:]\s*$`,
];
/** What a definition speaks of: 本条例, 前款, 刑法第三条; 所称 behind it. */
const BY = String.raw`[^，,。；;：:]{0,80}?`;
const SAID = VERBS.map(
  (verb) =>
    new RegExp(
      String.raw`(?:^|[，,：:“‘])\s*(?<by>${BY})所(?:称|指|谓)的?\s*(?<name>${NAME})(?:一词)?的?(?:含义|范围)?(?<verb>${verb})`,
      'd',
    ),
);
/** 刑法第一百四十条规定的“以假充真”，是指…. */
const QUOTED = new RegExp(
  String.raw`^\s*(?<by>${BY})(?<name>“[^“”]{1,40}”|‘[^‘’]{1,40}’)(?:一词)?(?<verb>[，,]?(?:是指|系指|${MEANS}|包括|包含)|：)`,
  'd',
);
const SELF = '本(?:条例|法典?|办法|规定|细则|规则|解释|章程|决定|标准|规程|规范|安排|意见|通知)';
/** 著作权法第三十三条第二款规定的转载，是指…; 本规定中的船舶工程系指…. */
const NAMED = new RegExp(
  String.raw`^\s*“?(?<by>${BY}(?:[条款项目]|${SELF})(?:中)?所?(?:规定|列|中|涉及)的?)(?<name>${NAME})(?<verb>[，,]?${HOW}(?:是指|系指))`,
  'd',
);
/** X，是指… without 本条例所称. */
const BARE = new RegExp(
  String.raw`^\s*“?(?<by>)(?<name>${NAME})(?<verb>${BRACKETS}(?:[，,：:]?${HOW}(?:是指|系指)|[，,：:]${HOW}${MEANS}))`,
  'd',
);
/** In a list of terms also X：…, X，包括… and X，即…. */
const LISTED = new RegExp(
  String.raw`^\s*(?<by>)(?<name>${NAME})(?<verb>${BRACKETS}(?:[，,：:]?${HOW}(?:是指|系指|包括|包含)|[，,：:]?${HOW}${MEANS}|[，,：:]${HOW}(?:即|为|是|系)|[：:]))`,
  'd',
);

/** What is no name: a clause, or words that point elsewhere. */
const CLAUSE =
  /应当|不得|可以|必须|规定|依照|按照|违反|情形|是否|下列|以下|认定|用语|^(?:本|该|其(?!他)|此|这|上述|所|对(?!外)|在|由|依|按|根据|因|但|如|则|并|其中|前[款条项])|的$/;
const TAIL = /(?:的含义|的范围|一词|范围内|等)$/;
/** Names that a text need not repeat in these very words: a description, several things in one, all that is left over. */
const INEXACT = /的|、|至|和(?![解平谐])|(?<!参)与|或|(?<!普)及(?!时)|[（(]|^其他|^有关|^各/;
/** 以上、以下、以内 and “五日” are words of everybody, whatever a law says of them. */
const NO_TERM =
  /^(?:[以之]?[上下内外前后]|不满|超过|届满|不足|[以、上下内不满超过]+|[一二三四五六七八九十百0-9]+(?:个工作)?[日月年天])$|的规定$/;

/** Whose words a list of terms explains, if some words head one. */
export function glossaryIn(words: string): Subject | undefined {
  return GLOSSARY.test(words) ? subjectOf(words) : undefined;
}

/**
 * Finds where the words of a paragraph or item say what a name means.
 *
 * @param glossary the list of terms that they stand in, if they do
 */
export function meaningsIn(words: string, glossary?: Subject): FoundDefinition[] {
  // Most paragraphs define nothing, and are passed over here.
  if (!glossary && !/[指称]/.test(words)) return [];
  const found: FoundDefinition[] = [];
  let before: Subject | undefined;
  for (const { 0: sentence, index } of words.matchAll(SENTENCE)) {
    const said = firstOf(SAID, sentence) ?? QUOTED.exec(sentence) ?? NAMED.exec(sentence);
    const match = said ?? (glossary && index === 0 ? LISTED : BARE).exec(sentence);
    const place = match?.indices?.groups?.['name'];
    if (!match || !place) continue;
    const { by = '', verb = '' } = match.groups ?? {};
    const names = namesIn(sentence, { start: place[0], end: place[1] }, verb.includes('分别'), said !== null);
    if (names.length === 0) continue;
    // ；所称… goes on with what the sentence before speaks of.
    const subject = by.trim() ? subjectOf(by) : (glossary ?? (said ? before : undefined));
    before = subject ?? before;
    for (const name of names) {
      const word = sentence.slice(name.start, name.end);
      found.push({
        kind: 'meaning',
        name: word,
        place: { start: index + name.start, end: index + name.end },
        whole: { start: index + leadingSpace(sentence), end: index + sentence.length },
        isOpen: /[：:]\s*$/.test(sentence),
        reach: subject?.reach ?? INSTRUMENT,
        isFormal: subject?.isOwn === true && !INEXACT.test(word),
        isPartial: /包括|包含|含|分为/.test(verb),
        isCoined: false,
        fullForm: '',
      });
    }
  }
  return found;
}

/** The match with the shortest name; of the verbs the surer ones first. */
function firstOf(patterns: readonly RegExp[], sentence: string): RegExpExecArray | null {
  if (!/所[称指谓]/.test(sentence)) return null;
  for (const pattern of patterns) {
    const match = pattern.exec(sentence);
    if (match) return match;
  }
  return null;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

/** The names that stand at a place: one, or those that 分别 tells apart. */
function namesIn(sentence: string, place: Stretch, isList: boolean, isSaid: boolean): Stretch[] {
  const text = sentence.slice(place.start, place.end);
  const isQuoted = /^(?:[“‘][^“”‘’]+[”’](?:、|和|与|及|或者?|以及)?){2,}$/.test(text);
  const parts =
    isList || isQuoted
      ? split(sentence, place, isQuoted ? /(?<=[”’])(?:、|和|与|及|或者?|以及)?/g : /、|以及|和|与|及/g)
      : [place];
  const names = parts.flatMap((part) => trimmed(sentence, part));
  return names.every(({ start, end }) => isName(sentence.slice(start, end), isSaid)) ? names : [];
}

/** Cuts a stretch at separators. */
export function split(text: string, { start, end }: Stretch, separator: RegExp): Stretch[] {
  const parts: Stretch[] = [];
  let from = start;
  for (const { 0: mark, index } of text.slice(start, end).matchAll(separator)) {
    parts.push({ start: from, end: start + index });
    from = start + index + mark.length;
  }
  parts.push({ start: from, end });
  return parts.filter((part) => part.end > part.start);
}

/** A name without quotes around it, brackets and words behind it. */
function trimmed(text: string, place: Stretch): Stretch[] {
  let { start, end } = place;
  for (;;) {
    const name = text.slice(start, end);
    const behind =
      /(?:[（(][^（）()]*[)）]|\s+|(?<=..)(?:属于|是|(?<!行)为(?![人主害])(?!.*的)).*|(?:还|也|分|均|不仅|同时))$/.exec(
        name,
      ) ?? TAIL.exec(name);
    if (/^(?:“[^“”]*”|‘[^‘’]*’)$/.test(name)) return [{ start: start + 1, end: end - 1 }];
    else if (/^[\s的]/.test(name)) start++;
    else if (behind) end -= behind[0].length;
    else return end > start ? [{ start, end }] : [];
  }
}

function isName(name: string, isSaid: boolean): boolean {
  if (
    name.length < 2 ||
    name.length > 40 ||
    /不$|[“”‘’]/.test(name) ||
    NO_TERM.test(name) ||
    !/[\u4e00-\u9fffA-Za-z]/.test(name)
  )
    return false;
  return isSaid
    ? !/^(?:应当|可以|不得|下列|以下)|^(?:情形|行为|规定|用语|期限)$/.test(name)
    : name.length <= 30 && !CLAUSE.test(name);
}

/** What 本条例所称, 本章所称 or 前款所称 holds for. */
function subjectOf(by: string): Subject {
  const around = /(本(?:[编章节款]|条(?!例)))[^本]*$/.exec(by)?.[1];
  if (
    /前[一二两三四五六七八九十几]?[款项]|上述|上款/.test(by) ||
    around === '本款' ||
    /本条第|本表|本附[件录]/.test(by)
  ) {
    return { reach: { kind: 'around', container: 'article' }, isOwn: false };
  }
  if (around) {
    const container = ({ 本编: 'part', 本章: 'chapter', 本节: 'section' } as const)[around] ?? 'article';
    return { reach: { kind: 'around', container }, isOwn: true };
  }
  if (/前[一二两三四五六七八九十几]?条/.test(by)) return { reach: INSTRUMENT, isOwn: false };
  const number = articleNumberIn(by);
  if (number === undefined)
    return {
      reach: INSTRUMENT,
      isOwn: /本(?!表)|^\s*(?:下列|以下|有关|相关|$)/.test(by) && !/法(?:典)?(?:和|及|、)/.test(by),
    };
  // 刑法第一百四十条: the word is one of another instrument, and this one says what it takes it for.
  const isOwn = /^\s*(?:本[^第]{1,8})?第/.test(by);
  return { reach: isOwn ? { kind: 'article', number } : INSTRUMENT, isOwn: false };
}

const ARTICLE = new RegExp(`第([${NUMERAL}]+)条(?:之([${NUMERAL}]+))?`);

/** `120-1` for the first 第一百二十条之一 in some words. */
function articleNumberIn(words: string): string | undefined {
  const match = ARTICLE.exec(words);
  return match
    ?.slice(1)
    .flatMap((numeral) => (numeral ? [String(parseNumeral(numeral).value)] : []))
    .join('-');
}
