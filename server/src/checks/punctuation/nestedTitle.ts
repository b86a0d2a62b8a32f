import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { isOldWording, spanOf } from '../wordRule.js';

/** An opening mark within a title. Titles are short: what opens farther in front was never closed. */
const INNER = /(?=[<＜《])(?<=《[^》\n]{0,60})[<＜《]/g;
/** What is in it, up to the mark that closes it. */
const CLOSED = /^<[^<>《》\n]{0,60}>|^＜[^＜＞《》\n]{0,60}＞|^《[^《》\n]{0,60}》(?=[^《》\n]{0,60}》)/;

/** 《某市实施<中华人民共和国水法>办法》, 《某市实施《中华人民共和国水法》办法》. */
export const nestedTitle: LocalRule = {
  code: 'punctuation/nested-title',
  rule: 'B19 W36 W37',
  severity: 'warning',
  description: { zh: '书名号内再用书名号，用单书名号〈〉。', en: 'A title within a title stands in 〈〉.' },
  hasSafeFixes: true,
  trigger: '《[^》\\n]{0,60}[<＜《]',
  *find(piece): Iterable<Finding> {
    for (const { 0: mark, index } of piece.text.matchAll(INNER)) {
      if (isOldWording(piece.text, index)) continue;
      const inner = CLOSED.exec(piece.text.slice(index, index + 64))?.[0];
      // Both marks together: one alone would have no partner.
      const fix = inner && {
        title: { zh: '改为〈〉', en: 'Change to 〈〉' },
        edits: [
          { span: spanOf(piece, index, 1), newText: '〈' },
          { span: spanOf(piece, index + inner.length - 1, 1), newText: '〉' },
        ],
      };
      yield {
        span: spanOf(piece, index, inner?.length ?? 1),
        message: {
          zh: `书名号内的“${inner ?? mark}”应当用单书名号〈〉。`,
          en: `“${inner ?? mark}” within 《》 is to stand in 〈〉.`,
        },
        ...(fix && { fixes: [fix] }),
      };
    }
  },
};
