import { titleKey } from '../../citations/titles.js';
import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import type { Span } from '../../syntax/tree.js';
import type { Check, Finding } from '../check.js';

/** Titles that the message names. */
const NAMED = 10;
/** Places that the finding leads to; a text that cites more instruments is no text that a person wrote. */
const PLACES = 100;

/** An instrument that no text of is at hand, with the first mention of it and how many there are. */
interface Absent {
  readonly title: string;
  readonly first: Mention;
  count: number;
}

/** The instruments that a text cites and that citations of can't be checked: all in one finding at the title. */
export const notInLibrary: Check = {
  code: 'citation/not-in-library',
  // Most texts cite laws that nobody has put into the library: it is a list to be asked for, and no slip.
  severity: 'off',
  description: {
    zh: '引用的文件在条文库中有文本，才能核对所引的条、款、项。',
    en: 'What a text cites is in the library, so that the provisions cited can be checked.',
  },
  *run({ document, library }): Iterable<Finding> {
    const absent = absentInstruments(document, library);
    if (absent.length === 0) return;
    const named = absent.slice(0, NAMED);
    const isCut = named.length < absent.length;
    const zh = named.map(({ title, count }) => `《${title}》${count > 1 ? `（${String(count)} 处）` : ''}`).join('、');
    const en = named
      .map(({ title, count }) => `《${title}》${count > 1 ? ` (${String(count)} times)` : ''}`)
      .join(', ');
    const instruments = absent.length === 1 ? '1 instrument that is' : `${String(absent.length)} instruments that are`;
    yield {
      span: frontOf(document),
      message: {
        zh: `引用了 ${String(absent.length)} 件条文库中没有的文件：${zh}${isCut ? '等' : ''}。`,
        en: `Cites ${instruments} not in the library: ${en}${isCut ? ', …' : '.'}`,
      },
      related: absent.slice(0, PLACES).map(({ title, first, count }) => ({
        uri: document.uri,
        span: { start: first.start, end: first.end },
        message: {
          zh: `《${title}》，共 ${String(count)} 处`,
          en: `《${title}》, ${count === 1 ? 'once' : `${String(count)} times`}`,
        },
      })),
    };
  },
};

/** In the order in which the text names them. A provision is cited together with a mention of its instrument. */
function absentInstruments(document: RegulationDocument, library: Library): Absent[] {
  const absent = new Map<string, Absent>();
  for (const mention of library.citationsOf(document).mentions) {
    if (mention.kind !== 'document' || mention.doc === 'self') continue;
    const resolution = library.resolve(document, mention);
    if (resolution.state !== 'missing-document' || !resolution.title) continue;
    const key = titleKey(mention.doc);
    const known = absent.get(key);
    if (known) known.count++;
    else absent.set(key, { title: mention.doc, first: mention, count: 1 });
  }
  return [...absent.values()];
}

/** The line of the title, else the first line. */
function frontOf({ tree, text }: RegulationDocument): Span {
  const title = tree.root.children.find(({ kind }) => kind === 'title');
  return title?.selectionRange ?? { start: 0, end: /^[^\r\n]*/.exec(text)?.[0].length ?? 0 };
}
