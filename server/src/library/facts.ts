import { keysNamed } from '../citations/titlesNamed.js';
import { titleKey } from '../citations/titles.js';
import { subtitleOf, titleOf } from '../syntax/outline.js';
import { SyntaxTree, type Span } from '../syntax/tree.js';
import { versionDate } from './history.js';

/** What the front matter of a text says of it. Plain data. */
export interface Header {
  /** Without layout; empty where the text has none. */
  readonly title: string;
  /** The key under which citations find the text; see `titleKey`. */
  readonly key: string;
  /** 人格权编 for a file that holds that part of the Civil Code. */
  readonly subtitle?: string | undefined;
  /** The date of this version, YYYY-MM-DD or YYYY; see `dateOf`. */
  readonly date?: string | undefined;
}

/** What a library must know of every text to find it and to know whom it may cite. Plain data, which can be stored. */
export interface Facts extends Header {
  /** The keys of all titles that the text could cite; see `keysNamed`. */
  readonly named: readonly string[];
}

/** Reads the header of a text from its tree. */
export function headerOf(tree: SyntaxTree, uri: string): Header {
  const title = titleOf(tree);
  return { title, key: titleKey(title), subtitle: subtitleOf(tree), date: versionDate(tree, uri) };
}

/** Reads the facts of a text without its whole tree: only the front matter is parsed. */
export function factsOf(text: string, uri: string): Facts {
  const header = headerOf(frontTree(text) ?? SyntaxTree.parse(text), uri);
  return { ...header, named: keysNamed(text, header.title) };
}

/**
 * The tree of the front matter of a text, and of a little more: its title and notes are those of the whole tree.
 *
 * @returns undefined where nothing tells the front matter from the rest but the whole tree
 */
export function frontTree(text: string): SyntaxTree | undefined {
  const front = frontOf(text);
  return front === undefined ? undefined : SyntaxTree.parse(front);
}

/** The lines of the title; the start of the text where it has none. */
export function titleSpanOf(tree: SyntaxTree): Span {
  const titles = tree.root.children.filter(({ kind }) => kind === 'title');
  const [first] = titles;
  const last = titles.at(-1);
  return first && last ? { start: first.range.start, end: last.range.end } : { start: 0, end: 0 };
}

const FIRST_ARTICLE = /(?:^|[\n\r\u0085])[\s#*]*第一条/;
/** The first article may be an entry of something; the lines behind it tell. */
const LINES_BEHIND = 4;

/** The text up to its first article and a little more, where it has one: what stands behind has no part in the header. */
function frontOf(text: string): string | undefined {
  const match = FIRST_ARTICLE.exec(text);
  let end = match ? match.index + match[0].length : -1;
  for (let line = 0; line <= LINES_BEHIND && end >= 0; line++) end = text.indexOf('\n', end + 1);
  return end < 0 ? undefined : text.slice(0, end + 1);
}
