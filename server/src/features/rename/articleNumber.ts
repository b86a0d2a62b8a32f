import type { Message } from '../../checks/check.js';
import { perform } from '../../drafting/perform.js';
import { TextMap } from '../../drafting/textMap.js';
import type { RegulationDocument } from '../../library/document.js';
import { articlesOf } from '../../syntax/outline.js';
import { NUMERAL, parseNumeral } from '../../syntax/numerals.js';
import { articleLabel, type SyntaxNode } from '../../syntax/tree.js';
import type { RenamingOf } from './renaming.js';

const NUMBER = new RegExp(`^第?([${NUMERAL}]+)条?((?:之[${NUMERAL}]+)*)$`);

/**
 * The number of an article, with every citation of it; the numbers of the others stay as they are, which 整理编号 puts
 * right.
 */
export const renamingOfArticleNumber: RenamingOf = (library, document, subject) => {
  if (subject.kind !== 'provision' || subject.node.kind !== 'article') return undefined;
  const { node } = subject;
  return {
    span: node.mark,
    name: node.label.replace(/\s/g, ''),
    objectionTo: (name) => objectionTo(node, name),
    edits: (name, isEditable) => {
      const change = {
        edits: [{ span: node.mark, newText: articleLabel(numberIn(name) ?? '') }],
        caret: node.mark.start,
      };
      const map = TextMap.same(document.characters.length);
      const draft = { before: document, after: document, map, renumbers: () => false };
      const { edits } = perform(library, draft, change, isEditable);
      return [...edits].flatMap(([uri, list]) => {
        const changed: RegulationDocument | undefined = library.document(uri);
        return changed ? [{ document: changed, edits: list }] : [];
      });
    },
  };
};

function objectionTo(node: SyntaxNode, name: string): Message | undefined {
  const number = numberIn(name);
  if (number === undefined) {
    return {
      zh: '应为条的序号，如第十二条、第十二条之一。',
      en: 'It has to be the number of an article, as 第十二条.',
    };
  }
  const instrument = node.enclosing('annex') ?? node.tree.root;
  if (!articlesOf(instrument).some((other) => other !== node && other.number === number)) return undefined;
  const label = articleLabel(number);
  return {
    zh: `已经有${label}；要插入、移动条文的，用“整理编号”或者“上移”“下移”。`,
    en: `There is ${label} already; to insert or move articles, use the commands for that.`,
  };
}

/** `12`, `12-1`; undefined for what is no number. */
function numberIn(name: string): string | undefined {
  const match = NUMBER.exec(name.replace(/\s/g, ''));
  if (!match) return undefined;
  const values = [match[1] ?? '', ...(match[2] ?? '').split('之').slice(1)].map(
    (numeral) => parseNumeral(numeral).value,
  );
  return values.some((value) => Number.isNaN(value) || value < 1) ? undefined : values.join('-');
}
