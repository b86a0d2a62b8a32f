import { appendedToBoth, type Injection, type Injections } from './injection.js';

/** Two ways of writing: what tells each in a text, and sentences in it. */
interface Ways {
  readonly either: { readonly pattern: RegExp; readonly sentences: readonly string[] };
  readonly or: { readonly pattern: RegExp; readonly sentences: readonly string[] };
}

/** One sentence in the way that a text does not know, and three in the other one. */
function inOtherWay({ either, or }: Ways): Injection {
  return (text, article, { provisions: { articles } }) => {
    const [usual, unusual] = or.pattern.test(text) ? [or, either] : [either, or];
    const other = articles.find((each) => each !== article);
    if (!other || unusual.pattern.test(text)) return undefined;
    return appendedToBoth(text, [article, unusual.sentences[0] ?? ''], [other, usual.sentences.join('')]);
  };
}

/** What a text writes otherwise than everywhere else. */
export const CONSISTENCIES: Injections = {
  'consistency/titles': inOtherWay({
    either: {
      pattern: /》、《/,
      sentences: [
        '依照《甲条例》、《乙条例》执行。',
        '依照《甲办法》、《乙办法》执行。',
        '依照《甲法》、《乙法》执行。',
      ],
    },
    or: {
      pattern: /》《/,
      sentences: ['依照《甲条例》《乙条例》执行。', '依照《甲办法》《乙办法》执行。', '依照《甲法》《乙法》执行。'],
    },
  }),
  'consistency/item-brackets': inOtherWay({
    either: {
      pattern: /第[（(].+?[)）]项/,
      sentences: ['违反前款第（一）项的，警告。', '违反前款第（二）项的，罚款。', '违反前款第（三）项的，没收。'],
    },
    or: {
      pattern: /第[一二三四五六七八九十]+项/,
      sentences: ['违反前款第一项的，警告。', '违反前款第二项的，罚款。', '违反前款第三项的，没收。'],
    },
  }),
  'consistency/fine': inOtherWay({
    either: {
      pattern: /以下的罚款/,
      sentences: ['处一万元以下的罚款。', '处二万元以下的罚款。', '处违法所得三倍以下的罚款。'],
    },
    or: {
      pattern: /以下罚款/,
      sentences: ['处违法所得三倍以下罚款。', '处一万元以下罚款。', '处二万元以下罚款。'],
    },
  }),
  'consistency/violation': inOtherWay({
    either: {
      pattern: /违反本(?:条例|法|办法|规定)第[^，。；]{0,12}的规定/,
      sentences: [
        '违反本条例第三条第一款的规定，责令改正。',
        '违反本条例第四条的规定，责令改正。',
        '违反本条例第五条的规定，责令改正。',
      ],
    },
    or: {
      pattern: /违反本(?:条例|法|办法|规定)第[^，。；的]{0,12}规定/,
      sentences: [
        '违反本条例第三条第一款规定，责令改正。',
        '违反本条例第四条规定，责令改正。',
        '违反本条例第五条规定，责令改正。',
      ],
    },
  }),
  'consistency/numerals': inOtherWay({
    either: {
      pattern: /[一二三四五六七八九十百千两][万]?(?:日|天|元|倍|周?岁|个)/,
      sentences: ['在三十日内答复。', '处三万元罚款。', '处违法所得五倍罚款。'],
    },
    or: {
      pattern: /\d[万]?(?:日|天|元|倍|周?岁|个)/,
      sentences: ['在30日内答复。', '处3万元罚款。', '处违法所得5倍罚款。'],
    },
  }),
};
