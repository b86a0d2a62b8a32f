import { profileOf } from '../../../server/src/checks/profile.js';
import type { RegulationDocument } from '../../../server/src/library/document.js';
import { replaced, type Injections } from './injection.js';

const RULE_NOTES = [
  '（2020年1月1日水利部令第1号公布）',
  '（2020年1月1日某市人民政府令第1号公布）',
  '（2020年1月1日国家市场监督管理总局令第31号公布）',
];

/** The line of the title, and what stands between it and the first provision. */
function headOf({ tree }: RegulationDocument): { title: { start: number; end: number }; notes: number } | undefined {
  const { children } = tree.root;
  const title = children.findLast(({ kind }) => kind === 'title');
  const notes = children.filter(({ kind }) => kind === 'note').at(-1);
  return title && { title: title.range, notes: notes?.range.end ?? title.range.end };
}

/** Names that a kind of instrument is not to have. */
export const TITLES: Injections = {
  'title/rule': (text, article, document) => {
    const head = headOf(document);
    if (!head || !/[^实]条例$/.test(document.title)) return undefined;
    const note = RULE_NOTES[Number(article.number) % RULE_NOTES.length] ?? '';
    const changed = replaced(text, head.title.end, head.notes, `\n${note}`).text;
    return { text: changed, at: head.title };
  },
  'title/provisional': (text, _article, document) => {
    const line = headOf(document)?.title;
    const isOther = profileOf(document) === 'local-regulation' && /(?<!暂行)条例$/.test(document.title);
    return line && isOther && text.slice(line.start, line.end).endsWith('条例')
      ? replaced(text, line.end - 2, line.end, '暂行条例')
      : undefined;
  },
  'title/local': (text, _article, document) => {
    const head = headOf(document);
    const words = head && text.slice(head.title.start, head.title.end);
    if (!words?.endsWith('条例') || profileOf(document) !== 'local-regulation') return undefined;
    if (document.notes.length === 0) return undefined;
    return {
      text: replaced(text, head?.title.start ?? 0, head?.title.end ?? 0, words.replace(/条例$/, '法')).text,
      at: { start: head?.title.start ?? 0, end: (head?.title.end ?? 0) - 1 },
    };
  },
};
