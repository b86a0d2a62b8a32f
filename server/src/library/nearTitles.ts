import { distance } from 'fastest-levenshtein';
import { withoutIssuer } from '../citations/issuers.js';

/** Shorter names are other instruments' as often as slips: 公司法, 公路法. */
const MIN_LENGTH = 5;
/** Characters that may be left out or added: 税收征管法 for 税收征收管理法, 环境侵权 for 生态环境侵权. */
const MAX_LEFT_OUT = 2;
/** Two characters side by side make another matter of it (互联网药品信息), unless they only describe it. */
const DESCRIBING = /^(?:管理|监督|工作|审查|监察|基本|生态|保护|工程|安全|革命|征收)?$/;
/** The name of the matter, without place and kind, must be so long that a mistaken character leaves no doubt. */
const MIN_MATTER = 8;
/** Characters that are mistaken for one another, in names of any length. */
const CONFUSED = [
  '例列',
  '理里',
  '型形',
  '账帐',
  '计记',
  '订定',
  '制置',
  '作做',
  '份分',
  '坏环',
  '防妨',
  '建健',
  '辆量',
];
/** 实施条例 and 实施细则, 条例 and 暂行条例 of one name are two instruments. */
const KIND =
  /(?:(?:实施|暂行|试行|若干|补充|具体|管理)*(?:条例|细则|办法|规定|规则|规程|规范|标准|准则|意见|通知|解释|决定|决议|批复|安排|章程|纲要|公约|条约|协定|议定书)(?:（[^）]*）)?)$|法典?$/;
/** Instruments of two places are two. */
const PLACE = /^.{0,12}?(?:省|市|自治区|自治州|自治县|特别行政区|经济特区|新区|县|州)/;
/** Characters that tell two instruments apart where they differ in nothing else. */
const TELLING =
  /[0-9一二三四五六七八九十百千动植进出内外城乡省市县区州国刑民军水气林草海河湖江东西南北甲乙丙丁]|暂行|试行|实施|补充|修[正改订]/;

/**
 * The titles of a library, searched for one that a title nearly equals: a character left out or mistaken, an issuer left
 * out or added. Made for many thousand titles: only those that share the beginning or the end of the name are compared,
 * and what was found is kept until a title comes or goes.
 */
export class NearTitles {
  private readonly titles = new Map<string, string>();
  private readonly buckets = new Map<string, Set<string>>();
  private readonly found = new Map<string, string | undefined>();

  /** @param key the title's key, see `titleKey` */
  add(key: string, title: string): void {
    this.titles.set(key, title);
    for (const bucket of bucketsOf(key)) {
      const keys = this.buckets.get(bucket);
      if (keys) keys.add(key);
      else this.buckets.set(bucket, new Set([key]));
    }
    this.found.clear();
  }

  delete(key: string): void {
    this.titles.delete(key);
    for (const bucket of bucketsOf(key)) this.buckets.get(bucket)?.delete(key);
    this.found.clear();
  }

  /**
   * The title that another one is probably meant for; undefined where none is near, or two are equally near.
   *
   * @param key of a title that the library does not have
   */
  nearest(key: string): string | undefined {
    if (!this.found.has(key)) this.found.set(key, this.search(key));
    return this.found.get(key);
  }

  private search(key: string): string | undefined {
    if (key.length < MIN_LENGTH) return undefined;
    const candidates = new Set(bucketsOf(key).flatMap((bucket) => [...(this.buckets.get(bucket) ?? [])]));
    let best: string[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
      const difference = differenceOf(key, candidate);
      if (difference === undefined || difference > least) continue;
      best = difference < least ? [candidate] : [...best, candidate];
      least = difference;
    }
    return best.length === 1 ? this.titles.get(best[0] ?? '') : undefined;
  }
}

/** The beginning and the end of the name, its issuer and its kind left out. */
function bucketsOf(key: string): string[] {
  const name = withoutIssuer(key);
  const stem = name.replace(KIND, '');
  return [`^${name.slice(0, 3)}`, `${stem.slice(-3)}$`];
}

/** How much two titles differ; undefined if by too much, or by what makes two instruments of them. */
function differenceOf(a: string, b: string): number | undefined {
  if (withoutIssuer(a) === withoutIssuer(b)) return 0;
  const leftOut = Math.abs(a.length - b.length);
  if (leftOut > MAX_LEFT_OUT || PLACE.exec(a)?.[0] !== PLACE.exec(b)?.[0]) return undefined;
  const difference = distance(a, b);
  // Characters left out only, or one mistaken for another only; a word for another word is no slip.
  const isOmission = difference === leftOut;
  if (!isOmission && (leftOut > 0 || difference > 1)) return undefined;
  const [inA, inB] = whatDiffers(a, b);
  if (!isOmission && CONFUSED.some((pair) => pair.includes(inA) && pair.includes(inB))) return difference;
  if (KIND.exec(a)?.[0] !== KIND.exec(b)?.[0] || TELLING.test(inA) || TELLING.test(inB)) return undefined;
  if (isOmission) return difference < 2 || DESCRIBING.test(inA + inB) || (inA && inB) ? difference : undefined;
  return matterOf(a).length >= MIN_MATTER ? difference : undefined;
}

/** What a title is about, without place, issuer and kind. */
function matterOf(key: string): string {
  return withoutIssuer(key).replace(PLACE, '').replace(KIND, '');
}

/** The parts of two texts from the first to the last character that differs. */
function whatDiffers(a: string, b: string): [string, string] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const longest = Math.min(a.length, b.length) - start;
  while (end < longest && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
