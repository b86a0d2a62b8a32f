import { formatNumeral } from '../../../server/src/syntax/numerals.js';
import { appended, replaced, type Injections } from './injection.js';

const OWN_EFFECT = /(本(?:法|条例|规定|办法|细则|规则))自\d{4}年\d{1,2}月\d{1,2}日起施行/;

/** What is missing or too much in a text's divisions. */
export const STRUCTURE: Injections = {
  'toc/mismatch': (text, article, { tree, provisions }) => {
    const { children } = tree.root;
    const chapters = children.filter(({ kind }) => kind === 'chapter');
    const [first] = chapters;
    if (!first || chapters.length < 3 || children.some(({ kind }) => kind === 'contents')) return undefined;
    // Behind an article 目录 is a word of the text.
    if ((provisions.articles[0]?.full.start ?? 0) < first.full.start) return undefined;
    // Few of the laws have a table of contents: they get one, with an entry that is wrong.
    const odd = Number(article.number) % chapters.length;
    const entries = chapters.map(({ label, heading = '' }) => `${label}　${heading}`);
    const slips = [`${chapters[odd]?.label ?? ''}　某某事项`, `第九十章　${chapters[odd]?.heading ?? ''}`];
    entries[odd] = slips[article.children.length % slips.length] ?? '';
    const front = ['目　录', ...entries.slice(0, odd), ''].join('\n');
    const { start } = first.full;
    const { text: changed } = replaced(text, start, start, `${['目　录', ...entries].join('\n')}\n`);
    return {
      text: changed,
      at: { start: start + front.length, end: start + front.length + (entries[odd]?.length ?? 0) },
    };
  },
  'structure/empty-article': (text, article) => {
    const { text: changed } = replaced(text, article.mark.end, article.full.end, '\n');
    return { text: changed, at: article.mark };
  },
  'structure/empty-heading': (text, article) => {
    const chapter = article.enclosing('chapter');
    if (!chapter?.heading) return undefined;
    const { text: changed } =
      Number(article.number) % 2 === 0
        ? replaced(text, chapter.mark.end, chapter.body.end, '')
        : replaced(text, chapter.body.end, chapter.full.end, '\n');
    return { text: changed, at: chapter.mark };
  },
  'structure/mark-punctuation': (text, article, { provisions: { articles } }) =>
    article === articles[0] || !/[。；]\s*$/.test(text.slice(0, article.full.start))
      ? undefined
      : replaced(text, article.mark.end, article.children[0]?.body.start ?? article.mark.end, '、'),
  'structure/heading-punctuation': (text, article) => {
    const chapter = article.enclosing('chapter');
    // Without a space behind the number it would be a sentence: 第七章相应改为第八章。
    return chapter?.heading && chapter.body.start > chapter.mark.end
      ? replaced(text, chapter.body.end, chapter.body.end, '。')
      : undefined;
  },
  'structure/effective-date': (text, _article, { title, provisions }) => {
    const last = provisions.articles.at(-1);
    return last &&
      !title.startsWith('最高人民') &&
      /施行/.test(last.text) &&
      /(?:法|条例|规定|办法|细则|规则)$/.test(title)
      ? { text: text.replace(/施行|实施|生效|执行/g, '办理'), at: last.mark }
      : undefined;
  },
  'structure/effective-date-place': (text, _article, { provisions: { articles } }) => {
    const last = articles.at(-1);
    const number = Number(last?.number);
    if (!last || !OWN_EFFECT.test(last.text) || !Number.isInteger(number)) return undefined;
    const { text: longer } = appended(text, last, `第${formatNumeral(number + 1)}条　农村供水参照办理。`);
    return { text: longer, at: last.range };
  },
  'structure/promulgation': (text, _article, { title, tree, provisions: { articles } }) => {
    const last = articles.at(-1);
    const effect = last && OWN_EFFECT.exec(last.text);
    const line = tree.root.children.findLast(({ kind }) => kind === 'title')?.range.end;
    if (!effect || line === undefined || !/(?:条例|规定|办法)$/.test(title) || effect[0].startsWith('本法'))
      return undefined;
    // With an order of its own it would be promulgated twice.
    if (/令第/.test(text.slice(0, articles[0]?.range.start))) return undefined;
    const note = '\n2024年3月1日国务院令第999号公布';
    const start = last.range.start + effect.index;
    const early = replaced(text, start, start + effect[0].length, `${effect[1] ?? ''}自2024年3月18日起施行`);
    const { text: noted } = replaced(early.text, line, line, note);
    return { text: noted, at: { start: early.at.start + note.length, end: early.at.end + note.length } };
  },
  'structure/general-chapters': (text, article, { provisions, tree }) => {
    const chapters = tree.root.children.filter(({ kind }) => kind === 'chapter');
    if (chapters.length < 3 || !provisions.articles[0]?.enclosing('chapter')) return undefined;
    const chapter = Number(article.number) % 2 === 0 ? chapters[0] : chapters.at(-1);
    if (!chapter || !['总则', '附则'].includes(chapter.heading ?? '')) return undefined;
    return replaced(text, chapter.body.start, chapter.body.end, '其他事项');
  },
  'structure/single-chapter': (text, article, { tree, title, provisions }) => {
    // A heading among articles that have none.
    if (tree.root.children.some(({ kind }) => kind !== 'article' && kind !== 'title' && kind !== 'note'))
      return undefined;
    return article === provisions.articles[0] || title === ''
      ? undefined
      : replaced(text, article.full.start, article.full.start, '第一章　供水\n');
  },
  'structure/few-articles': (text, article, { tree, provisions: { articles } }) => {
    const [first] = articles;
    const isDivided = tree.root.children.some(({ kind }) => kind !== 'article' && kind !== 'title' && kind !== 'note');
    if (!first || articles.length >= 20 || isDivided || article === first || !/施行/.test(articles.at(-1)?.text ?? ''))
      return undefined;
    if (articles.some(({ number }) => Number(number) >= 20)) return undefined;
    const chapter = '第一章　总则\n';
    const { text: divided } = replaced(text, article.full.start, article.full.start, '第二章　供水\n');
    return replaced(divided, first.full.start, first.full.start, chapter);
  },
};
