/**
 * The links of hovers and reports. The server writes links that any editor can follow: `[第十二条](file:///law.txt#L13,1-L14,20)`.
 * VS Code opens no link of a scheme of its own from there, and loses the place in others: there they become
 * links to a command.
 */

/** The command that opens a provision, and the only one that a hover or a report may run. */
export const OPEN_PROVISION = 'tiaowen.openProvision';

/** A place in a document, 0-based, as in the protocol. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The arguments of {@link OPEN_PROVISION}: where to, and from where to where in it. */
export type ProvisionArguments = readonly [uri: string, start?: Place, end?: Place];

/** `](` opens a link's destination, unless the bracket is escaped. */
const LINK = /(\\*)\]\(/g;
/** `#L13`, `#L13,1` and `#L13,1-L14,20`: 1-based line and character. */
const FRAGMENT = /#L(\d{1,9})(?:,(\d{1,9})(?:-L(\d{1,9}),(\d{1,9}))?)?$/;
const SCHEME = /^([a-zA-Z][a-zA-Z0-9+.-]*):/;

/**
 * Rewrites the links of a Markdown text that lead into documents.
 *
 * @param isDocumentScheme whether links of a scheme (in lower case) lead into documents; all others stay as they are
 * @returns the text, with nothing but the destinations of such links replaced
 */
export function rewriteProvisionLinks(markdown: string, isDocumentScheme: (scheme: string) => boolean): string {
  let rewritten = '';
  let copied = 0;
  for (const match of markdown.matchAll(LINK)) {
    const escaped = (match[1] ?? '').length % 2 === 1;
    const start = match.index + match[0].length;
    if (escaped || start < copied) continue;
    const destination = destinationAt(markdown, start);
    const provision = destination && provisionOf(destination.uri, isDocumentScheme);
    if (!provision) continue;
    rewritten += markdown.slice(copied, start) + commandLink(provision);
    copied = destination.end;
  }
  return rewritten + markdown.slice(copied);
}

/** The link that runs {@link OPEN_PROVISION}. */
export function commandLink(provision: ProvisionArguments): string {
  // VS Code decodes the arguments of a command twice. Encoded once, the URI in them would lose its own encoding, and a
  // file named 办法#2.txt would not be found. encodeURIComponent leaves parentheses, which would end the link.
  const encoded = encodeURIComponent(encodeURIComponent(JSON.stringify(provision))).replace(/[()]/g, (bracket) =>
    bracket === '(' ? '%28' : '%29',
  );
  return `command:${OPEN_PROVISION}?${encoded}`;
}

/**
 * The destination of a Markdown link that begins at an offset, in `<…>` or up to white space or the bracket that
 * closes the link; brackets within it are balanced.
 *
 * @returns the URI and the offset behind it; undefined where no destination ends properly
 */
function destinationAt(markdown: string, start: number): { uri: string; end: number } | undefined {
  if (markdown[start] === '<') {
    const close = /[>\n]/g;
    close.lastIndex = start;
    const end = close.exec(markdown);
    return end?.[0] === '>' ? { uri: markdown.slice(start + 1, end.index), end: end.index + 1 } : undefined;
  }
  let depth = 0;
  for (let end = start; end < markdown.length; end++) {
    const character = markdown.charAt(end);
    if (/\s/.test(character) || (character === ')' && depth === 0)) return { uri: markdown.slice(start, end), end };
    if (character === '(') depth++;
    if (character === ')') depth--;
  }
  return undefined;
}

function provisionOf(uri: string, isDocumentScheme: (scheme: string) => boolean): ProvisionArguments | undefined {
  const scheme = SCHEME.exec(uri)?.[1];
  if (scheme === undefined || !isDocumentScheme(scheme.toLowerCase())) return undefined;
  const fragment = FRAGMENT.exec(uri);
  if (!fragment) return [uri];
  const document = uri.slice(0, fragment.index);
  const start = placeOf(fragment[1], fragment[2]);
  return fragment[3] === undefined ? [document, start] : [document, start, placeOf(fragment[3], fragment[4])];
}

function placeOf(line: string | undefined, character = '1'): Place {
  return { line: Math.max(0, Number(line) - 1), character: Math.max(0, Number(character) - 1) };
}

/**
 * Checks the arguments of {@link OPEN_PROVISION}. A link can name any, so none is taken on trust.
 *
 * @returns undefined where they are none
 */
export function readProvisionArguments(args: readonly unknown[]): ProvisionArguments | undefined {
  const [uri, start, end] = args;
  if (typeof uri !== 'string' || !SCHEME.test(uri)) return undefined;
  if (start === undefined) return end === undefined ? [uri] : undefined;
  if (!isPlace(start)) return undefined;
  if (end === undefined) return [uri, start];
  return isPlace(end) ? [uri, start, end] : undefined;
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { line, character } = value as Partial<Record<keyof Place, unknown>>;
  return isOffset(line) && isOffset(character);
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
