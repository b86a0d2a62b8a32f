import type { WordRule } from '../wordRule.js';

/** Words that are written in one way: the right character, the right compound. */
export const FORMS: readonly WordRule[] = [
  {
    code: 'wording/zhang',
    rule: 'W04',
    severity: 'warning',
    description: {
      zh: '表述货币、货物出入的记载、账簿以及债等意思时，用“账”，不用“帐”。',
      en: 'Accounts are 账, not 帐, which is a curtain or a tent.',
    },
    words: '(?<![蚊营篷棚罗幔纱军床])帐(?![篷蓬幕子棚房帘幔])',
    right: '账',
    hasSafeFixes: true,
  },
  {
    code: 'wording/qita',
    rule: 'W05',
    severity: 'warning',
    description: { zh: '用“其他”，不用“其它”。', en: 'The others are 其他, not 其它.' },
    words: '其它',
    right: '其他',
    hasSafeFixes: true,
  },
  {
    code: 'wording/zuochu',
    rule: 'W06',
    severity: 'warning',
    description: {
      zh: '决定、批准、处罚等“作出”，不“做出”。',
      en: 'A decision, an approval or a penalty is 作出, not 做出.',
    },
    words:
      '做出(?=[^，。；、\\n]{0,10}(?:决定|规定|解释|裁决|裁定|判决|(?<!标志)说明|答复|处理|处罚|许可|承诺|批复|结论|决议|批准|通报|鉴定|评价))',
    right: '作出',
    hasSafeFixes: true,
  },
  {
    code: 'wording/dixiao',
    rule: 'W07',
    severity: 'warning',
    description: { zh: '债权债务的相互冲销用“抵销”，不用“抵消”。', en: 'Debts are set off by 抵销, not 抵消.' },
    words:
      '(?=抵消)(?<=(?:债务|债权|请求金额|价款|款项|账)[^，。；\\n]{0,12})抵消|抵消(?=[^，。；\\n]{0,8}(?:债务|债权))',
    right: '抵销',
  },
  {
    code: 'wording/zhiding',
    rule: 'W02a W03',
    severity: 'warning',
    description: {
      zh: '“制定本条例”，不写“制订本条例”“特制定本条例”。',
      en: '制定本条例, not 制订本条例 nor 特制定本条例.',
    },
    words: '特?制订(?=本(?:条例|办法|规定|法|细则|规则))|特制[定订]',
    right: '制定',
    hasSafeFixes: true,
  },
  {
    code: 'wording/zhiding-guihua',
    rule: 'W02b',
    severity: 'hint',
    description: {
      zh: '规划、计划、方案、办法、标准用“制定”或者“编制”，不用“制订”。',
      en: 'Plans and standards are 制定 or 编制, not 制订.',
    },
    words: '(?<!特)制订(?!本(?:条例|办法|规定|法|细则|规则))',
    right: '制定',
  },
  {
    code: 'wording/lingding',
    rule: 'W23',
    severity: 'warning',
    description: { zh: '“另行制定”“另行规定”，不写“另订”。', en: '另行制定 or 另行规定, not 另订.' },
    words: '另订',
    right: '另行制定',
  },
  {
    code: 'wording/chengfen',
    rule: 'W53',
    severity: 'warning',
    description: {
      zh: '用“成分”，不用“成份”；“民族成份”除外。',
      en: 'A component is 成分, not 成份; 民族成份 is an exception.',
    },
    words: '(?<!民族)成份',
    right: '成分',
    hasSafeFixes: true,
  },
  {
    code: 'wording/zuoluo',
    rule: 'W54',
    severity: 'warning',
    description: { zh: '用“坐落”，不用“座落”。', en: 'A building is 坐落, not 座落.' },
    words: '座落',
    right: '坐落',
    hasSafeFixes: true,
  },
  {
    code: 'wording/qishiye',
    rule: 'W41',
    severity: 'hint',
    severities: { law: 'warning' },
    description: { zh: '“企业事业单位”或者“企业、事业单位”，不写“企事业单位”。', en: '企业事业单位, not 企事业单位.' },
    words: '企事业单位',
    right: '企业事业单位',
    hasSafeFixes: true,
  },
  {
    code: 'wording/repeated',
    rule: 'W30',
    severity: 'warning',
    description: { zh: '一个词不写两遍。', en: 'No word is written twice.' },
    words: '应当应当|不得不得|或者或者|以及以及|可以可以|依法依法|禁止禁止|或者或|或或者|法律由由|由由法',
    right: (written) =>
      written === '或者或' || written === '或或者'
        ? '或者'
        : written.length === 4 && !written.includes('由')
          ? written.slice(0, 2)
          : written.replace('由由', '由'),
    message: (written) => ({ zh: `“${written}”中有字词重复。`, en: `A word is repeated in “${written}”.` }),
  },
];
