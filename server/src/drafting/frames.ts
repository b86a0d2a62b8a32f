import type { Message } from '../checks/check.js';
import { ownName } from './citationWords.js';

/** What regulations have: words with gaps to be filled. */
export interface Frame {
  readonly name: Message;
  /** Other words by which it is looked for. */
  readonly keywords: string;
  /** Where it belongs: above the provisions, as the first article, or among the articles. */
  readonly place: 'front' | 'first' | 'body';
  /** Its text, in pieces; what is to be filled in is a {@link Gap}. */
  readonly pieces: readonly (string | Gap)[];
}

/** A gap, by the words that stand in it until it is filled; gaps of one number are filled together. */
export interface Gap {
  readonly number: number;
  readonly words: string;
}

/** What a frame is written for. */
export interface FrameContext {
  /** Of the document. */
  readonly title: string;
  /** The number of the article that is written, with the space behind it: 第十二条　. */
  readonly article: string;
  /** The number of the chapter, should one begin here. */
  readonly chapter: string;
}

const DATE = '××××年×月×日';

/** The frames of a regulation, in the words that it has for itself (本条例, 本办法). */
export function frames(context: FrameContext): Frame[] {
  const { title, article, chapter } = context;
  const own = ownName(title) || '本条例';
  const inForce = (first: number): Frame['pieces'] => [`${own}自`, gap(first, DATE), '起施行。'];
  return [
    {
      name: { zh: '总则第一条：立法目的和依据', en: 'First article: purpose and parent law' },
      keywords: '总则 目的 依据 为了 根据 制定',
      place: 'first',
      pieces: [
        `${article}为了`,
        gap(1, '加强……管理'),
        '，',
        gap(2, '保障……'),
        '，根据',
        gap(3, parentOf(title)),
        gap(4, '等有关法律、法规'),
        '，结合',
        gap(5, placeOf(title)),
        `实际，制定${own}。`,
      ],
    },
    {
      name: { zh: '定义条款', en: 'Definition' },
      keywords: '定义 所称 是指',
      place: 'body',
      pieces: [`${article}${own}所称`, gap(1, '……'), '，是指', gap(2, '……'), '。'],
    },
    {
      name: { zh: '用语的含义', en: 'Definitions, as a list' },
      keywords: '定义 用语 含义 下列',
      place: 'body',
      pieces: [
        `${article}${own}下列用语的含义：\n（一）`,
        gap(1, '……'),
        '，是指',
        gap(2, '……'),
        '；\n（二）',
        gap(3, '……'),
        '，是指',
        gap(4, '……'),
        '。',
      ],
    },
    {
      name: { zh: '法律责任条款', en: 'Liability' },
      keywords: '法律责任 罚则 违反 罚款 责令',
      place: 'body',
      pieces: [
        `${article}违反${own}第`,
        gap(1, '×'),
        '条规定，',
        gap(2, '……'),
        '的，由',
        gap(3, '县级以上人民政府……主管部门'),
        '责令限期改正；逾期不改正的，处',
        gap(4, '……元'),
        '以上',
        gap(5, '……元'),
        '以下罚款。',
      ],
    },
    {
      name: { zh: '法律责任一章', en: 'Chapter on liability' },
      keywords: '法律责任 罚则 章',
      place: 'body',
      pieces: [
        `${chapter}法律责任\n\n${article}违反${own}规定，`,
        gap(1, '有关法律、法规已有处罚规定的，从其规定'),
        '。',
      ],
    },
    {
      name: { zh: '施行日期', en: 'Date of effect' },
      keywords: '施行 日期 附则 起',
      place: 'body',
      pieces: [article, ...inForce(1)],
    },
    {
      name: { zh: '施行日期和废止', en: 'Date of effect, and what is repealed' },
      keywords: '施行 日期 废止 同时',
      place: 'body',
      pieces: [article, ...inForce(1), gap(2, DATE), gap(3, '……'), '公布的《', gap(4, title || '……'), '》同时废止。'],
    },
    {
      name: { zh: '附则一章', en: 'Chapter of supplementary provisions' },
      keywords: '附则 章 施行',
      place: 'body',
      pieces: [`${chapter}附则\n\n${article}`, ...inForce(1)],
    },
    {
      name: { zh: '题注', en: 'History note' },
      keywords: '题注 通过 公布 修正 （',
      place: 'front',
      pieces: ['（', gap(1, DATE), gap(2, '……第×届人民代表大会常务委员会第×次会议'), '通过', gap(3, ''), '）'],
    },
    {
      name: { zh: '修改决定', en: 'Amending decision' },
      keywords: '修改决定 关于修改 决定',
      place: 'front',
      pieces: [
        gap(1, '……人民代表大会常务委员会'),
        '关于修改《',
        gap(2, '……条例'),
        '》的决定\n\n（',
        gap(3, DATE),
        gap(4, '……第×届人民代表大会常务委员会第×次会议'),
        '通过）\n\n',
        gap(1, '……人民代表大会常务委员会'),
        '决定对《',
        gap(2, '……条例'),
        '》作如下修改：\n\n一、将第',
        gap(5, '×'),
        '条修改为：“',
        gap(6, '……'),
        '”\n\n二、增加一条，作为第',
        gap(7, '×'),
        '条：“',
        gap(8, '……'),
        '”\n\n三、删去第',
        gap(9, '×'),
        '条。\n\n本决定自',
        gap(10, '公布之日'),
        '起施行。\n\n《',
        gap(2, '……条例'),
        '》根据本决定作相应修改，重新公布。',
      ],
    },
  ];
}

function gap(number: number, words: string): Gap {
  return { number, words };
}

/** The law that a title says it carries out, in brackets: 某省实施〈水法〉办法, 某条例实施细则. */
function parentOf(title: string): string {
  const quoted = /实施[〈《]([^〈〉《》]+)[〉》]/.exec(title)?.[1];
  const named = /^(.+(?:法|条例|规定|办法))实施(?:细则|办法|条例|规定)/.exec(title)?.[1];
  return `《${quoted ?? named ?? '中华人民共和国……法'}》`;
}

const PLACES = [
  [/^\S*?自治区(?!.*自治[州县旗])/, '自治区'],
  [/^\S{1,12}?自治州/, '自治州'],
  [/^\S{1,12}?自治县/, '自治县'],
  [/^\S{1,4}?省(?!\S{1,6}市)/, '本省'],
  [/^\S{1,12}?市/, '本市'],
  [/^\S{1,6}?县/, '本县'],
] as const;

/** What a regulation calls the place that it is made for: 本省, 本市, 自治区. */
function placeOf(title: string): string {
  return PLACES.find(([pattern]) => pattern.test(title))?.[1] ?? '本市';
}
