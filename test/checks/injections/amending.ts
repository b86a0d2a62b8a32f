import { formatNumeral } from '../../../server/src/syntax/numerals.js';
import type { SyntaxNode } from '../../../server/src/syntax/tree.js';
import type { RegulationDocument } from '../../../server/src/library/document.js';
import { isAlone, labelOf, type Injected, type Injections } from './injection.js';

/** A decision that amends a real law, which is at hand, by one instruction; in that `wrong` is the error. */
function decision(
  law: string,
  { title }: RegulationDocument,
  instruction: string,
  wrong: string,
): Injected | undefined {
  if (!/(?:法|条例|规定|办法|细则|规则)$/.test(title) || /[《〈]/.test(title)) return undefined;
  const front = `关于修改《${title}》的决定\n一、`;
  const start = front.length + instruction.indexOf(wrong);
  return {
    text: `${front}${instruction}\n本决定自公布之日起施行。\n`,
    at: { start, end: start + wrong.length },
    others: [law],
  };
}

const isPlain = (document: RegulationDocument, article: SyntaxNode): boolean =>
  /^\d+$/.test(article.number) &&
  isAlone(document, article) &&
  article.children.every(({ kind }) => kind === 'paragraph');

/** Two characters that a provision has more than once. */
function repeatedIn(text: string): string | undefined {
  const [, words] = /(\p{Script=Han}{2})(?=[^]*\1)/u.exec(text.replace(/^\S+\s/, '')) ?? [];
  return words;
}

/** Instructions that don't fit the amended text, or each other. */
export const AMENDING: Injections = {
  'amending/order': (law, article, document) => {
    const number = formatNumeral(Number(article.number));
    const instructions = [
      `增加一条，作为第${number}条：“供水单位应当公开水价。”`,
      `增加两条，分别作为第${number}条、第${formatNumeral(Number(article.number) + 1)}条：“供水单位应当公开水价。\n“用水单位应当交费。”`,
      `删去第${number}条。`,
    ];
    const instruction = instructions[Number(article.number) % instructions.length] ?? '';
    return isPlain(document, article) ? decision(law, document, instruction, instruction.slice(0, 8)) : undefined;
  },
  'amending/renumbered': (law, article, document) => {
    const number = Number(article.number);
    const wrong = `第${formatNumeral(number + 2)}条改为第${formatNumeral(number + 4)}条`;
    const added = `增加一条，作为第${formatNumeral(number)}条：“供水单位应当公开水价。”`;
    const instruction = `${added}\n二、将${wrong}，修改为：“用水单位应当交费。”\n条文顺序作相应调整。`;
    return isPlain(document, article) ? decision(law, document, instruction, wrong) : undefined;
  },
  'amending/ambiguous-words': (law, article, document) => {
    const words = isPlain(document, article) ? repeatedIn(article.text) : undefined;
    return words === undefined
      ? undefined
      : decision(law, document, `将${labelOf(article)}中的“${words}”修改为“供水企业”。`, words);
  },
  'amending/replaced-words': (law, article, document) =>
    isPlain(document, article)
      ? decision(law, document, `将${labelOf(article)}中的“某市天空使用者”修改为“天空用户”。`, '某市天空使用者')
      : undefined,
  'amending/added-paragraph': (law, article, document) => {
    const added = `增加一款，作为第${formatNumeral(article.children.length + 2)}款`;
    return isPlain(document, article)
      ? decision(law, document, `${labelOf(article)}${added}：“供水单位应当公开水价。”`, added)
      : undefined;
  },
  'amending/number': (law, article, document) => {
    const number = Number(article.number);
    const written = number % 2 === 0 ? `第${article.number}条` : `${formatNumeral(number)}条`;
    return isPlain(document, article)
      ? decision(law, document, `将${written}修改为：“供水单位应当公开水价。”`, written)
      : undefined;
  },
};
