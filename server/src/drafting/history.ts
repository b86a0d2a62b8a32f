import type { MovedCitation } from '../checks/check.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { areEqual } from '../syntax/characters.js';
import { Derived } from '../syntax/derived.js';
import { PROVISION_KINDS } from '../syntax/outline.js';
import type { GreenNode } from '../syntax/structure.js';
import { movedCitations } from './movedCitations.js';
import { hasOnlyGrown } from './onlyGrown.js';
import { draftWithPlaceholders } from './placeholders.js';
import type { Draft } from './renumber.js';
import { TextMap } from './textMap.js';

/** What is known of one version of an open text. */
interface State {
  /** The version in which the citations were last right. */
  before: RegulationDocument;
  /** The version that was last looked at. */
  last: RegulationDocument;
  /** Which characters of `before` are which of `last`. */
  map: TextMap;
  /** Whether provisions have come, gone or moved since `before`. */
  isPending: boolean;
  /** Whether that was seen to happen, and does not only show by placeholders in a text as it was opened. */
  isWitnessed: boolean;
  /** Whether it is known of this structure that it is not just one that has grown. */
  isJudged: boolean;
  /** What was last found of its citations. */
  moved: Moved | undefined;
  /** The text that renumbering makes of it: with it, all is right again. */
  expected: string | undefined;
}

/** What is known of an open text. */
interface Known extends State {
  /** What was known before the text was made right, the latest last: an editor may take that back. */
  earlier: readonly State[];
}

/** How many operations can be taken back and done again as if they had not been done. */
const MOST_EARLIER = 8;

/** The citations that a change of the structure has left behind, in one version of a text. */
interface Moved {
  readonly document: RegulationDocument;
  readonly list: readonly MovedCitation[];
}

/**
 * The history of open texts, as far as it tells what their citations mean. As long as the numbers of a text stay, or new
 * ones come beside them, each version says it by itself; once a provision goes or gets another number, the version before
 * does, until the text is renumbered or the change taken back.
 */
export class DraftHistory {
  private readonly texts = new Map<string, Known>();

  /** A text was opened, or has changed. It takes no more than a comparison of the texts, and of what has changed. */
  changed(document: RegulationDocument): void {
    const known = this.texts.get(document.uri);
    if (!known) {
      const { before, map } = draftWithPlaceholders(document);
      const isPending = before !== document;
      this.texts.set(document.uri, { ...rightIn(document), before, map, isPending });
      return;
    }
    const { before, last, expected } = known;
    const { characters } = document;
    if (expected !== undefined && areEqual(characters, expected)) {
      const { earlier: passed, ...state } = known;
      const earlier = [...passed, state].slice(-MOST_EARLIER);
      Object.assign(known, rightIn(document, earlier));
      return;
    }
    if (areEqual(characters, before.characters)) {
      Object.assign(known, rightIn(document, known.earlier));
      return;
    }
    const place = known.earlier.findLastIndex((each) => areEqual(each.last.characters, characters));
    if (place >= 0) {
      Object.assign(known, known.earlier[place], { last: document, earlier: known.earlier.slice(0, place) });
      return;
    }
    const step = TextMap.ofOneEdit(last.characters, characters);
    const hasMoved = signatureOf(document) !== signatureOf(last);
    if (hasMoved) {
      settleGrown(known);
      known.isJudged = false;
    }
    known.last = document;
    if (!known.isPending && !hasMoved) Object.assign(known, rightIn(document, known.earlier));
    else {
      known.isPending = true;
      known.isWitnessed ||= hasMoved;
      known.map = known.map.then(step);
    }
  }

  closed(uri: string): void {
    this.texts.delete(uri);
  }

  /** Whether provisions of a text have come, gone or moved since its citations were last right. */
  isPending(uri: string): boolean {
    const known = this.texts.get(uri);
    if (known) settleGrown(known);
    return known?.isPending ?? false;
  }

  /** A text with the version in which its citations were last right. */
  draftOf(document: RegulationDocument): Draft {
    const known = this.texts.get(document.uri);
    if (!known || !areEqual(known.last.characters, document.characters)) return draftWithPlaceholders(document);
    settleGrown(known);
    return { before: known.before, after: document, map: known.map };
  }

  /**
   * The citations in a text that no longer lead to what they were written for, because its structure was changed while it
   * was open. They are looked for anew only when the structure, or a citation, is another one than the last time.
   */
  movedCitations(library: Library, document: RegulationDocument): readonly MovedCitation[] {
    const known = this.texts.get(document.uri);
    if (known) settleGrown(known);
    if (!known?.isWitnessed || !areEqual(known.last.characters, document.characters)) return [];
    known.moved = (known.moved && movedAlong(library, known.moved, document)) ?? {
      document,
      list: movedCitations(library, this.draftOf(document)),
    };
    return known.moved.list;
  }

  /** Once the text is that one, its citations are right. */
  expect(uri: string, text: string): void {
    const known = this.texts.get(uri);
    if (known) known.expected = text;
  }
}

/**
 * A text that is being written gets one article after the other, and what cites them in between: where that is all, it is
 * right as it is. This is asked when it matters, and not at each character of a number that is being typed.
 */
function settleGrown(known: Known): void {
  if (!known.isWitnessed || known.isJudged) return;
  const { before, last, map, earlier } = known;
  if (hasOnlyGrown({ before, after: last, map })) Object.assign(known, rightIn(last, earlier));
  else known.isJudged = true;
}

function rightIn(document: RegulationDocument, earlier: readonly State[] = []): Known {
  return {
    before: document,
    last: document,
    map: TextMap.same(document.characters.length),
    isPending: false,
    isWitnessed: false,
    isJudged: false,
    moved: undefined,
    expected: undefined,
    earlier,
  };
}

/** What was found in an earlier version, at its place in a later one; undefined where it may be no longer true. */
function movedAlong(library: Library, { document, list }: Moved, later: RegulationDocument): Moved | undefined {
  if (document === later) return { document, list };
  if (signatureOf(document) !== signatureOf(later)) return undefined;
  const before = library.citationsOf(document).mentions;
  const after = library.citationsOf(later).mentions;
  if (before.length !== after.length) return undefined;
  const places = new Map<number, number>();
  for (const [index, { start, end }] of before.entries()) {
    const now = after[index];
    if (!now || document.characters.slice(start, end) !== later.characters.slice(now.start, now.end)) return undefined;
    places.set(start, now.start);
  }
  return {
    document: later,
    list: list.map((each) => {
      const start = places.get(each.span.start) ?? each.span.start;
      return { ...each, span: { start, end: start + each.span.end - each.span.start } };
    }),
  };
}

const signatures = new Derived<string>();

/** The provisions with their numbers: what it is the same for cites the same by the same words. */
function signatureOf({ tree }: RegulationDocument): string {
  return signature(tree.root.green);
}

function signature(node: GreenNode): string {
  let known = signatures.get(node);
  if (known === undefined) {
    const inside = node.children
      .filter(({ kind }) => PROVISION_KINDS.has(kind) || kind === 'annex')
      .map(signature)
      .join('');
    known = `${node.kind[0] ?? ''}${node.kind === 'paragraph' ? '' : node.number}(${inside})`;
    signatures.set(node, known);
  }
  return known;
}
