import { SOURCES } from '../sources.js';
import type { WordRule } from '../wordRule.js';

const SELF = '本(?:条例|办法|规定|法|细则|规则|决定)';
const NUMBER = '[零〇一二三四五六七八九十百千万两\\d]';

/** Set phrases of statutes. */
export const PHRASES: readonly WordRule[] = [
  {
    code: 'wording/shixing',
    rule: 'W24 W25',
    severity: 'warning',
    description: { zh: '施行日期写作“本××自×年×月×日起施行”。', en: 'The date of effect is put as 本…自…起施行.' },
    words: `(?=起[实生执]|施行)(?<=${SELF}自[^。，；\\n]{2,30})(?:起(?:实施|生效|执行)|(?<![起同])施行)(?=[。，；])`,
    right: '起施行',
    message: (written) => ({
      zh: `施行日期写作“起施行”，不写“${written}”。`,
      en: `The date of effect is put as 起施行, not “${written}”.`,
    }),
    hasSafeFixes: true,
  },
  {
    code: 'wording/fabu',
    rule: 'W26',
    severity: 'hint',
    description: { zh: '自“公布”之日起施行，不用“发布”“颁布”。', en: 'Effect begins with 公布, not 发布 or 颁布.' },
    source: SOURCES.promulgation,
    words: '(?=[发颁]布)(?<=自)(?:发布|颁布)(?=之日起(?:施行|实施))',
    right: '公布',
  },
  {
    code: 'wording/chu-zhiwai',
    rule: 'W17',
    severity: 'warning',
    description: { zh: '“除……外”，不写“除……之外”。', en: '除……外, not 除……之外.' },
    // In 不得携带除导盲犬之外的犬只 the words belong to what follows.
    words:
      '(?=之外)(?<!本法|地域|范围|时间|[国域境区市省线])(?:(?<=[，。；：\\s]除[^。；，\\n]{1,40})之外(?=，|的)|(?<=(?<![排删清消扣解免拆废革根开铲扫剔祛驱破])除(?![名去外非])[^。；，\\n]{1,40})之外(?=，))',
    right: '外',
    message: () => ({ zh: '“除……之外”应当写作“除……外”。', en: '除……之外 is to be written 除……外.' }),
    hasSafeFixes: true,
  },
  {
    code: 'wording/ri',
    rule: 'W27',
    severity: 'warning',
    description: { zh: '期限用“日”，不用“天”。', en: 'A period is counted in 日, not 天.' },
    words: `(?=天)(?<=${NUMBER})天(?=之?内|前|后|以上|以下|以内|起)(?!(?:以[上下内])?的?(?:培训|展会|休假|学习|时间))`,
    right: '日',
  },
  {
    code: 'wording/zhousui',
    rule: 'W28',
    severity: 'warning',
    description: { zh: '年龄用“周岁”，不用“岁”。', en: 'An age is given in 周岁, not 岁.' },
    words: `(?=岁)(?<=${NUMBER})(?<![～~—－-]\\d{1,2}|寿命[^，。；]{0,8}|每(?:增加|大|小|多|少)?一)岁(?![～~—－-]|以下儿童死亡率)`,
    right: '周岁',
  },
  {
    code: 'wording/criminal-liability',
    rule: 'W40',
    severity: 'warning',
    description: {
      zh: '“构成犯罪的，依法追究刑事责任”，不写由哪个机关追究。',
      en: '依法追究刑事责任, without the organs that do so.',
    },
    words: '由司法机关(?:依法|依照[^，。；\\n]{0,8})?追究(?=[^，。；\\n]{0,4}刑事责任)',
    right: (written) => (/^由司法机关(?:依法)?追究$/.test(written) ? '依法追究' : undefined),
    message: () => ({
      zh: '追究刑事责任写作“依法追究刑事责任”，不写由司法机关追究。',
      en: 'Criminal liability is put as 依法追究刑事责任, without the organs of justice.',
    }),
  },
  {
    code: 'wording/gongmin',
    rule: 'W42',
    severity: 'warning',
    description: {
      zh: '“公民、法人和其他组织”或者“公民、法人或者其他组织”，不用“及”“或”。',
      en: '公民、法人和其他组织 or 公民、法人或者其他组织, not with 及 or 或.',
    },
    source: SOURCES.or,
    words: '(?=[及或]其他)(?<=公民、法人)(?:及|或)(?=其他组织)',
    right: (written) => (written === '及' ? '和' : '或者'),
    hasSafeFixes: true,
  },
  {
    code: 'wording/qingxing',
    rule: 'W50 W51',
    severity: 'warning',
    description: {
      zh: '“有下列情形之一”，不写“有下列情况之一”“有以下……之一”。',
      en: '有下列情形之一, not 有下列情况之一 nor 有以下……之一.',
    },
    words: '(?=[下以][列下][情行])(?<=有)(?:下列情况|以下(?:情形|行为|情况))(?=之一)',
    right: (written) => (written.endsWith('行为') ? '下列行为' : '下列情形'),
    hasSafeFixes: true,
  },
  {
    code: 'wording/xinglu',
    rule: 'W52',
    severity: 'warning',
    description: { zh: '“构成犯罪”，不写“触犯刑律”。', en: '构成犯罪, not 触犯刑律.' },
    words: '触犯刑律',
    right: '构成犯罪',
  },
  {
    code: 'wording/dengdeng',
    rule: 'W55',
    severity: 'warning',
    description: { zh: '列举未尽用“等”，不用“等等”。', en: 'An open list ends in 等, not 等等.' },
    words: '等等',
    right: '等',
    hasSafeFixes: true,
  },
  {
    code: 'wording/yizhao-hetong',
    rule: 'W18',
    severity: 'hint',
    description: {
      zh: '“按照合同”“按照约定”“按照章程”，不用“依照”。',
      en: 'Contracts and articles of association are followed 按照, not 依照.',
    },
    words: '依照(?=合同(?!法)|约定|章程|双方|协议|劳动合同(?!法))',
    right: '按照',
  },
  {
    code: 'wording/anzhao-fa',
    rule: 'W20',
    severity: 'hint',
    description: { zh: '“依照《……法》”，不用“按照”。', en: 'Statutes are followed 依照, not 按照.' },
    words: '按照(?=《[^》\\n]{1,60}(?:(?<!办)法|条例)》)',
    right: '依照',
  },
  {
    code: 'wording/bizhao',
    rule: 'W22',
    severity: 'hint',
    description: { zh: '用“参照”或者“依照”，不用“比照”。', en: '参照 or 依照, not 比照.' },
    words: '比照',
  },
];
