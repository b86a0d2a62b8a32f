import { CHARACTER_OF_UNIT } from '../citations/coordinates.js';
import { unitOf } from '../citations/provisions.js';
import type { RegulationDocument } from '../library/document.js';
import { fileName } from '../library/files.js';
import { formatNumeral } from '../syntax/numerals.js';
import { articleLabel, type SyntaxNode } from '../syntax/tree.js';

/** A provision as a citation in another article would name it: 第十二条第二款, 第三条第一项, 第二章. */
export function citationLabel(node: SyntaxNode): string {
  const outer = node.kind === 'article' || node.kind === 'clause' ? undefined : provisionAbove(node);
  return (outer ? citationLabel(outer) : '') + ownLabel(node);
}

/** Several provisions, with what they are in named once: 第五条第一款、第二款; 第二条第一项至第四项. */
export function citationLabels(nodes: readonly SyntaxNode[], joint: '、' | '至'): string {
  return nodes
    .map((node, index) =>
      index > 0 && node.parent === nodes[index - 1]?.parent ? ownLabel(node) : citationLabel(node),
    )
    .join(joint);
}

/** From the outermost container to the provision: 附件一, 第二章, 第十二条第二款. */
export function pathOf(node: SyntaxNode): string[] {
  const path = [citationLabel(node)];
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === 'annex' || isContainer(at)) path.unshift(ownLabel(at));
  }
  return path;
}

/** What a container is called, on one line: 第二章 民族团结进步, 附件一. Never empty. */
export function headingLabel(node: SyntaxNode): string {
  const parts = [node.label, node.heading ?? ''].map((part) => part.replace(/\s+/g, ' ').trim());
  return parts.filter((part) => part !== '').join(' ') || (node.kind === 'annex' ? '附件' : '（无标题）');
}

/** 《title》; the file's name where the text has no title. */
export function documentLabel(document: RegulationDocument): string {
  return document.title ? `《${document.title}》` : fileName(document.uri);
}

/**
 * The beginning of a text for a place that has room for one line.
 *
 * @param length the most UTF-16 units to show
 */
export function opening(text: string, length: number): string {
  if (text.length <= length) return text.trim();
  return `${wholeCharacters(text, length).trimStart()}…`;
}

/** The first units of a text, cut between characters and never within a surrogate pair. */
export function wholeCharacters(text: string, length: number): string {
  const isWithin = length < text.length && /[\ud800-\udbff]/.test(text.charAt(length - 1));
  return text.slice(0, isWithin ? length - 1 : length);
}

/** A provision as a citation names it behind what contains it: 第二款 in 第十二条第二款. */
export function ownLabel(node: SyntaxNode): string {
  const written = node.kind === 'annex' ? headingLabel(node) : node.label.replace(/\s+/g, '');
  const unit = unitOf(node);
  if (node.kind === 'clause') return written.replace(/[、．]$/, '');
  if (!unit || !node.number) return written;
  if (unit === 'article') return articleLabel(node.number);
  // A section that is numbered 一、 is not called 第一节.
  if (isContainer(node) && !written.startsWith('第')) return written.replace(/[、．]$/, '');
  const number = Number(node.number);
  return `第${formatNumeral(number)}${CHARACTER_OF_UNIT[unit]}`;
}

/** The provision that a citation would name in front: the article's only paragraph is left out. */
function provisionAbove(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node;
  if (!parent || isContainer(node) || isContainer(parent) || !unitOf(parent)) return undefined;
  const isOnlyParagraph = parent.kind === 'paragraph' && parent.parent?.children.length === 1;
  return isOnlyParagraph ? provisionAbove(parent) : parent;
}

function isContainer({ kind }: SyntaxNode): boolean {
  return kind === 'part' || kind === 'subpart' || kind === 'chapter' || kind === 'section';
}
