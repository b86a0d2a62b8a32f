import type { InstrumentKind } from '../../../server/src/protocol';
import { filled, type Language } from '../messages';

/** What the page of the map says. They are not among the other messages, because the page has a script of its own. */
const WORDS = {
  title: { zh: '引用关系图', en: 'Citation Map' },
  filter: { zh: '筛选名称', en: 'Filter titles' },
  onlyWithText: { zh: '隐藏库中没有的文件', en: 'Hide instruments without text' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  fit: { zh: '显示全图', en: 'Show the whole map' },
  whole: { zh: '全图', en: 'Fit' },
  exportSvg: { zh: '导出 SVG', en: 'Export SVG' },
  reading: { zh: '正在读取引用关系…', en: 'Reading the citations…' },
  count: { zh: '{0} 件，{1} 组引用', en: '{0} instruments, {1} pairs with citations' },
  some: {
    zh: '共 {1} 件，只显示其中 {0} 件：先近后远，引用多的在先。输入名称可以筛选。',
    en: '{0} of {1} instruments are shown: the nearest first, of them those with the most citations. Type a title to find others.',
  },
  empty: {
    zh: '工作区中没有法规文本，当前也没有打开的法规文本。打开一件法规，或者把法规文本放入工作区。',
    en: 'There is no regulation text in the workspace, and none is open. Open one, or put some into the workspace.',
  },
  nothingFound: { zh: '没有名称含“{0}”的法规。', en: 'No instrument has “{0}” in its title.' },
  fails: { zh: '不能显示引用关系：{0}', en: 'The citations cannot be shown: {0}' },
  picture: {
    zh: '引用关系图：方向键移动，回车打开，空格列出引用',
    en: 'Citation map: arrow keys move, Enter opens, Space lists citations',
  },
  articles: { zh: '{0} 条', en: '{0} art.' },
  library: { zh: '条文库', en: 'library' },
  missing: { zh: '库中没有文本', en: 'no text in the library' },
  node: { zh: '{0}，{1}；引用 {2} 件，被 {3} 件引用', en: '{0}, {1}; cites {2}, cited by {3}' },
  cites: { zh: '{0} 引用 {1} {2} 处', en: '{0} cites {1} in {2} places' },
  madeUnder: { zh: '{0} 根据 {1} 制定，引用 {2} 处', en: '{0} is made under {1} and cites it in {2} places' },
  legendMadeUnder: { zh: '根据…制定', en: 'made under' },
  legendCites: { zh: '引用，越粗越多', en: 'cites; the thicker, the more' },
  legendMissing: { zh: '库中没有文本', en: 'no text in the library' },
} as const satisfies Record<string, Record<Language, string>>;

const KINDS: Readonly<Record<InstrumentKind, Record<Language, string>>> = {
  constitution: { zh: '宪法', en: 'constitution' },
  law: { zh: '法律', en: 'law' },
  'administrative-regulation': { zh: '行政法规', en: 'administrative regulation' },
  'judicial-interpretation': { zh: '司法解释', en: 'judicial interpretation' },
  'departmental-rule': { zh: '部门规章', en: 'departmental rule' },
  'local-regulation': { zh: '地方性法规', en: 'local regulation' },
  'local-government-rule': { zh: '地方政府规章', en: 'local government rule' },
  'amending-decision': { zh: '修改决定', en: 'amending decision' },
  other: { zh: '', en: '' },
};

/** Words of the map; `{0}`, `{1}` … stand for values. */
export function mapWords(language: Language, key: keyof typeof WORDS, ...values: readonly (string | number)[]): string {
  return filled(WORDS[key][language], values);
}

/** What a kind of instruments is called; empty where nothing tells it. */
export function kindName(language: Language, kind: InstrumentKind): string {
  return KINDS[kind][language];
}
