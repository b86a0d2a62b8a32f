import type { Check, Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { spanOf } from '../wordRule.js';

const N = '[零〇一二三四五六七八九十百千]';

/** 将十一条修改为：, 将第11条修改为：. */
export const instructionNumber: LocalRule = {
  code: 'amending/number',
  rule: 'D-05',
  severity: 'warning',
  description: {
    zh: '修改指令中的条号写作“第×条”，用中文数字。',
    en: 'An amendment names articles by 第…条, in Chinese numerals.',
  },
  trigger: '修改|增加|删去|改为|作为',
  *find(piece): Iterable<Finding> {
    const pattern = new RegExp(
      `(?<=将|在|删去|作为|改为)(${N}{1,8})条(?=中的|第|修改为|改为|之后|后|删去)|(?<![（(][^（）()]{0,20})第(\\d{1,4})条(?=中的|第|修改为|改为|之后|后|删去)`,
      'g',
    );
    for (const match of piece.text.matchAll(pattern)) {
      const [written, unmarked] = match;
      const span = spanOf(piece, match.index, written.length);
      yield {
        span,
        message: unmarked
          ? { zh: `“${written}”缺少“第”。`, en: `“${written}” lacks 第.` }
          : { zh: `修改指令中的“${written}”用中文数字。`, en: `“${written}” is to be in Chinese numerals.` },
        ...(unmarked && {
          fixes: [
            {
              title: { zh: `改为“第${written}”`, en: `Change to “第${written}”` },
              edits: [{ span, newText: `第${written}` }],
            },
          ],
        }),
      };
    }
  },
  select: (findings, { document }) => (/关于修改.*的(?:决定|决议)$|修正案/.test(document.title) ? findings : []),
};

/** Articles that are added or removed, and nothing on the order of the others. */
export const instructionOrder: Check = {
  code: 'amending/order',
  rule: 'D-01',
  severity: 'warning',
  description: {
    zh: '增加、删去条文的，写明“条文顺序作相应调整”或者逐条改号。',
    en: 'A decision that adds or removes articles says that the others are renumbered.',
  },
  *run({ document }): Iterable<Finding> {
    // An amendment of the criminal code inserts 第…条之一 and renumbers nothing.
    if (!/关于修改.*的(?:决定|决议)$/.test(document.title)) return;
    const { text, tree } = document;
    if (/(?:条文|条款)?(?:的)?顺序(?:作|做)?相应|相应调整|重新公布/.test(text)) return;
    for (const node of tree.root.children) {
      if (node.kind !== 'clause' && node.kind !== 'article') continue;
      const words = node.text;
      const match =
        /增加[一二三四五六七八九十两]+条[，,]?(?:分别)?作为第[^，。：“之]+条(?!之)/.exec(words) ??
        new RegExp(`删去第${N}+条(?=[。；，、])`).exec(words);
      if (!match || new RegExp(`第${N}+条(?:相应)?改为第${N}+条`).test(text)) continue;
      const start = node.range.start + match.index;
      yield {
        span: { start, end: start + match[0].length },
        message: {
          zh: '增加或者删去了条，没有写明“条文顺序作相应调整”。',
          en: 'Articles are added or removed, and nothing says that the others are renumbered.',
        },
      };
      return;
    }
  },
};
