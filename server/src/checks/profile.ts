import type { RegulationDocument } from '../library/document.js';
import { isAmending } from './amending.js';

/** The kinds of instruments that are written by different habits; some rules are graver in one than in another. */
export const PROFILES = [
  /** 法律 */
  'law',
  /** 行政法规 */
  'administrative-regulation',
  /** 部门规章 */
  'departmental-rule',
  /** 地方性法规 */
  'local-regulation',
  /** 地方政府规章 */
  'local-government-rule',
  /** 修改决定、修正案 */
  'amending-decision',
] as const;
export type Profile = (typeof PROFILES)[number];

/** The setting: `auto` tells the profile from each text. */
export type ProfileSetting = Profile | 'auto';

const PLACE = '(?:省|自治区|特别行政区|市|自治州|地区|盟|县|旗|区)';
const NATIONAL_CONGRESS = /(?:^|[^\u4e00-\u9fff]|第[一二三四五六七八九十]+届)全国人民代表大会/;
const LOCAL_CONGRESS = new RegExp(`${PLACE}(?:第[一二三四五六七八九十]+届)?(?:人民代表大会|人大常委会)`);
const STATE_COUNCIL =
  /国务院(?:、[^，。（）]{0,12}中央军事委员会|、中央军委)?令|国务院、(?:中华人民共和国)?中央军|国务院第[一二三四五六七八九十百〇零\d]+次常务会议|国务院(?:[^，。（）]{0,12})(?:公布|发布|批准|批转)/;
const LOCAL_GOVERNMENT =
  /人民政府(?:令|第[一二三四五六七八九十百〇零\d]+次|[^，。（）]{0,16}会议|[^，。（）]{0,6}(?:公布|发布))/;
const DEPARTMENT =
  /(?:部|委员会|总局|局|署|总署|人民银行|会)(?:令|第[一二三四五六七八九十百〇零\d]+次(?:部务|委务|局务|署务|行务)会议)/;
/** Words that end like a place and are none: 城市公共交通条例, 上市公司监督管理条例, 风景名胜区条例. */
const NO_PLACE =
  '城市|都市|上市|超市|社区|地区|小区|灾区|牧区|林区|山区|库区|保税区|开发区|风景名胜区|自然保护区|国旗|党旗|联盟';
const LOCAL_TITLE = new RegExp(`^(?!${NO_PLACE})[\\u4e00-\\u9fff]{1,12}?(?<!城|上)${PLACE}(?!场)`);

/**
 * The kind of an instrument, told from who made it by its history note and its order of promulgation, else from its title.
 * Undefined where neither tells it: then every rule has the severity that holds in general.
 */
export function profileOf(document: Pick<RegulationDocument, 'title' | 'notes' | 'tree'>): Profile | undefined {
  const { title } = document;
  if (isAmending(title) || /关于(?:修改|废止)[^，。]*的(?:决定|决议)$/.test(title)) return 'amending-decision';
  const orders = document.tree.root.children.filter(({ kind }) => kind === 'cover').map(({ text }) => text);
  // Who amended it is told by a title in brackets: 《国务院关于修改部分行政法规的决定》.
  const acts = [...orders, ...document.notes].map((note) => note.replace(/\s/g, ''));
  for (const act of acts) {
    const maker = makerOf(act);
    if (maker) return maker;
  }
  return ofTitle(title);
}

function makerOf(act: string): Profile | undefined {
  if (LOCAL_CONGRESS.test(act)) return 'local-regulation';
  if (NATIONAL_CONGRESS.test(act)) return 'law';
  if (STATE_COUNCIL.test(act)) return 'administrative-regulation';
  if (LOCAL_GOVERNMENT.test(act)) return 'local-government-rule';
  return DEPARTMENT.test(act) ? 'departmental-rule' : undefined;
}

function ofTitle(title: string): Profile | undefined {
  if (/(?:[^办看手]|典)法(?:（[^）]*）)?$/.test(title)) return 'law';
  const isLocal =
    LOCAL_TITLE.test(title.replace(/《[^《》]*》|〈[^〈〉]*〉/g, '')) && !title.startsWith('中华人民共和国');
  if (isLocal && (/条例/.test(title) || /实施[《〈]?.*法[》〉]?(?:办法|细则|的?规定)/.test(title)))
    return 'local-regulation';
  return !isLocal && /条例(?:（[^）]*）|实施细则)?$/.test(title) ? 'administrative-regulation' : undefined;
}
