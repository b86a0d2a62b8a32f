import { NUMERAL } from '../../syntax/numerals.js';
import { Derived } from '../../syntax/derived.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Mention } from '../../citations/resolve.js';
import { isAmending } from '../amending.js';
import type { Check, CheckContext, Finding } from '../check.js';
import type { SyntaxNode } from '../../syntax/tree.js';

/** 第八条第一款 where article 8 has one paragraph. */
export const singleParagraph: Check = {
  code: 'citation/single-paragraph',
  rule: 'B04',
  severity: 'warning',
  description: {
    zh: '只有一款的条，引用时不写“第一款”。',
    en: 'Of an article with one paragraph no paragraph is cited.',
  },
  *run(context): Iterable<Finding> {
    for (const { mention, article, words } of ownArticlesCited(context)) {
      if (mention.targets[0]?.paragraph !== 1 || article.green.children.length !== 1) continue;
      const at = words.indexOf('第一款');
      if (at < 0 || mention.targets.length > 1) continue;
      const span = { start: mention.start + at, end: mention.start + at + '第一款'.length };
      // 第一款 alone, behind 本条 or in a list, would leave nothing.
      const isRemovable = at > 0 && /条(?:之[一二三四五六七八九十]+)?$/.test(words.slice(0, at));
      // 第二十一条、第二十四第一款 has lost 条: the paragraph is not that of 第二十一条.
      if (new RegExp(`[${NUMERAL}]$`).test(context.document.characters.charAt(span.start - 1))) continue;
      yield {
        span,
        message: {
          zh: `${article.label.replace(/\s/g, '')}只有一款，不写“第一款”。`,
          en: `Article ${article.number} has one paragraph: 第一款 is left out.`,
        },
        ...(isRemovable && {
          fixes: [{ title: { zh: '删去“第一款”', en: 'Remove “第一款”' }, edits: [{ span, newText: '' }] }],
        }),
      };
    }
  },
};

/** A citation of an article of the same text. */
export interface OwnArticleCited {
  readonly mention: Mention;
  readonly article: SyntaxNode;
  readonly words: string;
}

const known = new Derived<{ readonly mentions: readonly Mention[]; readonly cited: readonly OwnArticleCited[] }>();

/**
 * The citations of a text's own articles, or of what is in them, that name a paragraph or an item, or stand in the article
 * that they name. Several rules look at them: they are gathered once for each version of a text.
 */
export function ownArticlesCited({ document, library }: CheckContext): readonly OwnArticleCited[] {
  if (isAmending(document.title)) return [];
  const { tree } = document;
  const { mentions } = library.citationsOf(document);
  let gathered = known.get(tree);
  if (gathered?.mentions !== mentions) {
    gathered = { mentions, cited: [...gather(document, mentions)] };
    known.set(tree, gathered);
  }
  return gathered.cited;
}

function* gather(
  document: RegulationDocument,
  mentions: readonly Mention[],
): Generator<OwnArticleCited, void, undefined> {
  const { text } = document.tree;
  for (const mention of mentions) {
    const [target] = mention.targets;
    if (mention.doc !== 'self' || target?.article === undefined) continue;
    const article = document.provisionsAt(mention).article(target.article);
    if (article?.kind !== 'article') continue;
    const { full } = article;
    const isInside = mention.start >= full.start && mention.start < full.end;
    if (!isInside && target.paragraph === undefined && target.item === undefined) continue;
    yield { mention, article, words: text.slice(mention.start, mention.end) };
  }
}
