import { SOURCES } from '../sources.js';
import type { Check, Finding } from '../check.js';
import { namesLike, nameOf, numberOf } from '../marks.js';
import { sequencesOf } from '../numbered.js';
import { wordsOf } from '../sentences.js';
import { lostMarks } from './lostMarks.js';
import { runInMarks } from './runInMarks.js';

/** A list that begins at （二）. */
export const firstItem: Check = {
  code: 'numbering/first-item',
  rule: 'S04',
  severity: 'warning',
  description: {
    zh: '项从（一）起编号，目从1起编号；自动编号的首项往往在转换中丢失序号。',
    en: 'Items are numbered from （一）, subitems from 1; conversion often loses the first numbers of an automatic list.',
  },
  source: SOURCES.numbers,
  *run({ document }): Iterable<Finding> {
    for (const sequence of sequencesOf(document.tree)) {
      const [first] = sequence.nodes;
      if (first?.kind !== 'item' && first?.kind !== 'subitem') continue;
      yield* lostMarks(sequence, 'at the front');
      const [number = 1] = numberOf(first) ?? [];
      // Outside provisions numbers may run through a whole text, several to a line.
      if (number === 1 || (first.kind === 'subitem' && !first.enclosing('article', 'clause', 'item'))) continue;
      // （二）权利质押 between two articles is a heading.
      if (sequence.nodes.length === 1 && !/[，。；：]/.test(wordsOf(first))) continue;
      const missing = { from: [1], to: [number - 1], count: number - 1 };
      const name = nameOf(first);
      const names = namesLike(first, missing);
      yield {
        span: first.mark,
        message: {
          zh: `从${name.zh}开始，没有${names.zh}。`,
          en: `The list begins at ${name.en}: there is no ${names.en}.`,
        },
        ...(first.parent && runInMarks(document.uri, first.parent, first, missing)),
      };
    }
  },
};
