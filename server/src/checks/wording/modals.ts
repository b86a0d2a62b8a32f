import { SOURCES } from '../sources.js';
import type { WordRule } from '../wordRule.js';

/** Words that command, forbid and allow. */
export const MODALS: readonly WordRule[] = [
  {
    code: 'wording/yinggai',
    rule: 'W01',
    severity: 'warning',
    description: { zh: '义务性规范用“应当”，不用“应该”。', en: 'A duty is put as 应当, not 应该.' },
    source: SOURCES.must,
    words: '应该',
    right: '应当',
    hasSafeFixes: true,
  },
  {
    code: 'wording/buxu',
    rule: 'W10',
    severity: 'warning',
    description: { zh: '禁止性规范用“不得”，不用“不许”。', en: 'A prohibition is put as 不得, not 不许.' },
    words: '不许(?!可)',
    right: '不得',
  },
  {
    code: 'wording/buzhun',
    rule: 'W09',
    severity: 'warning',
    description: { zh: '禁止性规范用“不得”，不用“不准”。', en: 'A prohibition is put as 不得, not 不准.' },
    words:
      '(?<!予以|准予[^，。；]{0,6}或者?|批准或者?|批准、|准予或者?|瞄|看|说|对)不准(?!予|许|上诉|确|时|离|进口的|$|[的者，。；、”）]|(?<=^|[。；\\n]不准)[^，。；\\n]{1,6}的，)',
    right: '不得',
  },
  {
    code: 'wording/yanjin',
    rule: 'W08',
    severity: 'hint',
    description: {
      zh: '禁止性规范用“禁止”或者“不得”，不用“严禁”。',
      en: 'A prohibition is put as 禁止 or 不得, not 严禁.',
    },
    words: '(?<!关于)严禁',
    right: '禁止',
  },
  {
    code: 'wording/ying',
    rule: 'W12',
    severity: 'hint',
    description: { zh: '义务性规范用“应当”，不用单音的“应”。', en: 'A duty is put as 应当, not as 应 alone.' },
    words:
      '(?<![对相适响反供顺呼接照回本理不防效感])应(?=按照|依照|依法|予以|由|在|经(?!济)|向|将|于|及时|当场|如实|立即)(?!在[^，。；]{0,6}[的中]?应)',
    right: '应当',
    hasSafeFixes: true,
  },
  {
    code: 'wording/xu',
    rule: 'W13',
    severity: 'hint',
    description: {
      zh: '“须经”“须由”“须报”写作“应当经”“应当由”“应当报”。',
      en: '须经, 须由 and 须报 are put as 应当经, 应当由 and 应当报.',
    },
    words: '(?<![必毋无])须(?=经|由|在|报|按|向|持)',
    right: '应当',
  },
  {
    code: 'wording/huo',
    rule: 'W11',
    severity: 'off',
    severities: { law: 'hint' },
    description: { zh: '选择关系用“或者”，不用单音的“或”。', en: 'An alternative is put as 或者, not as 或 alone.' },
    source: SOURCES.or,
    words: '(?<![抑设间倘甚即])或(?!者|许|然|有[费事负债资]|缺|多或少|门|战|[一二三四五六七八九十]日)',
    right: '或者',
  },
];
