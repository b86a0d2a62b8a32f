import assert from 'node:assert/strict';
import { isAmending } from '../../server/src/checks/amending.js';
import type { Problem } from '../../server/src/checks/check.js';
import { profileOf } from '../../server/src/checks/profile.js';
import { runChecks } from '../../server/src/checks/registry.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';
import { formatNumeral } from '../../server/src/syntax/numerals.js';
import type { SyntaxNode } from '../../server/src/syntax/tree.js';
import { laws } from '../support/laws.js';

/** How many places of real laws each kind of error is put into. */
const PLACES = 500;
/** Laws longer than this only make the test slow. */
const LONGEST = 8_000;

/** Paragraphs with one error each; put behind the last one of an article. */
const PARAGRAPHS: Readonly<Record<string, string>> = {
  'citation/dangling': '违反本规定第九百九十八条规定的，责令改正。',
  'citation/reversed-range': '违反本规定第三条至第二条规定的，责令改正。',
  'citation/undefined-alias': '依照《公约》的规定，责令改正。',
  'annex/missing': '水费按照本规定附件九十九的标准缴纳。',
  'text/residue': '违反规定的[bookmark: _GoBack]，责令改正。',
  'structure/single-item': '违反规定，有下列情形之一的，责令改正：\n（一）污染水源的。',
  'structure/list-lead': '违反规定，有下列情形之一的，责令改正。\n（一）污染水源的；\n（二）浪费用水的。',
  'structure/missing-list': '违反规定，有下列情形之一的，责令改正：',
  'structure/list-style':
    '有下列情形之一的，责令改正：\n（一）污染水源的；\n（二）浪费用水的；\n（三）损坏管道；\n（四）停止供水的；\n（五）其他情形。',
  'punctuation/item-ends':
    '有下列情形的，责令改正：\n（一）污染水源的；\n（二）浪费用水的。\n（三）损坏管道的；\n（四）停止供水的。',
  'punctuation/paragraph-end': '供水单位应当保证供水的水质，并且接受社会监督',
  'punctuation/unpaired': '供水单位（含自备水源单位，应当保证水质。',
  'punctuation/before-conjunction': '污染水源、或者浪费用水的，责令改正。',
  'punctuation/repeated': '污染水源的，，责令改正。',
  'punctuation/nested-title': '《某市实施<中华人民共和国水法>办法》同时废止。',
  'punctuation/comma-between-titles': '依照《某市节水条例》、《某市排水条例》执行。',
  'numerals/reversed-bounds': '污染水源的，处五万元以上三万元以下罚款。',
  'numerals/bound-unit': '污染水源的，处五千以上一万元以下罚款。',
  'numerals/arabic-quantity': '供水单位应当在30日内答复。',
  'numerals/percent': '管网漏损率不得高于10%。',
  'numerals/year': '二〇二四年以前的水费，责令补交。',
  'terms/unused': '供水企业（以下简称独一无二的供水者）负责供水。',
  'terms/alias-clause': '供水企业（下称供水者）负责供水，供水者接受监督。',
  'citation/arabic': '违反第1条规定的，责令改正。',
  'citation/bracketed-item': '违反第一条第（二）项规定的，责令改正。',
  'citation/short-list': '违反第一条第一、二项规定的，责令改正。',
  'citation/shangkuan': '违反上款规定的，责令改正。',
  'citation/range-form': '违反第一至三条规定的，责令改正。',
  'wording/yinggai': '供水单位应该保证水质。',
  'wording/buxu': '任何单位不许污染水源。',
  'wording/buzhun': '任何单位不准污染水源。',
  'wording/yanjin': '严禁污染水源。',
  'wording/ying': '供水单位应按照标准供水。',
  'wording/xu': '停止供水须经批准。',
  'wording/huo': '供水单位或用水单位负责。',
  'wording/zhang': '供水单位应当建立台帐。',
  'wording/qita': '供水单位和其它单位负责。',
  'wording/zuochu': '主管部门应当做出决定。',
  'wording/dixiao': '双方的债务可以抵消。',
  'wording/zhiding': '为了保障供水，特制定本规定。',
  'wording/zhiding-guihua': '主管部门制订供水规划。',
  'wording/lingding': '具体办法另订。',
  'wording/chengfen': '供水单位公开水的成份。',
  'wording/zuoluo': '水厂座落在江边。',
  'wording/qishiye': '企事业单位应当节约用水。',
  'wording/repeated': '供水单位应当应当保证水质。',
  'wording/shixing': '本规定自2024年1月1日起实施。',
  'wording/fabu': '本规定自发布之日起施行。',
  'wording/chu-zhiwai': '对违法用水的，除责令改正之外，可以停止供水。',
  'wording/ri': '供水单位应当在三天内恢复供水。',
  'wording/zhousui': '未满十八岁的人不得从事制水作业。',
  'wording/criminal-liability': '构成犯罪的，由司法机关依法追究刑事责任。',
  'wording/gongmin': '公民、法人或其他组织应当节约用水。',
  'wording/qingxing': '有下列情况之一的，责令改正：\n（一）污染水源的；\n（二）浪费用水的。',
  'wording/xinglu': '触犯刑律的，依法追究刑事责任。',
  'wording/dengdeng': '供水设施包括水厂、管道等等。',
  'wording/yizhao-hetong': '供水单位依照约定供水。',
  'wording/anzhao-fa': '违反规定的，按照《中华人民共和国水法》处罚。',
  'wording/bizhao': '自备水源比照本规定管理。',
};

