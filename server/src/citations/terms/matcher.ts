import { copyOf } from '../../syntax/characters.js';
import { isJustAWord } from '../names.js';
import type { Stretch } from './definition.js';

/** A name to look for, and what in front of it makes the words mean something else. */
export interface Wanted {
  readonly name: string;
  readonly fullForm: string;
}

/** A name that stands in some words, by its place among the names that were looked for. */
export interface Hit extends Stretch {
  readonly name: string;
}

/** 非机动车 is no 机动车, and 反倾销税 no 倾销税. */
const NEGATED = /[非无未不反]$/;
/** Names for a kind of body, of which each field has its own: 交通运输主管部门 is not the 主管部门 of a text. */
const BODY = /(?:部门|机构|机关|单位|组织|委员会|办公室|协会|企业|人员)$/;
/** What bodies are in charge of, as it stands in front of them; and words that say that others are meant. */
const FIELD = new RegExp(
  `(?:${[
    '行政|管理|监督|监管|监察|执法|主管|建设|规划|资源|环境|生态|保护|交通|运输|卫生|健康|医疗|教育|财政|公安|水务|水利|农业|农村',
    '林业|草原|文化|旅游|体育|民政|市政|市容|商务|工商|信息化|信息|价格|物价|改革|发展|审计|税务|安全|应急|消防|气象|地震|海洋|渔业',
    '科技|科学|技术|人事|保障|社会|园林|绿化|城乡|住房|房产|房地产|房屋|国土|土地|矿产|能源|电力|通信|邮政|铁路|民航|航空|港口|航道',
    '航运|海事|档案|宗教|民族|外事|侨务|司法|统计|粮食|药品|食品|市场|质量|检疫|检验|测绘|地理|文物|广播|电视|新闻|出版|版权|产权',
    '网信|密码|保密|国防|人防|国资|金融|保险|证券|行业|业务|专业|其他|有关|相关|上述|前述|中介',
  ].join('|')})$`,
);
/** Names that say of something what it is beside something else: 商标相同, 商品近似. */
const COMPARISON = /(?:相同|近似|类似|相似|相近|一致|不同|相符)$/;
/** In 与他人注册商标相同 what stands behind 与 is the other thing: the name's words are not those of one name there. */
const COMPARED = /[与和跟][^，。；：、“”（）而\n]*$/;
/** A thing that something is compared with has no longer name. */
const LONGEST_COMPARED = 24;
/** What makes another word of a short name: 数据 in 数据库, 信息 in 信息化. */
const GOES_ON: Readonly<Record<number, RegExp>> = { 2: /^[化家库]/ };
const GOES_ON_ALWAYS = /^化/;
/** Titles, in which no term of this text stands. */
const TITLE = /《[^《》]*(?:《[^《》]*》[^《》]*)*》?/g;

/** Finds the names of terms in words: of those that overlap the one that begins first, the longest of them. */
export class TermMatcher {
  private readonly pattern: RegExp | undefined;
  private readonly fullForms = new Map<string, string[]>();

  private constructor(
    /** Matchers of the same names are the same one. */
    wanted: readonly Wanted[],
  ) {
    for (const { name, fullForm } of wanted) {
      const known = this.fullForms.get(name) ?? [];
      if (fullForm) known.push(fullForm);
      this.fullForms.set(name, known);
    }
    const names = [...this.fullForms.keys()].sort((a, b) => b.length - a.length);
    if (names.length > 0) this.pattern = new RegExp(names.map(escaped).join('|'), 'g');
  }

  /** The matcher of some names; the same object for the same names, so that what it found can be kept by it. */
  static of(wanted: readonly Wanted[]): TermMatcher {
    const key = wanted.map(({ name, fullForm }) => `${name}\t${fullForm}`).join('\n');
    let matcher = matchers.get(key);
    if (!matcher) {
      // Replaced and not emptied: a text in which a name is being typed has another matcher at each keystroke.
      if (matchers.size >= MOST_MATCHERS) matchers = new Map();
      // It outlives the texts that its names are from.
      const own = wanted.map(({ name, fullForm }) => ({ name: copyOf(name), fullForm: copyOf(fullForm) }));
      matchers.set(copyOf(key), (matcher = new TermMatcher(own)));
    }
    return matcher;
  }

  find(words: string): Hit[] {
    const { pattern } = this;
    if (!pattern) return [];
    pattern.lastIndex = 0;
    let match = pattern.exec(words);
    if (!match) return [];
    const hits: Hit[] = [];
    const titles = words.includes('《') ? [...words.matchAll(TITLE)] : [];
    let next = 0;
    for (; match; match = pattern.exec(words)) {
      const [name] = match;
      const start = match.index;
      const end = start + name.length;
      let title = titles[next];
      while (title && title.index + title[0].length <= start) title = titles[++next];
      if (title && end > title.index) pattern.lastIndex = Math.max(end, title.index + title[0].length);
      else if (this.isMeant(words, start, name)) hits.push({ start, end, name });
      else pattern.lastIndex = start + 1;
    }
    return hits;
  }

  private isMeant(words: string, start: number, name: string): boolean {
    const before = words.slice(Math.max(0, start - 4), start);
    const behind = words.slice(start + name.length, start + name.length + 1);
    if (NEGATED.test(before) || GOES_ON_ALWAYS.test(behind) || GOES_ON[name.length]?.test(behind)) return false;
    if (COMPARISON.test(name) && COMPARED.test(words.slice(Math.max(0, start - LONGEST_COMPARED), start))) return false;
    if (this.fullForms.get(name)?.some((form) => before.endsWith(form))) return false;
    return !(BODY.test(name) && FIELD.test(before)) && !isJustAWord(words, start, name);
  }
}

let matchers = new Map<string, TermMatcher>();
const MOST_MATCHERS = 256;

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
