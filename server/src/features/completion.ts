import { MarkupKind, type CompletionItem, type CompletionList, type Position } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { completionContext } from './completion/context.js';
import { provisionItems } from './completion/provisions.js';
import { structureContext, structureItems } from './completion/structure.js';
import { titleItems } from './completion/titles.js';
import { citedText } from './hover/citedText.js';
import { HOVER_TEXT } from './hover/text.js';
import type { HoverOptions } from './hover.js';
import type { Locale } from './locale.js';
import { placeOfData } from './provisionData.js';

/** The characters that begin what can be completed. */
export const COMPLETION_TRIGGERS = ['第', '《', '（'];

/** How many items an editor is given at most. */
const LIMIT = 200;

/**
 * At the start of a line the number that goes on there, and what regulations have; elsewhere how the citation that is
 * being written at a caret may go on: behind 《 titles and short names; behind 第 the articles of
 * the instrument that is named in front, the paragraphs and items of the article, the sections of the chapter, else the
 * document's own articles. Each replaces what was typed of it, and what of it stands behind the caret.
 *
 * The list answers just what was typed so far, and says that it is not complete: an editor asks anew at each character.
 *
 * @param editorCommands whether the client runs commands of VS Code's editor
 * @param snippets whether the client leads through the gaps of a text
 * @returns null where nothing can be completed
 */
export function completions(
  library: Library,
  document: RegulationDocument,
  position: Position,
  locale: Locale,
  editorCommands: boolean,
  snippets = false,
): CompletionList | null {
  const offset = document.offsetAt(position);
  const context = completionContext(library, document, offset) ?? structureContext(document, offset);
  if (!context) return null;
  const items =
    context.kind === 'structure'
      ? structureItems(document, context, snippets, locale)
      : context.kind === 'title'
        ? titleItems(library, document, context, LIMIT, locale, editorCommands)
        : provisionItems(library, document, context, LIMIT);
  return items.length > 0 ? { isIncomplete: true, items } : null;
}

/** Adds to an item the text of the provision, or what the instrument is. */
export function resolveCompletion(
  library: Library,
  item: CompletionItem,
  documentOf: (uri: string) => RegulationDocument | undefined,
  { locale, maxLength }: HoverOptions,
): CompletionItem {
  const place = placeOfData(item.data, documentOf);
  if (!place) return item;
  // The link at the end is for hovers: a click in what a completion shows would close it.
  const paragraphs = citedText(library, [place], false, HOVER_TEXT[locale], maxLength).slice(0, -1);
  return { ...item, documentation: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n') } };
}
