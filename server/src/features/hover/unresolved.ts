import { whatExists } from '../../checks/citation/whatExists.js';
import { UNIT_OF_CHARACTER } from '../../citations/coordinates.js';
import { unitOf } from '../../citations/provisions.js';
import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library, Resolution } from '../../library/library.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { escapeMarkdown } from '../escapeMarkdown.js';
import { citationLabel, documentLabel } from '../labels.js';
import { say, type Locale } from '../locale.js';
import { titleSpan } from '../positions.js';
import { openingLink } from './links.js';
import { HOVER_TEXT, type HoverText } from './text.js';

/**
 * Why a citation leads nowhere, and what to do about it, as Markdown paragraphs.
 *
 * @param document the one it stands in
 */
export function explainUnresolved(
  library: Library,
  document: RegulationDocument,
  mention: Mention,
  resolution: Exclude<Resolution, { state: 'found' }>,
  locale: Locale,
): string[] {
  const text = HOVER_TEXT[locale];
  switch (resolution.state) {
    case 'missing-document':
      if (!resolution.title) return [text.noReferent(wordsOf(document, mention))];
      return [
        text.missingDocument(escapeMarkdown(`《${resolution.title}》`)),
        ...nearTitle(library, resolution.title, text),
        text.addDocument,
      ];
    case 'missing-provision':
      return missingProvision(document, mention, resolution, locale);
    case 'nothing-before':
      return [nothingBefore(document, mention, text), text.nothingBeforeAdvice];
    case 'unknown':
      return [text.noReferent(wordsOf(document, mention))];
  }
}

/** The title that is probably meant. */
function nearTitle(library: Library, title: string, text: HoverText): string[] {
  const near = library.nearTitle(title);
  return near === undefined ? [] : [text.nearTitle(escapeMarkdown(`《${near}》`))];
}

function wordsOf({ text }: RegulationDocument, { start, end }: Mention): string {
  return escapeMarkdown(text.slice(start, end));
}

/** What there is instead, in the words of the check that reports it, and a link to the innermost provision that is there. */
function missingProvision(
  document: RegulationDocument,
  mention: Mention,
  { document: cited, target }: Extract<Resolution, { state: 'missing-provision' }>,
  locale: Locale,
): string[] {
  const isOwn = mention.doc === 'self';
  const provisions = isOwn ? document.provisionsAt(mention) : cited.provisions;
  const { message, place } = whatExists(provisions, target, isOwn ? '' : documentLabel(cited));
  const span = place && place.kind !== 'document' ? place.selectionRange : titleSpan(cited);
  return [escapeMarkdown(say(locale, message)), openingLink(cited, span, HOVER_TEXT[locale])];
}

function nothingBefore(document: RegulationDocument, mention: Mention, text: HoverText): string {
  const words = document.text.slice(mention.start, mention.end);
  const character = /^[前上][一二两三四五六七八九十]?(条|款|项|目|章|节|编)/.exec(words)?.[1];
  const unit = UNIT_OF_CHARACTER[character ?? ''];
  if (!character || !unit) return text.noReferent(escapeMarkdown(words));
  const home = document.homeOf(mention);
  let own: SyntaxNode | undefined = home;
  while (own && unitOf(own) !== unit) own = own.parent;
  if (!own) return text.nothingBefore('', 0, character);
  const siblings =
    unit === 'article'
      ? document.provisionsAround(home).articles
      : (own.parent?.children.filter(({ kind }) => kind === own?.kind) ?? []);
  return text.nothingBefore(escapeMarkdown(citationLabel(own)), Math.max(0, siblings.indexOf(own)), character);
}
