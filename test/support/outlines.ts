import { citationsOf } from '../../server/src/citations/citations.js';
import { outline, type OutlineNode } from '../../server/src/features/outline.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { drawTarget } from './targets.js';

/** Title, notes, provisions and annexes of a text, a line each, without their places. */
export function drawOutline(text: string): string[] {
  const { title, notes, children, annexes } = outline(RegulationDocument.of('file:///a.txt', text));
  return [
    title,
    ...notes,
    ...children.flatMap((node) => drawNode(node, '')),
    ...annexes.flatMap((node) => drawNode(node, '')),
  ];
}

function drawNode({ kind, number, label, heading, children }: OutlineNode, indent: string): string[] {
  return [
    `${indent}${kind} ${number} ${label} ${heading ?? ''}`,
    ...children.flatMap((child) => drawNode(child, `${indent}  `)),
  ];
}

/** The citations of a text, a line each, without their places. */
export function drawCitations(text: string): string[] {
  const { tree } = RegulationDocument.of('file:///a.txt', text);
  return citationsOf(tree, { provisionsOf: () => [], knows: () => false }).mentions.map(
    ({ start, end, doc, targets }) => `${text.slice(start, end)} → ${doc} ${targets.map(drawTarget).join('、')}`,
  );
}
