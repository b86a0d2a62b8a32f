import { isAmending } from '../amending.js';
import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { spanOf } from '../wordRule.js';

const CLAUSE =
  /[（(]以下(?:统|合)?简称(?:为)?[：:]?(?:《([^《》\n]{1,40})》|“([^“”\n]{1,40})”|([^（）()《》“”、，；\n]{1,40}))(?:[，,]?下同)?[)）]/g;

/** （以下简称甲）, and 甲 nowhere behind it. */
export const unusedAlias: LocalRule = {
  code: 'terms/unused-alias',
  rule: 'B17',
  severity: 'warning',
  description: { zh: '注明的简称在后文使用。', en: 'A short name that is given is used.' },
  trigger: '以下(?:统|合)?简称',
  *find(piece): Iterable<Finding> {
    for (const match of piece.text.matchAll(CLAUSE)) {
      const name = match[1] ?? match[2] ?? match[3] ?? '';
      const at = match.index + match[0].indexOf(name, match[0].indexOf('称'));
      yield { span: spanOf(piece, at, name.length), message: { zh: name, en: name } };
    }
  },
  *select(findings, { document: { text, title } }): Iterable<Finding> {
    // The wording that an amendment quotes is used in the amended text.
    if (isAmending(title)) return;
    for (const { span } of findings) {
      const name = text.slice(span.start, span.end).trim();
      // 二级保护动物 is used as 一、二级保护动物. Most are used close behind, so that the search ends soon.
      if (text.includes(name, span.end) || /^[一二三四五六七八九]/.test(name)) continue;
      yield {
        span,
        message: { zh: `简称“${name}”在后文没有使用。`, en: `The short name “${name}” is not used.` },
      };
    }
  },
};
