import { SOURCES } from '../sources.js';
import type { WordRule } from '../wordRule.js';

/** Punctuation that words alone decide on. */
export const MARKS: readonly WordRule[] = [
  {
    code: 'punctuation/before-conjunction',
    rule: 'W29',
    severity: 'warning',
    description: { zh: '“和”“以及”“或者”之前不用顿号。', en: 'No 、 stands before 和, 以及 and 或者.' },
    words: '、(?=或者|以及|及(?![时其格早第])|和(?![平谐解睦康田县龙林静硕布政顺居合悦义风声约蔼弦睦气美善缓]))',
    right: '',
    message: () => ({ zh: '连词之前不用顿号。', en: 'No 、 stands before a conjunction.' }),
    hasSafeFixes: true,
  },
  {
    code: 'punctuation/repeated',
    rule: 'W31',
    severity: 'warning',
    description: { zh: '标点不连用。', en: 'No two marks of punctuation stand together.' },
    words: '[，；：、]{2,}|。[，。；：、]+|[，；：、]+。',
    right: (written) => (new Set(written).size === 1 ? written.charAt(0) : undefined),
    message: (written) => ({ zh: `标点“${written}”连用。`, en: `The marks “${written}” stand together.` }),
    inTitles: true,
  },
  {
    code: 'punctuation/comma-between-titles',
    rule: 'B20',
    severity: 'off',
    description: { zh: '并列的书名号之间不用顿号。', en: 'No 、 stands between titles in 《》.' },
    source: SOURCES.titleMarks,
    words: '、(?=《)(?<=》、)',
    right: '',
    message: () => ({ zh: '并列的书名号之间通常不用顿号。', en: 'Usually no 、 stands between titles in 《》.' }),
  },
  {
    code: 'terms/alias-clause',
    rule: 'B16 W38 W39',
    severity: 'hint',
    description: {
      zh: '首次注明简称写作“（以下简称××）”，简称不加引号。',
      en: 'A short name is given by （以下简称…）, without quotation marks.',
    },
    words:
      '(?=[下简]称)(?<=[（(])(?:下称|简称)(?=[^（）()\\n]{1,30}[)）])|(?=[“"])(?<=以下简称)[“"](?![一二三四五六七八九十])[^”"\\n《》]{1,30}[”"]',
    right: (written) => (/称$/.test(written) ? '以下简称' : written.slice(1, -1)),
    message: (written, right) =>
      /称$/.test(written)
        ? { zh: `“${written}”应当写作“以下简称”。`, en: `“${written}” is to be written 以下简称.` }
        : { zh: `简称不加引号：${right ?? ''}。`, en: `A short name stands without quotation marks: ${right ?? ''}.` },
  },
];
