import { NUMERAL, parseNumeral } from '../../syntax/numerals.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { RegulationDocument } from '../../library/document.js';
import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';
import { piecesOf, type LocalRule } from '../localChecks.js';
import { isInTitle, spanOf } from '../wordRule.js';

/** 附件一, 附表, 附录2: what an annex is called, and its number. */
const NAME = `(附件|附录|附表)([${NUMERAL}]+|\\d+)?`;
const SELF = '本(?:法|条例|规定|办法|细则|规则|解释|决定)';
/** Words that can only mean an annex of the text itself. */
const OWN = new RegExp(`(?:${SELF}(?:所附的?|的|规定的?)?|(?:参)?见(?:${SELF})?)${NAME}`, 'g');
const MARK = new RegExp(`^${NAME}`);

/** What is longer is no name. */
const LONGEST_NAME = 30;

interface Annex {
  readonly node: SyntaxNode;
  readonly word: string;
  /** Undefined where it has none. */
  readonly number: number | undefined;
}

/** 列于本法附件三, where there are two annexes. */
export const missingAnnex: LocalRule = {
  code: 'annex/missing',
  rule: 'A4',
  severity: 'warning',
  description: { zh: '正文所引的附件存在。', en: 'The annexes that a text speaks of are there.' },
  trigger: '附[件录表]',
  *find(piece): Iterable<Finding> {
    if (piece.isInAnnex) return;
    for (const match of piece.text.matchAll(OWN)) {
      const [written, word = '', numeral = ''] = match;
      if (isInTitle(piece.text, match.index)) continue;
      const name = word + numeral;
      yield {
        span: spanOf(piece, match.index + written.length - name.length, name.length),
        message: { zh: `没有${name}。`, en: `There is no ${name}.` },
      };
    }
  },
  *select(findings, { document }): Iterable<Finding> {
    if (isAmending(document.title)) return;
    const annexes = annexesOf(document);
    for (const finding of findings) {
      const [, word = '', numeral] = MARK.exec(document.characters.slice(finding.span.start, finding.span.end)) ?? [];
      if (!annexes.some((annex) => isMeant(annex, word, numeral))) yield finding;
    }
  },
};

/** An annex that no article speaks of. */
export const uncitedAnnex: Check = {
  code: 'annex/uncited',
  rule: 'A4',
  severity: 'information',
  description: { zh: '附件在正文中提到。', en: 'The text speaks of its annexes.' },
  *run({ document }): Iterable<Finding> {
    if (isAmending(document.title)) return;
    const annexes = annexesOf(document);
    const [first] = annexes;
    const from = piecesOf(document.tree)[0]?.node.range.start;
    if (!first || from === undefined || from >= first.node.range.start) return;
    const words = document.characters.slice(from, first.node.range.start);
    if (/所附|附后|后附/.test(words)) return;
    const named = [...words.matchAll(new RegExp(NAME, 'g'))];
    for (const annex of annexes) {
      if (namesOf(annex).some((name) => words.includes(name))) continue;
      if (named.some(([, word = '', numeral]) => isMeant(annex, word, numeral)) || isInRange(annex, words)) continue;
      yield {
        span: annex.node.selectionRange,
        message: { zh: '正文中没有提到这一附件。', en: 'The text does not speak of this annex.' },
      };
    }
  },
};

/** The annexes that are marked as such; an instrument that is republished below another one is none. */
function annexesOf({ annexes }: RegulationDocument): Annex[] {
  return annexes.flatMap((node) => {
    const [, word, numeral] = MARK.exec(node.label.replace(/\s/g, '')) ?? [];
    return word === undefined ? [] : [{ node, word, number: valueOf(numeral) }];
  });
}

/** What an annex is called: its heading, which may stand on the line below its number. */
function namesOf({ node }: Annex): string[] {
  return [node.heading ?? '', node.children[0]?.text ?? '']
    .map((name) => name.replace(/（[^）]*）|\([^)]*\)|[\s《》]|^中华人民共和国/g, ''))
    .filter((name) => name.length > 2 && name.length <= LONGEST_NAME);
}

/** 附件 alone may mean any, and an annex without a number may be meant by any number but the ones of others. */
function isMeant(annex: Annex, word: string, numeral: string | undefined): boolean {
  return annex.word === word && (numeral === undefined || annex.number === valueOf(numeral));
}

/** 附件一至附件三, 附件一至三. */
function isInRange({ word, number = 0 }: Annex, words: string): boolean {
  const range = new RegExp(`${word}([${NUMERAL}]+|\\d+)[至、和](?:${word})?([${NUMERAL}]+|\\d+)`, 'g');
  return [...words.matchAll(range)].some(
    ([, from, to]) => (valueOf(from) ?? 0) <= number && number <= (valueOf(to) ?? 0),
  );
}

function valueOf(numeral: string | undefined): number | undefined {
  if (numeral === undefined) return undefined;
  return /^\d/.test(numeral) ? Number(numeral) : parseNumeral(numeral).value;
}
