import { SymbolKind, type Position, type TypeHierarchyItem } from 'vscode-languageserver';
import { titleKey } from '../citations/titles.js';
import type { RegulationDocument } from '../library/document.js';
import { fileName } from '../library/files.js';
import type { CitedInstrument, Library } from '../library/library.js';
import { childrenOf, parentsOf } from '../library/parents.js';
import type { Span } from '../syntax/tree.js';
import { documentLabel } from './labels.js';
import { say, type Locale } from './locale.js';
import { isOpenable } from './openable.js';
import { subjectAt } from './subject.js';

/** An instrument as an editor keeps it between two requests; one without text in the library has a title only. */
interface InstrumentData {
  readonly uri?: string;
  readonly title?: string;
}

/**
 * The instrument whose parent laws and implementing rules are asked for: the one that the caret is on a title, a short
 * name or a citation of; anywhere else the document's own.
 */
export function prepareTypeHierarchy(
  library: Library,
  document: RegulationDocument,
  position: Position,
  locale: Locale,
): TypeHierarchyItem[] {
  const subject = subjectAt(library, document, document.offsetAt(position));
  const named =
    subject?.kind === 'citation' || subject?.kind === 'instrument'
      ? subject.mention.doc
      : subject?.kind === 'alias'
        ? subject.alias.title
        : 'self';
  if (!subject || named === 'self' || named === '') return [ownItem(document)];
  return [namedItem(library, named, document, subject.span, locale)];
}

/** The parent laws (上位法): what the clause 根据《…》，制定本条例 of the instrument names, in the order of the clause. */
export function supertypes(
  library: Library,
  data: unknown,
  documentOf: (uri: string) => RegulationDocument | undefined,
  locale: Locale,
): TypeHierarchyItem[] {
  const { uri } = readData(data);
  const document = uri === undefined ? undefined : documentOf(uri);
  if (!document) return [];
  return parentsOf(library, document).map((mention) => namedItem(library, mention.doc, document, mention, locale));
}

/** The instruments of the library whose own clause names this one: implementing rules, local regulations. */
export function subtypes(
  library: Library,
  data: unknown,
  documentOf: (uri: string) => RegulationDocument | undefined,
): TypeHierarchyItem[] {
  const { uri, title } = readData(data);
  const parent: CitedInstrument | undefined =
    uri === undefined ? (title === undefined ? undefined : { key: titleKey(title) }) : documentOf(uri);
  return parent ? childrenOf(library, parent).filter(isOpenable).map(ownItem) : [];
}

/** An instrument by its title. One that the library does not have, or no editor can open, stands where it is named. */
function namedItem(
  library: Library,
  title: string,
  naming: RegulationDocument,
  span: Span,
  locale: Locale,
): TypeHierarchyItem {
  const [document] = library.withTitle(title);
  if (document && isOpenable(document)) return ownItem(document);
  const data: InstrumentData = { title };
  const range = naming.rangeOf(span);
  return {
    name: `《${title}》`,
    detail: document ? fileName(document.uri) : say(locale, { zh: '条文库中没有文本', en: 'no text in the library' }),
    kind: SymbolKind.Class,
    uri: naming.uri,
    range,
    selectionRange: range,
    data,
  };
}

function ownItem(document: RegulationDocument): TypeHierarchyItem {
  const data: InstrumentData = { uri: document.uri };
  const range = document.rangeOf(document.titleSpan);
  return {
    name: documentLabel(document),
    detail: document.date ?? '',
    kind: SymbolKind.Class,
    uri: document.uri,
    range,
    selectionRange: range,
    data,
  };
}

/** It comes back from outside, so that nothing about it is taken on trust. */
function readData(data: unknown): InstrumentData {
  const { uri, title } = (data ?? {}) as Partial<Record<keyof InstrumentData, unknown>>;
  return {
    ...(typeof uri === 'string' && { uri }),
    ...(typeof title === 'string' && { title }),
  };
}
