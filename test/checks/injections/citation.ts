import { formatNumeral } from '../../../server/src/syntax/numerals.js';
import { appended, isAlone, labelOf, type Injections } from './injection.js';

const OLD = `中华人民共和国养犬法
（2000年3月16日第九届全国人民代表大会第三次会议通过）
第一条　为了规范养犬行为，制定本法。
第二条　犬只应当每年接种狂犬病疫苗，由兽医机构出具接种证明。
第三条　携带犬只外出的，应当用束犬链牵引，并主动避让行人。
`;
const NEW = `中华人民共和国养犬法
（2000年3月16日第九届全国人民代表大会第三次会议通过　2099年12月29日第九十届全国人民代表大会常务委员会第七次会议修正）
第一条　为了规范养犬行为，制定本法。
第二条　县级以上地方人民政府应当加强对养犬管理工作的领导。
第三条　犬只应当每年接种狂犬病疫苗，由兽医机构出具接种证明。
第四条　携带犬只外出的，应当用束犬链牵引，并主动避让行人。
`;
const TAX = `中华人民共和国税收征收管理法
第一条　为了加强税收征收管理，制定本法。
第二条　税收的开征依照法律的规定执行。
`;

/** Citations that lead nowhere, elsewhere, or say too much or too little. */
export const CITATION: Injections = {
  'citation/self-name': (text, article, { title }) => {
    const kind = /(?:法|条例|规定|办法|细则|规则)$/.exec(title)?.[0];
    // What a notice carries as its annex has a name of its own.
    if (kind === undefined || /^附件/m.test(text)) return undefined;
    return appended(text, article, kind === '条例' ? '违反本办法的，责令改正。' : '违反本条例的，责令改正。');
  },
  'citation/nothing-before': (text, article) =>
    article.children.length < 10 ? appended(text, article, '前十款规定的单位，责令改正。') : undefined,
  'citation/own-article': (text, article, document) =>
    isAlone(document, article) ? appended(text, article, `违反${labelOf(article)}规定的，责令改正。`) : undefined,
  'citation/own-paragraph': (text, article) =>
    appended(text, article, `违反本条第${formatNumeral(article.children.length + 1)}款规定的，责令改正。`),
  'citation/single-paragraph': (text, article, document) => {
    const cited = document.provisions.articles.find(
      (each) => each !== article && each.children.length === 1 && isAlone(document, each),
    );
    return cited && appended(text, article, `违反${labelOf(cited)}第一款规定的，责令改正。`);
  },
  'citation/paragraph-left-out': (text, article, document) => {
    const cited = document.provisions.articles.find(
      (each) =>
        each !== article &&
        each.children.length > 1 &&
        isAlone(document, each) &&
        each.children.some(({ children }) => children.some(({ number }) => number === '2')),
    );
    return cited && appended(text, article, `违反${labelOf(cited)}第二项规定的，责令改正。`);
  },
  'citation/outdated': (text, article, { date = '' }) =>
    date > '2000-03-16'
      ? {
          ...appended(text, article, '依照《中华人民共和国养犬法》第二条的规定接种。'),
          others: [OLD, NEW],
        }
      : undefined,
  'citation/unknown-title': (text, article) => ({
    ...appended(text, article, '依照《中华人民共和国税收征管法》的规定处理。'),
    others: [TAX],
  }),
  'citation/not-in-library': (text, article) => appended(text, article, '依照《某市天空使用管理条例》的规定处理。'),
};
