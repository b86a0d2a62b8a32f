import type { RegulationDocument } from '../../library/document.js';
import { fileName } from '../../library/files.js';
import type { Span } from '../../syntax/tree.js';
import { escapeMarkdown, markdownLink } from '../escapeMarkdown.js';
import { citationLabel, headingLabel } from '../labels.js';
import { isOpenable } from '../openable.js';
import { uriAt } from '../positions.js';
import type { HoverText } from './text.js';

/**
 * A link that opens a document at a place: `[打开](file:///law.txt#L12,5)`. The label alone, where no editor can open the
 * document.
 */
export function linkTo(document: RegulationDocument, { start }: Pick<Span, 'start'>, label: string): string {
  return isOpenable(document) ? markdownLink(label, uriAt(document, start)) : escapeMarkdown(label);
}

/** A link that opens what a hover shows; where no editor can open it, the name of its file. */
export function openingLink(document: RegulationDocument, span: Pick<Span, 'start'>, text: HoverText): string {
  return linkTo(document, span, isOpenable(document) ? text.open : fileName(document.uri));
}

/** What the place of a citation is called: 第八条第一款, 附件一 第二条, 题注. */
export function placeLabel(document: RegulationDocument, offset: number, text: HoverText): string {
  const node = document.tree.nodeAt(offset);
  const annex = node.enclosing('annex');
  const provision = node.enclosing('subitem', 'item', 'paragraph');
  const isOnlyParagraph = provision?.kind === 'paragraph' && provision.parent?.children.length === 1;
  const label = provision
    ? citationLabel((isOnlyParagraph && provision.parent) || provision)
    : text[frontOf(node.kind)];
  return annex && annex !== provision?.parent ? `${headingLabel(annex)} ${label}` : label;
}

function frontOf(kind: string): 'note' | 'preamble' | 'front' {
  return kind === 'note' || kind === 'preamble' ? kind : 'front';
}
