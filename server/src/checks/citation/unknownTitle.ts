import type { Mention } from '../../citations/resolve.js';
import { COUNTRY, readTitle, withoutCountry } from '../../citations/titles.js';
import type { RegulationDocument } from '../../library/document.js';
import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';

/** 《税收征管法》, where the library has no such title but 税收征收管理法. */
export const unknownTitle: Check = {
  code: 'citation/unknown-title',
  severity: 'information',
  description: {
    zh: '书名号内的名称与库中法规的名称相近而不相同的，须核对。',
    en: 'A title that nearly equals one in the library is worth a second look.',
  },
  *run({ document, library }): Iterable<Finding> {
    // An amending decision names instruments as they were called then.
    if (isAmending(document.title)) return;
    const { mentions, aliases } = library.citationsOf(document);
    const shortNames = new Set(aliases.map(({ name }) => name));
    for (const mention of mentions) {
      if (mention.kind !== 'document' || document.characters.charAt(mention.start) !== '《') continue;
      const inner = { start: mention.start + 1, end: mention.end - 1 };
      const written = readTitle(document.characters.slice(inner.start, inner.end));
      if (shortNames.has(written) || library.resolve(document, mention).state !== 'missing-document') continue;
      const near = library.nearTitle(mention.doc);
      // What nearly has the document's own title is the instrument before it.
      if (near === undefined || near === document.title || isFormer(document, mention)) continue;
      const title = written.startsWith(COUNTRY) ? near : withoutCountry(near);
      yield {
        span: { start: mention.start, end: mention.end },
        message: {
          zh: `条文库中没有《${written}》，有名称相近的《${title}》。`,
          en: `The library has no 《${written}》, but 《${title}》.`,
        },
        fixes: [
          {
            title: { zh: `改为《${title}》`, en: `Change to 《${title}》` },
            edits: [{ span: inner, newText: title }],
          },
        ],
      };
    }
  },
};

/** …同时废止 and the history note name what was called otherwise then. */
function isFormer(document: RegulationDocument, { start, end }: Mention): boolean {
  if (document.tree.nodeAt(start).kind === 'note') return true;
  return (
    document.characters
      .slice(end, end + 200)
      .split(/[。\n]/)[0]
      ?.includes('废止') ?? false
  );
}
