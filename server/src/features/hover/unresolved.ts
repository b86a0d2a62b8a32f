import { whatExists } from '../../checks/citation/whatExists.js';
import { UNIT_OF_CHARACTER } from '../../citations/coordinates.js';
import { unitOf } from '../../citations/provisions.js';
import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library, Resolution } from '../../library/library.js';
import { numberOrder } from '../../syntax/numerals.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { HoverOptions } from '../hover.js';
import { escapeMarkdown } from '../escapeMarkdown.js';
import { citationLabel, opening, ownLabel, pathOf } from '../labels.js';
import { namingSpan } from '../positions.js';
import { wordsOf } from '../provisionText.js';
import { nameOf } from './instrumentCard.js';
import { linkTo, openingLink } from './links.js';
import { HOVER_TEXT, type HoverText } from './text.js';

/** How many provisions are named in the place of one that is missing. */
const NEAREST = 4;
/** Characters of each. */
const OPENING_LENGTH = 40;

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
  { locale, folders = 'paths' }: HoverOptions,
): string[] {
  const text = HOVER_TEXT[locale];
  switch (resolution.state) {
    case 'missing-document':
      if (!resolution.title) return [text.noReferent(wrote(document, mention))];
      return [
        text.missingDocument(escapeMarkdown(`《${resolution.title}》`)),
        ...nearTitle(library, resolution.title, text),
        text.addDocument(folders),
      ];
    case 'missing-provision':
      return missingProvision(document, mention, resolution, text);
    case 'nothing-before':
      return [nothingBefore(document, mention, text), text.nothingBeforeAdvice];
    case 'unknown':
      return [text.noReferent(wrote(document, mention))];
  }
}

/** The title that is probably meant. */
function nearTitle(library: Library, title: string, text: HoverText): string[] {
  const near = library.nearTitle(title);
  return near === undefined ? [] : [text.nearTitle(escapeMarkdown(`《${near}》`))];
}

function wrote({ text }: RegulationDocument, { start, end }: Mention): string {
  return escapeMarkdown(text.slice(start, end));
}

/**
 * What there is instead: how many, and those whose numbers are nearest. That the provision is missing is what the check
 * reports; an editor shows it above this.
 */
function missingProvision(
  document: RegulationDocument,
  mention: Mention,
  { document: cited, target }: Extract<Resolution, { state: 'missing-provision' }>,
  text: HoverText,
): string[] {
  const isOwn = mention.doc === 'self';
  const provisions = isOwn ? document.provisionsAt(mention) : cited.provisions;
  const { holder, unit, existing } = whatExists(provisions, target, '');
  const path = holder ? [escapeMarkdown(pathOf(holder).join(' › '))] : [];
  const list = nearest(existing, String(target[unit])).map((node) => {
    const link = linkTo(cited, namingSpan(cited, node), ownLabel(node));
    return `- ${link} ${escapeMarkdown(node.heading ?? opening(wordsOf(node), OPENING_LENGTH))}`;
  });
  return [
    `${[nameOf(cited, text), ...path].join(' ')} · ${text.counted(existing.length, unit)}`,
    ...(list.length > 0 ? [list.join('\n')] : []),
    openingLink(cited, holder ? namingSpan(cited, holder) : cited.titleSpan, text),
  ];
}

/** Of provisions in their order those around a number that none of them has. */
function nearest(nodes: readonly SyntaxNode[], wanted: string): readonly SyntaxNode[] {
  const behind = nodes.findIndex(({ number }) => numberOrder(number, wanted) > 0);
  const middle = behind < 0 ? nodes.length : behind;
  const start = Math.max(0, Math.min(middle - NEAREST / 2, nodes.length - NEAREST));
  return nodes.slice(start, start + NEAREST);
}

function nothingBefore(document: RegulationDocument, mention: Mention, text: HoverText): string {
  const words = document.characters.slice(mention.start, mention.end);
  const character = /^[前上][一二两三四五六七八九十]?(条|款|项|目|章|节|编)/.exec(words)?.[1];
  const unit = UNIT_OF_CHARACTER[character ?? ''];
  if (!unit) return text.noReferent(escapeMarkdown(words));
  const home = document.homeOf(mention);
  let own: SyntaxNode | undefined = home;
  while (own && unitOf(own) !== unit) own = own.parent;
  if (!own) return text.nothingBefore('', 0, unit);
  const siblings =
    unit === 'article'
      ? document.provisionsAround(home).articles
      : (own.parent?.children.filter(({ kind }) => kind === own?.kind) ?? []);
  return text.nothingBefore(escapeMarkdown(citationLabel(own)), Math.max(0, siblings.indexOf(own)), unit);
}
