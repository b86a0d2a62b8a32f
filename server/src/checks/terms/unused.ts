import { termsOf, type Term, type Terms } from '../../citations/terms/terms.js';
import { isAmending } from '../amending.js';
import { Derived } from '../../syntax/derived.js';
import type { SyntaxTree } from '../../syntax/tree.js';
import type { Check, Finding } from '../check.js';
import { piecesOf } from '../localChecks.js';

/** A short name, or a term that the text defines for its own use, that it never uses. */
export const unused: Check = {
  code: 'terms/unused',
  severity: 'warning',
  rule: 'B17',
  description: {
    zh: '写明的简称和定义的用语，应当在后文使用。',
    en: 'A short name or a term is defined in order to be used.',
  },
  *run({ document }): Iterable<Finding> {
    // What an amending decision quotes is used in the amended instrument.
    if (isAmending(document.title)) return;
    const terms = termsOf(document.tree);
    for (const term of terms.unused()) {
      if (!term.isFormal || isUsedOtherwise(term, terms, document.title) || isWrittenApart(term, document.tree))
        continue;
      yield findingOf(term);
    }
  },
};

/** In the title, as a part of another term, or by the short name that its definition gives to it. */
function isUsedOtherwise(term: Term, { all }: Terms, title: string): boolean {
  if (title.includes(term.name)) return true;
  return all.some(
    (other) =>
      (other.name !== term.name && other.name.includes(term.name)) ||
      (other.kind === 'short' && term.kind === 'meaning' && other.definition.start === term.span.end),
  );
}

/** With 的 or 、 between its words: 告诉才处理 is used as 告诉的才处理, 历史文化名镇名村 as 历史文化名镇、名村. */
function isWrittenApart({ name }: Term, tree: SyntaxTree): boolean {
  return piecesOf(tree).some(({ node }) => {
    let known = writtenApart.get(node.green);
    if (!known) writtenApart.set(node.green, (known = new Map()));
    let isApart = known.get(name);
    if (isApart === undefined) known.set(name, (isApart = standsApart(name, node.text)));
    return isApart;
  });
}

/** Whether a name stands so in an article: it is asked of each one at each keystroke, for as long as the name is unused. */
const writtenApart = new Derived<Map<string, boolean>>();

function standsApart(name: string, text: string): boolean {
  for (let at = 1; at < name.length; at++) {
    if (text.includes(`${name.slice(0, at)}的${name.slice(at)}`)) return true;
    if (text.includes(`${name.slice(0, at)}、${name.slice(at)}`)) return true;
  }
  return false;
}

function findingOf({ kind, name, span }: Term): Finding {
  return {
    span,
    message:
      kind === 'short'
        ? { zh: `简称“${name}”写明之后没有使用。`, en: `The short name “${name}” is given and never used.` }
        : { zh: `用语“${name}”定义之后没有使用。`, en: `The term “${name}” is defined and never used.` },
  };
}
