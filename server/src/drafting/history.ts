import type { RegulationDocument } from '../library/document.js';
import { areEqual } from '../syntax/characters.js';
import { Derived } from '../syntax/derived.js';
import { PROVISION_KINDS } from '../syntax/outline.js';
import type { GreenNode } from '../syntax/structure.js';
import { draftWithPlaceholders } from './placeholders.js';
import type { Draft } from './renumber.js';
import { TextMap } from './textMap.js';

/** What is known of an open text. */
interface Known {
  /** The version in which the citations were last right. */
  before: RegulationDocument;
  /** The version that was last looked at. */
  last: RegulationDocument;
  /** Which characters of `before` are which of `last`. */
  map: TextMap;
  /** Whether provisions have come, gone or moved since `before`. */
  isPending: boolean;
  /** The text that renumbering makes of it: with it, all is right again. */
  expected: string | undefined;
}

/**
 * The history of open texts, as far as it tells what their citations mean. As long as the numbers of a text stay, each
 * version says it by itself; once a provision comes, goes or gets another number, the version before does, until the text
 * is renumbered or the change taken back.
 */
export class DraftHistory {
  private readonly texts = new Map<string, Known>();

  /** A text was opened, or has changed. It takes no more than a comparison of the texts, and of what has changed. */
  changed(document: RegulationDocument): void {
    const known = this.texts.get(document.uri);
    if (!known) {
      const { before, map } = draftWithPlaceholders(document);
      const isPending = before !== document;
      this.texts.set(document.uri, { before, last: document, map, isPending, expected: undefined });
      return;
    }
    const { before, last, expected } = known;
    const { characters } = document;
    if (areEqual(characters, before.characters) || (expected !== undefined && areEqual(characters, expected))) {
      Object.assign(known, rightIn(document));
      return;
    }
    const step = TextMap.ofOneEdit(last.characters, characters);
    known.last = document;
    if (!known.isPending && signatureOf(document) === signatureOf(before)) Object.assign(known, rightIn(document));
    else {
      known.isPending = true;
      known.map = known.map.then(step);
    }
  }

  closed(uri: string): void {
    this.texts.delete(uri);
  }

  /** Whether provisions of a text have come, gone or moved since its citations were last right. */
  isPending(uri: string): boolean {
    return this.texts.get(uri)?.isPending ?? false;
  }

  /** A text with the version in which its citations were last right. */
  draftOf(document: RegulationDocument): Draft {
    const known = this.texts.get(document.uri);
    if (!known || !areEqual(known.last.characters, document.characters)) return draftWithPlaceholders(document);
    return { before: known.before, after: document, map: known.map };
  }

  /** Once the text is that one, its citations are right. */
  expect(uri: string, text: string): void {
    const known = this.texts.get(uri);
    if (known) known.expected = text;
  }
}

function rightIn(document: RegulationDocument): Known {
  return {
    before: document,
    last: document,
    map: TextMap.same(document.characters.length),
    isPending: false,
    expected: undefined,
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
