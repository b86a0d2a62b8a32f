import type { Message } from '../../checks/check.js';
import { COUNTRY, readTitle, titleKey } from '../../citations/titles.js';
import { mentionsOfInstrument } from '../../library/citedBy.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import { documentLabel } from '../labels.js';
import type { DocumentEdits } from '../workspaceEdit.js';
import type { RenamingOf } from './renaming.js';

/**
 * The title of the text, with every document of the workspace that cites it by that title in 《》. Short names that were
 * given to it stay, and so do the titles of others that have it in them (关于修改〈…〉的决定): they were adopted so.
 */
export const renamingOfTitle: RenamingOf = (library, document, subject) => {
  if (subject.kind !== 'title') return undefined;
  return {
    span: subject.span,
    name: document.title,
    objectionTo: (title) => objectionTo(library, document, title),
    edits: (title, isEditable) => [
      ...merged([
        { document, edits: [{ span: subject.span, newText: title }] },
        ...citations(library, document, title).filter((citing) => isEditable(citing.document)),
      ]),
    ],
  };
};

function objectionTo(library: Library, document: RegulationDocument, title: string): Message | undefined {
  if (title === '') return { zh: '标题不能为空。', en: 'The title must not be empty.' };
  if (/[《》\r\n]/.test(title)) {
    return {
      zh: '标题中不能有书名号《》或者换行；标题中的书名用〈〉。',
      en: 'The title must not have 《》 or line breaks in it; titles within it have 〈〉.',
    };
  }
  const key = titleKey(title);
  const same = key === document.key ? undefined : library.withTitle(title).find(({ uri }) => uri !== document.uri);
  return same && { zh: `已经有${documentLabel(same)}。`, en: `There is ${documentLabel(same)} already.` };
}

/** Where documents cite it by its title, with what to write there. */
function citations(library: Library, document: RegulationDocument, title: string): DocumentEdits[] {
  if (!document.key) return [];
  return mentionsOfInstrument(library, { document, key: document.key }).flatMap(({ document: citing, span }) => {
    const written = citing.text.slice(span.start, span.end);
    const cited = readTitle(written.replace(/^《|》$/g, ''));
    if (!/^《[^]*》$/.test(written) || !isTitleOf(document, cited)) return [];
    const isShort = document.title.startsWith(COUNTRY) && !cited.startsWith(COUNTRY);
    const newText = isShort && title.startsWith(COUNTRY) ? title.slice(COUNTRY.length) : title;
    return [{ document: citing, edits: [{ span: { start: span.start + 1, end: span.end - 1 }, newText }] }];
  });
}

/** Whether words are the whole title, not a short name: of what citations leave out only 中华人民共和国 may be missing. */
function isTitleOf({ title }: RegulationDocument, cited: string): boolean {
  return titleKey(cited) === titleKey(title);
}

/** The edits of each document together, in text order. */
function merged(all: readonly DocumentEdits[]): DocumentEdits[] {
  const byUri = new Map<string, DocumentEdits>();
  for (const { document, edits } of all) {
    const known = byUri.get(document.uri)?.edits ?? [];
    byUri.set(document.uri, { document, edits: [...known, ...edits].sort((a, b) => a.span.start - b.span.start) });
  }
  return [...byUri.values()];
}
