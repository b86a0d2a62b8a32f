import { citationsOf } from '../../server/src/citations/citations.js';
import { outline, type OutlineNode } from '../../server/src/features/outline.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { drawTarget } from './targets.js';

/** Title, notes, provisions and annexes of a text, a line each, without their places. */
export function drawOutline(text: string | RegulationDocument): string[] {
  const { title, notes, children, annexes } = outline(documentOf(text));
  return [
    title,
    ...notes,
    ...children.flatMap((node) => drawNode(node, '')),
    ...annexes.flatMap((node) => drawNode(node, '')),
  ];
}

function documentOf(text: string | RegulationDocument): RegulationDocument {
  return typeof text === 'string' ? RegulationDocument.of('file:///a.txt', text) : text;
}

function drawNode({ kind, number, label, heading, children }: OutlineNode, indent: string): string[] {
  return [
    `${indent}${kind} ${number} ${label} ${heading ?? ''}`,
    ...children.flatMap((child) => drawNode(child, `${indent}  `)),
  ];
}

/** The citations of a text, a line each, without their places. */
export function drawCitations(of: string | RegulationDocument): string[] {
  const { tree, text } = documentOf(of);
  return citationsOf(tree, { provisionsOf: () => [], knows: () => false }).mentions.map(
    ({ start, end, doc, targets }) => `${text.slice(start, end)} → ${doc} ${targets.map(drawTarget).join('、')}`,
  );
}
