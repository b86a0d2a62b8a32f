import type { SyntaxNode } from '../../syntax/tree.js';
import type { Check, Finding, Message } from '../check.js';
import { differencesOf, type Pair } from './alignment.js';
import { entriesOf, headingsOf, type Heading } from './entries.js';

/** A table of contents that does not repeat the headings of the body. */
export const mismatch: Check = {
  code: 'toc/mismatch',
  rule: 'S15',
  severity: 'warning',
  description: {
    zh: '目录与正文的编、章、节一致：序号、名称、顺序相同，不多不少。',
    en: 'The table of contents repeats the headings of the body: their numbers, names and order.',
  },
  *run({ document }): Iterable<Finding> {
    for (const root of [document.tree.root, ...document.annexes]) {
      const contents = root.children.find(({ kind }) => kind === 'contents');
      if (contents) yield* compare(contents, root, document.uri);
    }
  },
};

function* compare(contents: SyntaxNode, root: SyntaxNode, uri: string): Generator<Finding, void, undefined> {
  const entries = entriesOf(contents);
  // A table that leaves out the sections leaves them out altogether.
  const listed = new Set(entries.map(({ kind }) => kind));
  const headings = headingsOf(root).filter(({ kind }) => listed.has(kind));
  const differences = differencesOf(entries, headings);
  if (!differences) {
    yield {
      span: contents.selectionRange,
      message: {
        zh: '目录与正文的标题大多不同。',
        en: 'The table of contents differs from most headings of the body.',
      },
    };
    return;
  }
  const moved = movedHeadings(differences);
  const movedTo = new Set(moved.values());
  for (const { entry, heading } of differences) {
    if (entry && heading) {
      yield different(entry, heading, uri);
    } else if (entry) {
      const place = moved.get(entry);
      const name = described(entry);
      yield {
        span: entry.node.range,
        message: place
          ? {
              zh: `目录中${name.zh}的位置与正文不同。`,
              en: `The table of contents has ${name.en} at another place than the body.`,
            }
          : {
              zh: `目录中的${name.zh}在正文中没有。`,
              en: `The body has no ${name.en}, which the table of contents lists.`,
            },
        related: place && [
          { uri, span: place.node.selectionRange, message: { zh: '正文中的位置', en: 'Its place in the body' } },
        ],
      };
    } else if (heading && !movedTo.has(heading)) {
      const name = described(heading);
      yield {
        span: heading.node.selectionRange,
        message: { zh: `目录缺${name.zh}。`, en: `The table of contents lacks ${name.en}.` },
        related: [{ uri, span: contents.selectionRange, message: { zh: '目录', en: 'The table of contents' } }],
      };
    }
  }
}

/** Entries whose heading stands elsewhere in the body, with that heading. */
function movedHeadings(differences: readonly Pair[]): Map<Heading, Heading> {
  const alone = new Map<string, Heading>();
  for (const { entry, heading } of differences) if (heading && !entry) alone.set(keyOf(heading), heading);
  const moved = new Map<Heading, Heading>();
  for (const { entry, heading } of differences) {
    const place = entry && !heading ? alone.get(keyOf(entry)) : undefined;
    if (entry && place) moved.set(entry, place);
  }
  return moved;
}

function keyOf({ kind, number, name }: Heading): string {
  return `${kind} ${number} ${name}`;
}

function different(entry: Heading, heading: Heading, uri: string): Finding {
  const inContents = described(entry);
  const inBody = described(heading);
  const byName = entry.number === heading.number;
  // The name of the entry is to repeat the heading's; which of two numbers is right is not certain.
  const name = heading.node.heading ?? '';
  return {
    span: byName ? entry.node.body : entry.node.mark,
    message: {
      zh: `目录作${inContents.zh}，正文为${inBody.zh}。`,
      en: `The table of contents has ${inContents.en}, the body ${inBody.en}.`,
    },
    related: [{ uri, span: heading.node.selectionRange, message: { zh: '正文的标题', en: 'The heading of the body' } }],
    fixes:
      byName && name
        ? [
            {
              title: { zh: `目录改为“${name}”`, en: `Change the entry to “${name}”` },
              edits: [{ span: nameSpan(entry), newText: name }],
            },
          ]
        : undefined,
  };
}

/** The name of an entry without the leader and the page number behind it. */
function nameSpan({ node }: Heading): { start: number; end: number } {
  const { start, end } = node.body;
  const layout = /(?:[\s.·・…⋯_—–-]+\d*)?$/.exec(node.tree.text.slice(start, end))?.[0].length ?? 0;
  return { start, end: end - layout };
}

/** “第二章　总则”, chapter 2 “总则”; of a heading without a name the number alone. */
function described({ node, kind, name }: Heading): Message {
  const label = node.label.replace(/\s/g, '');
  const english = `${kind} ${node.number}`;
  return name ? { zh: `“${label}　${name}”`, en: `${english} “${name}”` } : { zh: `“${label}”`, en: english };
}
