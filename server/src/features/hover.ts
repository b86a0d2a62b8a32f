import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { Alias } from '../citations/aliases.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span } from '../syntax/tree.js';
import { escapeMarkdown } from './escapeMarkdown.js';
import { citedByList } from './hover/citedByList.js';
import { citedRange, citedText, rangeText } from './hover/citedText.js';
import { instrumentCard, linkedInstrumentCard } from './hover/instrumentCard.js';
import { linkTo, placeLabel } from './hover/links.js';
import { termText } from './hover/termText.js';
import { HOVER_TEXT, type HoverText } from './hover/text.js';
import { explainUnresolved } from './hover/unresolved.js';
import { versionLines } from './hover/versionLines.js';
import type { Locale } from './locale.js';
import { subjectAt, type Subject } from './subject.js';

/** How hovers are written. */
export interface HoverOptions {
  readonly locale: Locale;
  /** Longest text of law to show, in characters. */
  readonly maxLength: number;
  /** How the settings name the folders of the library: `uris` where the server reads no files by itself. */
  readonly folders?: 'paths' | 'uris';
}

/** Markdown paragraphs about a span. */
interface Content {
  readonly span: Span;
  readonly paragraphs: readonly string[];
}

/**
 * What the caret is on, in Markdown: of a citation the text it cites, of a title or short name what the instrument is,
 * of a term what it means, of a number or heading who cites it, of what can't be resolved why and what to do.
 *
 * @returns null in running text
 */
export function hover(
  library: Library,
  document: RegulationDocument,
  position: Position,
  options: HoverOptions,
): Hover | null {
  const subject = subjectAt(library, document, document.offsetAt(position));
  if (!subject) return null;
  const { span, paragraphs } = contentOf(library, document, subject, options);
  if (paragraphs.length === 0) return null;
  return { contents: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n') }, range: document.rangeOf(span) };
}

function contentOf(library: Library, document: RegulationDocument, subject: Subject, options: HoverOptions): Content {
  const text = HOVER_TEXT[options.locale];
  const { span } = subject;
  switch (subject.kind) {
    case 'citation':
      return ofCitation(library, document, subject, options);
    case 'instrument': {
      const resolution = library.resolve(document, subject.mention);
      const alias = subject.alias ? [aliasLine(document, subject.alias, text)] : [];
      if (resolution.state !== 'found') {
        return {
          span,
          paragraphs: [...alias, ...explainUnresolved(library, document, subject.mention, resolution, options)],
        };
      }
      const cards = resolution.places.map((place) =>
        linkedInstrumentCard(library, place.document, text, options.maxLength),
      );
      return { span, paragraphs: [...alias, ...cards.flat()] };
    }
    case 'alias':
      return { span, paragraphs: [aliasLine(document, subject.alias, text)] };
    case 'term':
      return { span, paragraphs: termText(library, document, subject, text, options.maxLength) };
    case 'title':
      return { span, paragraphs: instrumentCard(library, document, text, options.maxLength) };
    case 'provision':
      return { span, paragraphs: citedByList(library, document, subject.node, text) };
    case 'entry':
      return { span, paragraphs: [] };
  }
}

function ofCitation(
  library: Library,
  document: RegulationDocument,
  { span, mention }: Subject & { kind: 'citation' },
  options: HoverOptions,
): Content {
  const { locale, maxLength } = options;
  const text = HOVER_TEXT[locale];
  const isOwn = mention.doc === 'self';
  const resolution = library.resolve(document, mention);
  if (resolution.state !== 'found') {
    const isMissing = resolution.state === 'missing-provision' && !isOwn;
    const version = isMissing ? versionLines(library, resolution.document, [], text) : [];
    return { span, paragraphs: [...explainUnresolved(library, document, mention, resolution, options), ...version] };
  }
  const range = citedRange(library, document, mention);
  if (range) return { span: range.span, paragraphs: rangeText(library, range, isOwn, text) };
  return { span, paragraphs: citedText(library, resolution.places, isOwn, text, maxLength) };
}

/** What a short name stands for, and where it is given. */
function aliasLine(
  document: RegulationDocument,
  { name, title, bracketed, definition }: Alias,
  text: HoverText,
): string {
  const short = escapeMarkdown(bracketed ? `《${name}》` : `“${name}”`);
  const where = linkTo(document, definition, placeLabel(document, definition.start, text));
  return text.alias(`**${short}**`, escapeMarkdown(`《${title}》`), where);
}
