import type { Citations } from '../../citations/citations.js';
import type { Target } from '../../citations/coordinates.js';
import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Resolution } from '../../library/library.js';
import { isAmending } from '../amending.js';
import type { Check, CheckContext, Finding } from '../check.js';
import { whatExists } from './whatExists.js';

/** 《条例》第八十条, where the regulation has 73 articles. */
export const dangling: Check = {
  code: 'citation/dangling',
  rule: 'B06 B09',
  severity: 'error',
  description: {
    zh: '引用的编、章、节、条、款、项、目须存在。',
    en: 'What a citation points at exists.',
  },
  *run(context): Iterable<Finding> {
    const { document, library } = context;
    const citations = library.citationsOf(document);
    for (const mention of citations.mentions) {
      const missing = danglingProvision(context, mention);
      if (!missing) continue;
      const { document: cited, target } = missing;
      const provisions = cited === document ? document.provisionsAt(mention) : cited.provisions;
      const { message, place } = whatExists(provisions, target, nameOf(document, cited, citations));
      yield {
        span: { start: mention.start, end: mention.end },
        message,
        related: place && [
          { uri: cited.uri, span: place.selectionRange, message: { zh: '被引用的文本', en: 'The text that is cited' } },
        ],
      };
    }
  },
};

/** The provision that a citation names and that its instrument does not have; undefined where that can't be said. */
export function danglingProvision(
  { document, library }: CheckContext,
  mention: Mention,
): (Resolution & { state: 'missing-provision' }) | undefined {
  // An amending decision cites numbers that its amendments make, or have unmade.
  if (mention.kind !== 'provision' || isAmending(document.title)) return undefined;
  const resolution = library.resolve(document, mention);
  if (resolution.state !== 'missing-provision') return undefined;
  const { document: cited, target } = resolution;
  const isExcused = cited === document ? isRunInHeading(document, mention, target) : isOlder(document, cited);
  return isExcused ? undefined : resolution;
}

/** A text speaks of the version of its own time: the provision may have stood in it. */
function isOlder(document: RegulationDocument, cited: RegulationDocument): boolean {
  return document.date !== undefined && cited.date !== undefined && document.date < cited.date;
}

/**
 * 。第十八条继续教育实行登记制度: the heading of an article whose line break was lost. That the number is missing in the
 * sequence is reported at the number behind it.
 */
function isRunInHeading(document: RegulationDocument, mention: Mention, target: Target): boolean {
  const { text } = document.tree;
  const { start, end } = mention;
  if (Object.keys(target).length !== 1 || target.article === undefined) return false;
  if (!/[。；：][ \t\u3000]*$/.test(text.slice(Math.max(0, start - 5), start))) return false;
  if (/^(?:[的和与及至、，,]|规定|所[列称指]|第|中|之)/.test(text.slice(end, end + 2))) return false;
  const last = document.provisionsAt(mention).articles.at(-1);
  return Number(last?.number) > Number(target.article);
}

/** What a document calls another one: its short name for it, else the title. */
export function nameOf(document: RegulationDocument, cited: RegulationDocument, { aliases }: Citations): string {
  if (cited === document) return '';
  const alias = aliases.find(({ title }) => title === cited.title);
  if (!alias) return `《${cited.title}》`;
  return alias.bracketed ? `《${alias.name}》` : alias.name;
}
