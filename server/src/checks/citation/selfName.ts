import type { CheckContext, Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { isInTitle, spanOf } from '../wordRule.js';
import { isAmending } from '../amending.js';

const KINDS = '法|条例|规定|办法|细则|规则|解释';
/** 本法院, 本法规, 本法制: 法 is the first half of another word. 本法规定 is not. */
const LAW = '法(?![人院官庭律定学制]|规(?!定))';
const SELF = new RegExp(
  `(?<![基根文资成日版标样课副正原范剧脚蓝账底])本(?:(?:实施|暂行)?(?:${KINDS.replace('法|', '')})|条列|${LAW})`,
  'g',
);
/** 个人所得税法第七条所称纳税人境外所得依照本法规定计算的应纳税额 repeats the words of 个人所得税法. */
const QUOTES_ANOTHER = /(?<!本)(?:法|条例|规定|办法|细则|规则|解释)》?第[^，。；]{1,24}[条款项](?:中)?所称[^，。；]*$/;
/** As far back as the words of another instrument begin. */
const QUOTED = 80;
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
      if (QUOTES_ANOTHER.test(piece.text.slice(Math.max(0, match.index - QUOTED), match.index))) continue;
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
function kindOf({ document: { title, subtitle, tree } }: CheckContext): string | undefined {
  if (isAmending(title) || subtitle !== undefined) return undefined;
  // What a notice carries as its annex has a title of its own.
  const front = tree.root.children.filter(({ kind }) => kind === 'preamble' || kind === 'cover');
  if (front.some(({ text }) => /^附\s*件(?:[:：]|\s*$)/.test(text.trim()))) return undefined;
  const kind = TITLE_KIND.exec(title)?.[1];
  return kind === '法典' ? '法' : kind;
}

function isQuoted(text: string, at: number): boolean {
  const open = text.lastIndexOf('“', at);
  return open >= 0 && text.indexOf('”', open) > at;
}
