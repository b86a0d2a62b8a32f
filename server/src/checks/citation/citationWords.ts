import { formatNumeral, NUMERAL, parseNumeral } from '../../syntax/numerals.js';
import { SOURCES } from '../sources.js';
import type { WordRule } from '../wordRule.js';

const N = '[零〇一二三四五六七八九十百千]';

/** How citations are written. */
export const CITATION_WORDS: readonly WordRule[] = [
  {
    code: 'citation/arabic',
    rule: 'B02 W44',
    severity: 'error',
    description: {
      zh: '引用的条、款、项用中文数字。',
      en: 'Cited articles, paragraphs and items are numbered in Chinese numerals.',
    },
    source: SOURCES.numbers,
    words:
      '(?=[0-9０-９])(?<!(?:^|\\n)\\|[^\\n]{0,200})(?<![（(][^（）()\\n]{0,40})(?:(?<=第)[0-9０-９]{1,4}(?=[条款](?![目件例约形式]|公路|线))|(?<=[条款]第)[0-9０-９]{1,4}(?=项))',
    right: (written) => {
      const { value } = parseNumeral(written);
      return Number.isNaN(value) ? undefined : formatNumeral(value);
    },
    hasSafeFixes: true,
  },
  {
    code: 'citation/bracketed-item',
    rule: 'B03 W45',
    severity: 'off',
    severities: {
      law: 'warning',
      'local-regulation': 'warning',
      'administrative-regulation': 'hint',
      'departmental-rule': 'hint',
      'local-government-rule': 'hint',
    },
    description: {
      zh: '引用项不加括号：第二项，不写第（二）项。',
      en: 'An item is cited without brackets: 第二项, not 第（二）项.',
    },
    words: `第[（(]${N}+[）)](?=项|、[（(]${N}+[）)])|(?=[（(])(?<=第[（(]${N}+[）)](?:、[（(]${N}+[）)]){0,9}、)[（(]${N}+[）)](?=项|、)`,
    right: (written) => written.replace(/[（()）]/g, '').replace(/^(?!第)/, '第'),
  },
  {
    code: 'citation/short-list',
    rule: 'B12 W46',
    severity: 'warning',
    description: {
      zh: '并列引用的条、款、项逐个写全：第一项、第二项。',
      en: 'Each provision of a list is cited in full: 第一项、第二项.',
    },
    words: `第${N}+、${N}+(?:、${N}+)*(?:[条款项](?![目件例约]))`,
    right: (written) => {
      const unit = written.at(-1) ?? '';
      return written
        .slice(1, -1)
        .split('、')
        .map((number) => `第${number}${unit}`)
        .join('、');
    },
    hasSafeFixes: true,
  },
  {
    code: 'citation/shangkuan',
    rule: 'B11 W47',
    severity: 'warning',
    description: { zh: '用“前款”“前条”，不用“上款”“上条”。', en: '前款 and 前条, not 上款 and 上条.' },
    words:
      '(?=上[两三]?款|上一?[款条])(?<![以向级网线身账户途路马桥车加附])上(?=[两三]?款(?![项物式待额])[^，。；]{0,6}(?:规定|所|的|中|情形|行为)|条(?:规定|所列|的规定)|一[款条](?:规定|所列|的规定))',
    right: '前',
  },
  {
    code: 'citation/range-form',
    rule: 'B13 W48',
    severity: 'error',
    description: { zh: '连续的条写作“第×条至第×条”。', en: 'A range of articles is put as 第×条至第×条.' },
    words: `第[${NUMERAL}]+(?:至|—{1,2}|－|-|～|~|到)第?[${NUMERAL}]+条|第[${NUMERAL}]+条(?:—{1,2}|－|-|～|~)第?[${NUMERAL}]+条|第[${NUMERAL}]+条至[${NUMERAL}]+条`,
    right: (written) => {
      const [from, to] = written.match(new RegExp(`[${NUMERAL}]+`, 'g')) ?? [];
      return from && to ? `第${from}条至第${to}条` : undefined;
    },
    hasSafeFixes: true,
  },
];
