import type { Source } from './check.js';

/** The norms that rules rest on, word for word. Only what was read in the norm's own text stands here. */
export const SOURCES = {
  numbers: {
    name: '《立法法》第六十五条',
    quote:
      '编、章、节、条的序号用中文数字依次表述，款不编序号，项的序号用中文数字加括号依次表述，目的序号用阿拉伯数字依次表述。',
  },
  effectiveDate: { name: '《立法法》第六十一条', quote: '法律应当明确规定施行日期。' },
  must: {
    name: '《立法技术规范（试行）（一）》14',
    quote: '“应当”与“必须”的含义没有实质区别。法律在表述义务性规范时，一般用“应当”，不用“必须”。',
  },
  or: {
    name: '《立法技术规范（试行）（一）》13',
    quote: '“或者”表示一种选择关系，一般只指其所连接的成分中的某一部分。',
  },
  promulgation: {
    name: '《行政法规制定程序条例》第二十九条',
    quote:
      '行政法规应当自公布之日起30日后施行；但是，涉及国家安全、外汇汇率、货币政策的确定以及公布后不立即施行将有碍行政法规施行的，可以自公布之日起施行。',
  },
  provisionalTitle: {
    name: '《行政法规制定程序条例》第五条',
    quote: '国务院根据全国人民代表大会及其常务委员会的授权决定制定的行政法规，称“暂行条例”或者“暂行规定”。',
  },
  ruleTitle: {
    name: '《规章制定程序条例》第七条',
    quote: '规章的名称一般称“规定”、“办法”，但不得称“条例”。',
  },
  appendedChapter: {
    name: '《立法技术规范（试行）（一）》1·1',
    quote:
      '法律设章、节的，在正文前须列“目录”将各章、节的名称按序排列表述，各章下的节单独排序。条、款、项、目不列入目录中。附则单列为一章。',
  },
  titleMarks: {
    name: 'GB/T 15834—2011 4.5.3.5',
    quote: '标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号。',
  },
} as const satisfies Readonly<Record<string, Source>>;
