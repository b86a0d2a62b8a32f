import type { Line } from '../../server/src/syntax/line.js';
import type { GreenNode } from '../../server/src/syntax/structure.js';
import type { SyntaxNode } from '../../server/src/syntax/tree.js';

/**
 * Draws a tree, a node a line: kind, number, label, heading, and the beginning of the text of paragraphs, items and
 * front matter.
 */
export function render(node: SyntaxNode, indent = ''): string {
  const lines: string[] = [];
  for (const child of node.children) {
    const shown = [child.kind as string];
    if (child.number) shown.push(child.number);
    if (child.label && child.kind !== 'paragraph') shown.push(child.label);
    if (child.heading) shown.push(child.heading);
    else if (child.body.end > child.body.start && child.green.bodyEnd <= child.green.headWidth) shown.push(clip(child));
    lines.push(indent + shown.join(' '));
    const below = render(child, `${indent}  `);
    if (below) lines.push(below);
  }
  return lines.join('\n');
}

function clip(node: SyntaxNode): string {
  const { start, end } = node.body;
  const text = node.tree.text.slice(start, end);
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}

/** Takes the common indentation off a text that is written into a test, and the line breaks around it. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** A node with all below it, without what later versions and other layers remember of it, for comparisons. */
export function bare({ children, lines, derived: _derived, ...own }: GreenNode): unknown {
  return { ...own, lines: lines?.map(bareLine), children: children.map(bare) };
}

function bareLine({ heads: _heads, ...own }: Line): unknown {
  return own;
}
