import type { SyntaxNode } from '../../syntax/tree.js';
import type { Finding } from '../check.js';
import type { LocalRule } from '../localChecks.js';
import { endOf, isQuoting, paragraphsOf, wordsOf } from '../sentences.js';

/** A paragraph or item without punctuation at its end. */
export const paragraphEnd: LocalRule = {
  code: 'punctuation/paragraph-end',
  rule: 'S10',
  severity: 'warning',
  description: { zh: '段末有“。”“：”“；”之一。', en: 'A paragraph ends in 。, ： or ；.' },
  *find({ node, isInAnnex }): Iterable<Finding> {
    if (isInAnnex || node.kind !== 'article') return;
    const paragraphs = paragraphsOf(node);
    for (const [index, paragraph] of paragraphs.entries()) {
      const next = paragraphs[index + 1];
      // A line without an end before one that goes on in the middle of a sentence was broken by hand: residue, not this.
      if (!paragraph.green.children.length && isTableRow(wordsOf(paragraph), next)) continue;
      for (const line of [paragraph, ...linesBelow(paragraph)]) {
        const words = wordsOf(line);
        if (/[。：；”）!！？?:;.〉》…)]$/.test(words) || words.length < 4 || isListed(words) || isQuoting(words))
          continue;
        // What leads to items is looked at with them.
        if (line.children.length > 1 && line.children[0]?.number === '1') continue;
        if (isFormula(words) || (isOnly(line) && isHeading(words))) continue;
        yield {
          span: endOf(line),
          message: { zh: '段末没有标点。', en: 'No punctuation ends this paragraph.' },
        };
      }
    }
  },
};

function linesBelow(paragraph: SyntaxNode): SyntaxNode[] {
  return paragraph.children.flatMap((item) => [item, ...item.children]);
}

const LISTED = 20;

/** 主任，副主任若干人，… stand in a line each. */
function isListed(words: string): boolean {
  return words.length <= LISTED && words.endsWith('，');
}

/** The cells of a table; a heading whose number was lost. */
function isTableRow(words: string, next: SyntaxNode | undefined): boolean {
  if (/[|｜\t]|={2,}/.test(words) || isFormula(words)) return true;
  return isHeading(words) && (next === undefined || wordsOf(next).length <= HEADING);
}

function isFormula(words: string): boolean {
  return /[+×÷＝=]/.test(words);
}

/** （五）淡水食用水生植物类 is the heading of what is below it. */
function isOnly(line: SyntaxNode): boolean {
  return line.kind === 'item' && line.parent?.children.length === 1;
}

function isHeading(words: string): boolean {
  return words.length <= HEADING && !/[，。；：]/.test(words) && !SENTENCE.test(words);
}

const HEADING = 30;
/** What only a sentence says: 供水单位应当保证水质. */
const SENTENCE = /应当|不得|可以|必须|负责|适用|是指|依照|按照|施行|禁止/;