/** An error that is made of what stands at a place: the text with it, and where; undefined where there is nothing to spoil. */
type Injection = (text: string, article: SyntaxNode, document: RegulationDocument) => string | undefined;

const replace = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

const appended = (text: string, article: SyntaxNode, paragraph: string): string =>
  replace(text, article.range.end, article.range.end, `\n${paragraph}`);

/** The articles of which no other has the number. */
const isAlone = (document: RegulationDocument, article: SyntaxNode): boolean =>
  document.provisions.articles.filter(({ number }) => number === article.number).length === 1;

const PLACED: Readonly<Record<string, Injection>> = {
  'numbering/gap': (text, article, { provisions: { articles } }) =>
    article === articles[0] || article === articles.at(-1)
      ? undefined
      : replace(text, article.full.start, article.full.end, ''),
  'numbering/duplicate': (text, article) =>
    replace(text, article.full.end, article.full.end, `\n${article.label}　供水单位负责供水。\n`),
  'numbering/non-canonical': (text, article) =>
    Number(article.number) > 10 && Number(article.number) < 20
      ? replace(text, article.mark.start, article.mark.end, article.label.replace('十', '一十'))
      : undefined,
  'numbering/arabic': (text, article) => replace(text, article.mark.start, article.mark.end, `第${article.number}条`),
  'structure/empty-article': (text, article) => replace(text, article.mark.end, article.full.end, '\n'),
  'structure/mark-punctuation': (text, article, { provisions: { articles } }) =>
    article === articles[0] || !/[。；]\s*$/.test(text.slice(0, article.full.start))
      ? undefined
      : replace(text, article.mark.end, article.children[0]?.body.start ?? article.mark.end, '、'),
  'structure/heading-punctuation': (text, article) => {
    const chapter = article.enclosing('chapter');
    // Without a space behind the number it would be a sentence: 第七章相应改为第八章。
    return chapter?.heading && chapter.body.start > chapter.mark.end
      ? replace(text, chapter.body.end, chapter.body.end, '。')
      : undefined;
  },
  'structure/effective-date': (text, _article, { title, provisions }) =>
    !title.startsWith('最高人民') &&
    /施行/.test(provisions.articles.at(-1)?.text ?? '') &&
    /(?:法|条例|规定|办法|细则|规则)$/.test(title)
      ? text.replace(/施行|实施|生效|执行/g, '办理')
      : undefined,
  'structure/effective-date-place': (text, _article, { provisions: { articles } }) => {
    const last = articles.at(-1);
    const number = Number(last?.number);
    return last && OWN_EFFECT.test(last.text) && Number.isInteger(number)
      ? appended(text, last, `第${formatNumeral(number + 1)}条　农村供水参照办理。`)
      : undefined;
  },
  'structure/promulgation': (text, _article, { title, tree, provisions: { articles } }) => {
    const last = articles.at(-1);
    const effect = last && OWN_EFFECT.exec(last.text);
    const line = tree.root.children.findLast(({ kind }) => kind === 'title')?.range.end;
    if (!effect || line === undefined || !/(?:条例|规定|办法)$/.test(title) || effect[0].startsWith('本法'))
      return undefined;
    // With an order of its own it would be promulgated twice.
    if (/令第/.test(text.slice(0, articles[0]?.range.start))) return undefined;
    const start = last.range.start + effect.index;
    const early = replace(text, start, start + effect[0].length, `${effect[1] ?? ''}自2024年3月18日起施行`);
    return replace(early, line, line, '\n2024年3月1日国务院令第999号公布');
  },
  'toc/missing': (text, _article, { title, tree, provisions: { articles } }) => {
    const last = articles.at(-1);
    const [first] = articles;
    const line = tree.root.children.findLast(({ kind }) => kind === 'title')?.range;
    const isPlain = line && title && articles.every(({ parent }) => parent === tree.root);
    if (!isPlain || !first || !last || !/施行/.test(last.text)) return undefined;
    const divided = [first, articles[Math.floor(articles.length / 2)], last].reduceRight(
      (body, article, index) =>
        article
          ? replace(body, article.full.start, article.full.start, `第${formatNumeral(index + 1)}章　某章\n`)
          : body,
      text,
    );
    // A draft has no note of its adoption.
    return `${text.slice(line.start, line.end)}\n${divided.slice(first.full.start)}`;
  },
  'title/provisional': (text, _article, document) => {
    const line = document.tree.root.children.findLast(({ kind }) => kind === 'title')?.range;
    const isOther = profileOf(document) === 'local-regulation' && /(?<!暂行)条例$/.test(document.title);
    return line && isOther && text.slice(line.start, line.end).endsWith('条例')
      ? replace(text, line.end - 2, line.end, '暂行条例')
      : undefined;
  },
  'annex/uncited': (text, _article, { annexes }) =>
    /附[件录表]|所附|附后/.test(text) || annexes.length > 0
      ? undefined
      : `${text.trimEnd()}\n附件\n水费表\n每吨一元。\n`,
  'citation/self-name': (text, article, { title }) => {
    const kind = /(?:法|条例|规定|办法|细则|规则)$/.exec(title)?.[0];
    // What a notice carries as its annex has a name of its own.
    if (/^附件/m.test(text)) return undefined;
    return kind && appended(text, article, kind === '条例' ? '违反本办法的，责令改正。' : '违反本条例的，责令改正。');
  },
  'citation/nothing-before': (text, article) =>
    article.children.length < 10 ? appended(text, article, '前十款规定的单位，责令改正。') : undefined,
  'citation/own-article': (text, article, document) =>
    isAlone(document, article)
      ? appended(text, article, `违反${article.label.replace(/\s/g, '')}规定的，责令改正。`)
      : undefined,
  'citation/own-paragraph': (text, article) =>
    appended(text, article, `违反本条第${formatNumeral(article.children.length + 1)}款规定的，责令改正。`),
  'citation/single-paragraph': (text, article, document) => {
    const cited = document.provisions.articles.find(
      (each) => each !== article && each.children.length === 1 && isAlone(document, each),
    );
    return cited && appended(text, article, `违反${cited.label.replace(/\s/g, '')}第一款规定的，责令改正。`);
  },
  'citation/paragraph-left-out': (text, article, document) => {
    const cited = document.provisions.articles.find(
      (each) =>
        each !== article &&
        each.children.length > 1 &&
        isAlone(document, each) &&
        each.children.some(({ children }) => children.some(({ number }) => number === '2')),
    );
    return cited && appended(text, article, `违反${cited.label.replace(/\s/g, '')}第二项规定的，责令改正。`);
  },
};

