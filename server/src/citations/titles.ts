/**
 * Titles of instruments: which 《…》 name one, how the full title is written, and the key under which two ways of
 * writing a title meet.
 */

import { copyOf } from '../syntax/characters.js';

/** What statutes have in front of their names, and citations of them often leave out. */
export const COUNTRY = '中华人民共和国';

/** Kinds of legal instruments: law, regulation, rules, decision, interpretation, treaty, normative standard. */
const INSTRUMENT =
  /(?:法|法典|条例|规定|办法|细则|规则|决定|解释|公约|条约|协定|议定书|宪章|章程|规程|规范|标准|准则|通则|总则|意见|决议|批复|通知|纲要|安排|修正案|条令|守则|惯例|税则|规约|药典|指示|命令|布告|政府.*声明|联合声明|宣言|备忘录|的修[订正改]|复函|答复|解答|纪要|序言|实施办法)$/;
/** Papers and periodicals that stand in 《》 as well; their names may end like an instrument's (商标公告, 决定书). */
const NOT_INSTRUMENT = /(?:书法|方法|做法|看法|想法|写法|说法|兵法)$/;
/** A statute, or what is named after one: 土地管理法实施条例, 母婴保健法实施办法, 刑法修正案（八）. A 办法 is none. */
const STATUTE = /^[^〈〉]*(?<!办)法典?(?:实施条例|实施细则|实施办法|修正案(?:[（(][^）)]*[)）])?)?$/;
const QUALIFIER = /[（(〔[][^（）()〔〕[\]]*[)）〕\]]$/;

/** （草案）, （修订草案征求意见稿）, （送审稿）. */
const DRAFT = /[（(〔[][^（）()〔〕[\]]*(?:草案|征求意见|送审稿|讨论稿|审议稿|修改稿)[^（）()〔〕[\]]*[)）〕\]]/g;
/** （试行）, （2018年修正）; but 修正案（2018年） is another amendment than 修正案（2004年）. */
const VERSION = /[（(〔[](?:试行|暂行|(?<!修正案.)\d{4}年?(?:第.次)?(?:修[正订])?(?:版|文本|本)?)[)）〕\]]/g;

/** The title between 《 and 》 without marks of layout: white space that a wrapped line left, ASCII nested brackets. */
export function readTitle(bracketed: string): string {
  return bracketed
    .replace(/\s+/g, '')
    .replace(/[<＜《]/g, '〈')
    .replace(/[>＞》]/g, '〉');
}

/** Whether a title names a legal instrument, not a licence, a form or a newspaper. */
export function isInstrumentTitle(title: string): boolean {
  const bare = withoutQualifiers(title);
  return INSTRUMENT.test(bare) && !NOT_INSTRUMENT.test(bare);
}

/** Whether a title says that the text is not adopted yet. */
export function isDraftTitle(title: string): boolean {
  return title.search(DRAFT) >= 0;
}

/** Without （试行）, （2018年修正）, （一） behind it. */
export function withoutQualifiers(title: string): string {
  let bare = title;
  while (QUALIFIER.test(bare)) bare = bare.replace(QUALIFIER, '');
  return bare;
}

/**
 * The full title of what a citation names. Statutes are cited with or without 中华人民共和国 in front, and so are the
 * regulations made to implement one; all other titles are full as they are written.
 */
export function fullTitle(title: string): string {
  if (title.startsWith(COUNTRY)) return title;
  return STATUTE.test(title) ? COUNTRY + title : title;
}

/** A title as citations shorten it, without 中华人民共和国 in front. */
export function withoutCountry(title: string): string {
  return title.startsWith(COUNTRY) ? title.slice(COUNTRY.length) : title;
}

/**
 * The key of a title: titles with the same key name the same instrument. It leaves out what citations leave out or add:
 * 中华人民共和国, the brackets' shapes, spaces, the state of the text （草案）（征求意见稿）（试行）, a version's year.
 */
export function titleKey(title: string): string {
  if (title.length > LONGEST_KEPT) return makeKey(title);
  let key = keys.get(title);
  if (key === undefined) {
    // Replaced and not emptied, and only if somebody makes up titles without end.
    if (keys.size >= MOST_KEYS) keys = new Map();
    const own = copyOf(title);
    keys.set(own, (key = makeKey(own)));
  }
  return key;
}

/** Titles are few and named often: each is made into its key once. */
let keys = new Map<string, string>();
const MOST_KEYS = 50_000;
/** What is longer, in characters, stands between brackets that do not close, and is no title that is named again. */
const LONGEST_KEPT = 500;

/** What a title has that its key has not, or otherwise; but for 中华人民共和国. */
const LEFT_OUT = /[\s()（）〔[《》〈〉<>＜＞]/;

function makeKey(title: string): string {
  const bare = LEFT_OUT.test(title) ? withoutMarks(title) : title;
  return bare.includes(COUNTRY) ? bare.replaceAll(COUNTRY, '') : bare;
}

function withoutMarks(title: string): string {
  return title
    .replace(/\s+/g, '')
    .replace(DRAFT, '')
    .replace(VERSION, '')
    .replace(/[《》〈〉<>＜＞]/g, '')
    .replace(/[(（]/g, '（')
    .replace(/[)）]/g, '）');
}
