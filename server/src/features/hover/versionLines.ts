import { targetOf } from '../../citations/provisions.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import { successorOf } from '../../library/succession.js';
import { newerVersion, versionName, versionsOf } from '../../library/versions.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { escapeMarkdown } from '../escapeMarkdown.js';
import { citationLabel } from '../labels.js';
import { namingSpan } from '../positions.js';
import { linkTo } from './links.js';
import type { HoverText } from './text.js';

/**
 * Which version of an instrument is shown, where the library has several; and that it has a newer one, with links to
 * where the provisions stand there.
 *
 * @param nodes the provisions shown; none where the instrument is
 */
export function versionLines(
  library: Library,
  document: RegulationDocument,
  nodes: readonly SyntaxNode[],
  text: HoverText,
): string[] {
  const { length } = versionsOf(library, document);
  if (length < 2) return [];
  const shown = text.version(nameOf(document, text), length);
  const newer = newerVersion(library, document);
  if (!newer) return [shown];
  // Of a range the ends say where it is.
  const ends = nodes.filter((_, index) => index === 0 || index === nodes.length - 1);
  const places = ends.flatMap((node) => placeOf(document, newer, node, text));
  const links = places.length > 0 ? places : [linkTo(newer, newer.titleSpan, text.open)];
  return [shown, text.newer(nameOf(newer, text) ?? '', links)];
}

function nameOf(document: RegulationDocument, text: HoverText): string | undefined {
  const name = versionName(document);
  return name && text.say(name);
}

/** Where a provision stands in a newer version; nothing for a chapter, which is not followed. */
function placeOf(document: RegulationDocument, newer: RegulationDocument, node: SyntaxNode, text: HoverText): string[] {
  const successor = successorOf(document, newer, targetOf(node));
  if (!successor) return [];
  const { state, target } = successor;
  const now = target && newer.provisions.find(target);
  const label = escapeMarkdown(citationLabel(node));
  if (!now) return [text.gone(label)];
  const link = linkTo(newer, namingSpan(newer, now), citationLabel(now));
  if (state === 'gone') return [text.goneFrom(label, link)];
  return [text.now(label, link, citationLabel(now) === citationLabel(node), state === 'same')];
}
