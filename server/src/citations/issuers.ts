/**
 * Issuers in front of titles. Some instruments have theirs in the title (最高人民法院关于…的解释), and citations leave it
 * outside of 《》: 最高人民法院《关于…的解释》. What such a title is about begins with 关于.
 */

const MATTER = '关于';
/** In UTF-16 units: several institutions, a session, a date. */
const LONGEST = 100;

/** What stands between the issuer and the title: 于2001年9月11日公布的, 第十次会议通过的, 令第8号发布的. */
const ISSUED =
  /(?:于?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)(?:[（(][^（）()]*[)）])?(?:第?[\d〇○零一二三四五六七八九十百千]+次(?:全体)?会议)?(?:令?第\d+号)?(?:审议|讨论|批准|联合)*(?:通过|公布|颁布|发布|印发|颁发|制定|作出|下发|批准|批转|转发)?[的了]?$/;
/** 第十三届全国人民代表大会 is 全国人民代表大会. */
const TERM = /第[\d〇○零一二三四五六七八九十百]+届/g;
/** What ends the name of an institution, with what joins it to the next one. */
const JOINT = /(?<=[院会部委局署行府厅办])[、和与及]/g;

/** The title, or its key, without the issuer in front of 关于. */
export function withoutIssuer(title: string): string {
  return title.slice(issuerLength(title));
}

/** The issuer that a title, or its key, has in front of 关于; empty where it has none. */
export function issuerIn(title: string): string {
  return title.slice(0, issuerLength(title));
}

function issuerLength(title: string): number {
  const at = title.indexOf(MATTER);
  // 《修改〈关于…〉的决定》 has no issuer.
  return at < 0 || /[《〈]/.test(title.slice(0, at)) ? 0 : at;
}

/**
 * The words in front of a title that may end in its issuer; undefined for a title that none could be added to.
 *
 * @param at offset of the 《
 */
export function wordsOfIssuer(text: string, at: number, title: string): string | undefined {
  if (!title.startsWith(MATTER)) return undefined;
  const before = text.slice(Math.max(0, at - LONGEST), at).replace(/\s+/g, '');
  return before.replace(ISSUED, '');
}

/**
 * Whether words end in the name of an issuer as a whole: of 最高人民法院、最高人民检察院 the second one alone is no issuer.
 *
 * @param issuer as it stands in a title
 */
export function endInIssuer(words: string, issuer: string): boolean {
  const joined = written(words);
  const sought = written(issuer).replaceAll('、', '');
  let start = joined.length;
  for (let left = sought.length; left > 0; start--) {
    const character = joined[start - 1];
    if (character === '、') continue;
    if (character === undefined || character !== sought[--left]) return false;
  }
  return sought !== '' && joined[start - 1] !== '、';
}

/** The names of institutions in one form, joined by 、. */
function written(institutions: string): string {
  return institutions
    .replace(/\s+/g, '、')
    .replace(/^.*[，。；：》][、和与及]?/, '')
    .replaceAll('中华人民共和国', '')
    .replace(TERM, '')
    .replace(JOINT, '、')
    .replaceAll('人大', '人民代表大会')
    .replace(/(?<=会)常委会/g, '常务委员会')
    .replaceAll('中央军委', '中央军事委员会');
}
