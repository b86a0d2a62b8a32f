import type { RegulationDocument } from '../../library/document.js';
import { effectiveDateOf } from '../../library/history.js';
import type { Library } from '../../library/library.js';
import { escapeMarkdown } from '../escapeMarkdown.js';
import { documentLabel } from '../labels.js';
import { excerpt } from './excerpt.js';
import { openingLink } from './links.js';
import type { HoverText } from './text.js';
import { versionLines } from './versionLines.js';

/** What an instrument is: title, version, history notes, effective date, number of articles. */
export function instrumentCard(
  library: Library,
  document: RegulationDocument,
  text: HoverText,
  maxLength: number,
): string[] {
  const { tree, notes, provisions } = document;
  const effective = effectiveDateOf(tree, notes);
  const facts = [
    ...(effective ? [text.effective(effective)] : []),
    text.counted(provisions.articles.length, 'article'),
  ];
  return [
    nameOf(document, text),
    ...versionLines(library, document, [], text),
    ...excerpt(notes, maxLength, text),
    facts.join(' · '),
  ];
}

/** The same behind a mention of the instrument, with a link that opens it. */
export function linkedInstrumentCard(
  library: Library,
  document: RegulationDocument,
  text: HoverText,
  maxLength: number,
): string[] {
  return [...instrumentCard(library, document, text, maxLength), openingLink(document, document.titleSpan, text)];
}

/** The title in bold, with the part that the file holds of a statute published part by part. */
export function nameOf(document: RegulationDocument, text: HoverText): string {
  const name = document.title ? documentLabel(document) : text.thisDocument;
  return `**${escapeMarkdown(name)}**${document.subtitle === undefined ? '' : ` ${escapeMarkdown(document.subtitle)}`}`;
}
