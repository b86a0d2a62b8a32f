import { CHARACTER_OF_UNIT, type Unit } from '../../citations/coordinates.js';
import { plural, type Locale } from '../locale.js';

/** What hovers say, in one language. Arguments that are text of law are escaped by the caller. */
export interface HoverText {
  readonly open: string;
  /** What stands for the title of a text that has none. */
  readonly thisDocument: string;
  cut(length: number): string;
  cutList(count: number, unit: Unit): string;
  /** Which of the languages it is. */
  say(both: { readonly zh: string; readonly en: string }): string;
  version(name: string | undefined, count: number): string;
  newer(name: string, places: readonly string[]): string;
  /** Where a provision stands in a newer version: as a link, whether under the same label and with the same words. */
  now(label: string, link: string, isSameLabel: boolean, isSameText: boolean): string;
  gone(label: string): string;
  /** @param link to what the provision was part of */
  goneFrom(label: string, link: string): string;
  effective(date: string): string;
  counted(count: number, unit: Unit): string;
  alias(name: string, title: string, where: string): string;
  /** Where a term is defined, or a short name is given. */
  term(name: string, where: string, kind: 'meaning' | 'short'): string;
  termUses(name: string, count: number): string;
  notCited(label: string): string;
  cited(label: string, count: number): string;
  citing(title: string, count: number, links: readonly string[], more: boolean): string;
  moreDocuments(count: number): string;
  readonly note: string;
  readonly preamble: string;
  readonly front: string;
  missingDocument(title: string): string;
  nearTitle(title: string): string;
  addDocument(folders: 'paths' | 'uris'): string;
  nothingBefore(label: string, count: number, unit: Unit): string;
  readonly nothingBeforeAdvice: string;
  noReferent(words: string): string;
}

/** 2024年1月1日 from `2024-01-01`. */
function chineseDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => part.replace(/^0/, ''));
  return `${year}年${month}月${day}日`;
}

const zh: HoverText = {
  open: '打开',
  thisDocument: '本文',
  cut: (length) => `（……以下略，全文 ${String(length)} 字）`,
  cutList: (count, unit) => `（……以下略，共 ${String(count)} ${CHARACTER_OF_UNIT[unit]}）`,
  say: ({ zh: words }) => words,
  version: (name, count) => `版本：${name ?? '日期不明'}（条文库中共有 ${String(count)} 个版本）`,
  newer: (name, places) => `条文库中有更新的版本（${name}）：${places.join('；')}`,
  now: (label, link, isSameLabel, isSameText) =>
    `${isSameLabel ? '' : `${label}现为`}${link}，${isSameText ? '内容相同' : '内容有改动'}`,
  gone: (label) => `${label}已经删去或者改写`,
  goneFrom: (label, link) => `${label}已经删去或者改写，见${link}`,
  effective: (date) => `施行日期：${chineseDate(date)}`,
  counted: (count, unit) => `共 ${String(count)} ${CHARACTER_OF_UNIT[unit]}`,
  alias: (name, title, where) => `${name} 是${title}的简称（见${where}）`,
  term: (name, where, kind) => `${name} ${kind === 'short' ? '是简称' : '的含义'}（见${where}）`,
  termUses: (name, count) => (count === 0 ? `${name} 在本文没有使用` : `${name} 在本文使用 ${String(count)} 处`),
  notCited: (label) => `**${label}** 没有引用`,
  cited: (label, count) => `**${label}** 被引用 ${String(count)} 处`,
  citing: (title, count, links, more) => `${title}（${String(count)} 处）：${links.join('、')}${more ? ' 等' : ''}`,
  moreDocuments: (count) => `另有 ${String(count)} 个文件`,
  note: '题注',
  preamble: '序言',
  front: '文首',
  missingDocument: (title) => `条文库中没有${title}的文本。`,
  nearTitle: (title) => `名称相近的有${title}。`,
  addDocument: (folders) =>
    `把它的文本放进工作区，或者在设置 \`tiaowen.library.folders\` 中加入存放它的文件夹${folders === 'uris' ? '的 URI' : ''}，就可以查看、跳转和核对。`,
  nothingBefore: (label, count, unit) => {
    const character = CHARACTER_OF_UNIT[unit];
    if (!label) return `这里不在任何一${character}之中，前面没有可以指的${character}。`;
    return count === 0 ? `这里是${label}。` : `这里是${label}，前面只有 ${String(count)} ${character}。`;
  },
  nothingBeforeAdvice: '改为写明条、款、项的序号，或者检查所指的条款是否已经移动、删除。',
  noReferent: (words) => `“${words}”在这里没有所指。`,
};

const en: HoverText = {
  open: 'Open',
  thisDocument: 'This text',
  cut: (length) => `(… cut; ${plural(length, 'character')} in all)`,
  cutList: (count, unit) => `(… cut; ${plural(count, unit)} in all)`,
  say: ({ en: words }) => words,
  version: (name, count) => `Version: ${name ?? 'date unknown'} (${plural(count, 'version')} in the library)`,
  newer: (name, places) => `The library has a newer version (${name}): ${places.join('; ')}`,
  now: (label, link, isSameLabel, isSameText) =>
    `${isSameLabel ? '' : `${label} is now `}${link}, ${isSameText ? 'in the same words' : 'in other words'}`,
  gone: (label) => `${label} is deleted or rewritten`,
  goneFrom: (label, link) => `${label} is deleted or rewritten, see ${link}`,
  effective: (date) => `Effective: ${date}`,
  counted: (count, noun) => plural(count, noun),
  alias: (name, title, where) => `${name} is short for ${title} (see ${where})`,
  term: (name, where, kind) => `${name} is ${kind === 'short' ? 'a short name' : 'defined'} (see ${where})`,
  termUses: (name, count) =>
    `${name} is ${count === 0 ? 'not used' : `used ${count === 1 ? 'once' : `${String(count)} times`}`} in this text`,
  notCited: (label) => `**${label}** Not cited`,
  cited: (label, count) => `**${label}** Cited ${count === 1 ? 'once' : `${String(count)} times`}`,
  citing: (title, count, links, more) => `${title} (${String(count)}): ${links.join(', ')}${more ? ', …' : ''}`,
  moreDocuments: (count) => `and ${plural(count, 'more document')}`,
  note: 'history note',
  preamble: 'preamble',
  front: 'front matter',
  missingDocument: (title) => `The library has no text of ${title}.`,
  nearTitle: (title) => `It has one of ${title}.`,
  addDocument: (folders) =>
    `Put its text into the workspace, or add ${folders === 'uris' ? 'the URI of ' : ''}the folder that holds it to the setting \`tiaowen.library.folders\`.`,
  nothingBefore: (label, count, unit) => {
    if (!label) return `This is not inside any ${unit}: there is none before it.`;
    return count === 0 ? `This is ${label}.` : `This is ${label}: only ${plural(count, unit)} before it.`;
  },
  nothingBeforeAdvice: 'Name the provision by its number, or check whether it has been moved or deleted.',
  noReferent: (words) => `“${words}” refers to nothing here.`,
};

export const HOVER_TEXT: Readonly<Record<Locale, HoverText>> = { zh, en };