const OWN_EFFECT = /(本(?:法|条例|规定|办法|细则|规则))自\d{4}年\d{1,2}月\d{1,2}日起施行/;

/** The same numbers in each run. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe('errors that are put into real laws', function () {
  this.timeout(600_000);

  const check = (text: string, codes: ReadonlySet<string>): { document: RegulationDocument; problems: Problem[] } => {
    const library = new Library();
    library.setFile('file:///a.txt', text);
    const document = library.document('file:///a.txt');
    assert.ok(document);
    return {
      document,
      problems: runChecks({ document, library }, { severityOf: ({ code }) => (codes.has(code) ? 'warning' : 'off') }),
    };
  };
  const bodies = (context: Mocha.Context): { name: string; text: string }[] =>
    laws(context).filter(({ text }) => {
      if (text.length > LONGEST) return false;
      const document = RegulationDocument.of('file:///a.txt', text);
      const { articles } = document.provisions;
      return (
        articles.length >= 10 && articles[0]?.kind === 'article' && !document.subtitle && !isAmending(document.title)
      );
    });

  it('of words and lists are all found', function () {
    const at = random(1);
    const texts = bodies(this);
    const codes = new Set(Object.keys(PARAGRAPHS));
    const missed: string[] = [];
    for (let place = 0; place < PLACES; place++) {
      const law = texts[at(texts.length)];
      assert.ok(law);
      const { articles } = RegulationDocument.of('file:///a.txt', law.text).provisions;
      const chosen = Object.entries(PARAGRAPHS).map(([code, paragraph]) => {
        const article = articles[at(articles.length)];
        assert.ok(article);
        return { code, paragraph, offset: article.range.end };
      });
      // From the last one up, so that the offsets hold.
      let text = law.text;
      chosen.sort((a, b) => b.offset - a.offset);
      for (const { paragraph, offset } of chosen) text = replace(text, offset, offset, `\n${paragraph}`);
      const { problems } = check(text, codes);
      let shift = 0;
      for (const { code, paragraph, offset } of chosen.reverse()) {
        // Of several at one place the last one that was put there stands first.
        const same = chosen.filter((each) => each.offset === offset);
        const from = same.slice(
          0,
          same.findIndex((each) => each.code === code),
        );
        const start = offset + shift + from.reduce((sum, each) => sum + each.paragraph.length + 1, 0);
        const end = start + paragraph.length + 1;
        if (same.at(-1)?.code === code) shift += same.reduce((sum, each) => sum + each.paragraph.length + 1, 0);
        assert.equal(text.slice(start + 1, end), paragraph);
        const isFound = problems.some(
          ({ span, code: found }) => found === code && span.start >= start && span.end <= end,
        );
        if (!isFound) missed.push(`${code} ${law.name} ${paragraph}`);
      }
    }
    assert.deepEqual(missed, []);
  });

  for (const [code, inject] of Object.entries(PLACED)) {
    it(`of ${code} are all found`, function () {
      const at = random(2);
      const texts = bodies(this);
      const missed: string[] = [];
      const known = new Map<string, number>();
      let places = 0;
      for (let tried = 0; places < PLACES && tried < PLACES * 20; tried++) {
        const law = texts[at(texts.length)];
        assert.ok(law);
        const document = RegulationDocument.of('file:///a.txt', law.text);
        const article = document.provisions.articles[at(document.provisions.articles.length)];
        assert.ok(article);
        const text = inject(law.text, article, document);
        if (text === undefined) continue;
        places++;
        const before = known.get(law.name) ?? check(law.text, new Set([code])).problems.length;
        known.set(law.name, before);
        if (check(text, new Set([code])).problems.length <= before) missed.push(`${law.name} ${article.label}`);
      }
      assert.equal(places, PLACES);
      assert.deepEqual(missed, []);
    });
  }
});
