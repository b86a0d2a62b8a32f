import { keysNamed } from '../citations/titlesNamed.js';
import { titleKey } from '../citations/titles.js';
import { frontTextOf } from '../syntax/frontText.js';
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
  const header = headerOf(frontTree(text), uri);
  return { ...header, named: keysNamed(text, header.title) };
}

/** A tree of a text that has the title, the notes and the orders of its whole tree, and mostly little more. */
export function frontTree(text: string): SyntaxTree {
  return SyntaxTree.parse(frontTextOf(text) ?? text);
}

/** The lines of the title; the start of the text where it has none. */
export function titleSpanOf(tree: SyntaxTree): Span {
  const titles = tree.root.children.filter(({ kind }) => kind === 'title');
  const [first] = titles;
  const last = titles.at(-1);
  return first && last ? { start: first.range.start, end: last.range.end } : { start: 0, end: 0 };
}
