import type { CheckContext, Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { isInTitle, spanOf } from '../wordRule.js';
import { isAmending } from '../amending.js';

const KINDS = '法|条例|规定|办法|细则|规则';
const SELF = new RegExp(
  `(?<![基根文资成日版标样课副正原范剧脚蓝账底])本(实施细则|实施办法|实施条例|暂行条例|暂行规定|暂行办法|条列|${KINDS})(?![人院官庭律定]|学|规|制)`,
  'g',
);
const TITLE_KIND = new RegExp(`(法典|${KINDS})(?:（[^）]*）|\\([^)]*\\))?$`);

/** 本条例 in a 办法. */
export const selfName: LocalRule = {
  code: 'citation/self-name',
  rule: 'B01 E-03',
  severity: 'warning',
  description: {
    zh: '自称与标题的文种一致：办法称“本办法”。',
    en: 'A text calls itself what its title does: 本办法 in a 办法.',
  },
  trigger: `本(?:实施|暂行|条列|${KINDS})`,
  *find(piece): Iterable<Finding> {
    // What an annex calls itself is its own name.
    if (piece.isInAnnex) return;
    for (const match of piece.text.matchAll(SELF)) {
      if (isInTitle(piece.text, match.index) || isQuoted(piece.text, match.index)) continue;
      const [written] = match;
      yield { span: spanOf(piece, match.index, written.length), message: { zh: written, en: written } };
    }
  },
  *select(findings, context): Iterable<Finding> {
    const kind = kindOf(context);
    if (!kind) return;
    for (const { span } of findings) {
      const written = context.document.characters.slice(span.start, span.end);
      const own = `本${kind}`;
      if (written.endsWith(kind) && (kind !== '法' || written === '本法')) continue;
      yield {
        span,
        message: {
          zh: `本文是“${kind}”，却自称“${written}”。`,
          en: `This text is a ${kind}, and calls itself “${written}”.`,
        },
        fixes: [{ title: { zh: `改为“${own}”`, en: `Change to “${own}”` }, edits: [{ span, newText: own }] }],
      };
    }
  },
};

/** The word for the kind of instrument that a text calls itself by; undefined where its title has none of those. */
function kindOf({ document: { title, subtitle } }: CheckContext): string | undefined {
  if (isAmending(title) || subtitle !== undefined) return undefined;
  const kind = TITLE_KIND.exec(title)?.[1];
  return kind === '法典' ? '法' : kind;
}

function isQuoted(text: string, at: number): boolean {
  const open = text.lastIndexOf('“', at);
  return open >= 0 && text.indexOf('”', open) > at;
}
