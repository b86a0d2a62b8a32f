import { differencesOf } from '../../checks/toc/alignment.js';
import { entriesOf, headingsOf, type Heading } from '../../checks/toc/entries.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { Edit } from '../edits.js';
import type { FormattedText } from './formattedText.js';
import { closedUp, pageOf } from './headings.js';
import { IDEOGRAPHIC_SPACE } from './layout.js';
import type { FormatOptions } from './options.js';

/**
 * Makes a table of contents repeat the headings, where it does not: those of the kinds that it lists, in their order.
 * Entries that agree with a heading keep their page numbers; those without a number (序言, 附件) stay where they are.
 *
 * @param headings whether names are closed up
 */
export function* contentsEdits(text: FormattedText, headings: FormatOptions['headings']): Generator<Edit> {
  for (const root of [text.tree.root, ...text.document.annexes]) {
    const contents = root.children.find(({ kind }) => kind === 'contents');
    const edit = contents && regenerated(text, contents, root, headings === 'closed' ? closedUp : (name) => name);
    if (edit) yield edit;
  }
}

function regenerated(
  text: FormattedText,
  contents: SyntaxNode,
  root: SyntaxNode,
  written: (name: string) => string,
): Edit | undefined {
  const entries = entriesOf(contents);
  const listed = new Set(entries.map(({ kind }) => kind));
  const headings = headingsOf(root).filter(({ kind, node }) => listed.has(kind) && !node.isPlaceholder);
  // Where most entries have no heading it is rather the headings that were lost.
  if (headings.length * 2 < entries.length || !differencesOf(entries, headings)?.length) return undefined;
  const [first, last] = [contents.children[0], contents.children.at(-1)];
  if (!first || !last || !contents.children.every((node) => isPlain(text, node))) return undefined;
  const unused = [...entries];
  const lineFor = (heading: Heading): string => {
    const index = unused.findIndex((entry) => keyOf(entry) === keyOf(heading));
    const [entry] = index < 0 ? [] : unused.splice(index, 1);
    const beside = entry ?? entries.find(({ kind }) => kind === heading.kind);
    const name = written(text.slice(heading.node.body));
    const words = heading.node.label.replace(/\s/g, '') + (name && IDEOGRAPHIC_SPACE + name);
    return (beside ? indentOf(text, beside.node) : '') + words + (entry ? pageOf(text, entry.node) : '');
  };
  // Entries without a number stand in front of the others, or behind them.
  const numbered = new Set(entries.map(({ node }) => node));
  const firstNumbered = contents.children.findIndex((node) => numbered.has(node));
  const isOther = (node: SyntaxNode): boolean => !numbered.has(node);
  const asIs = (node: SyntaxNode): string => indentOf(text, node) + node.text;
  const lines = [
    ...contents.children.slice(0, firstNumbered).map(asIs),
    ...headings.map(lineFor),
    ...contents.children.slice(firstNumbered).filter(isOther).map(asIs),
  ];
  const start = text.lineAt(first.range.start)?.start ?? first.range.start;
  return { span: { start, end: last.range.end }, newText: lines.join(breakOf(text, first)) };
}

function keyOf({ kind, number, name }: Heading): string {
  return `${kind} ${number} ${name}`;
}

function indentOf(text: FormattedText, node: SyntaxNode): string {
  const start = text.lineAt(node.range.start)?.start ?? node.range.start;
  return text.slice({ start, end: node.range.start });
}

/** Whether a line is nothing but the entry: no marks of Markdown, no residue. */
function isPlain(text: FormattedText, node: SyntaxNode): boolean {
  const line = text.lineAt(node.range.start);
  return line?.contentStart === node.range.start && line.contentEnd === node.range.end;
}

function breakOf(text: FormattedText, node: SyntaxNode): string {
  const line = text.lineAt(node.range.start);
  return line && line.next > line.end ? text.slice({ start: line.end, end: line.next }) : '\n';
}
