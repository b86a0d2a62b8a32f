import type { NodeKind } from '../../syntax/structure.js';

/** Where in a text a name means what a definition says. */
export type Reach =
  /** 本条例所称: in the instrument. */
  | { readonly kind: 'instrument' }
  /** 本章所称: in the nearest container of that kind around the definition. */
  | { readonly kind: 'around'; readonly container: Extract<NodeKind, 'part' | 'chapter' | 'section' | 'article'> }
  /** 第八条所称: in that article, and in the one that says so. */
  | { readonly kind: 'article'; readonly number: string };

/** Whose word a definition speaks of: 本条例所称 of the text's own, 前款所称 of one that another provision uses. */
export interface Subject {
  readonly reach: Reach;
  readonly isOwn: boolean;
}

/** Where some words begin and end, as offsets into the words that were read. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A definition as it was found in the words of one paragraph or item. */
export interface FoundDefinition {
  /** `meaning` for 本条例所称X，是指…; `short` for （以下简称X）. */
  readonly kind: 'meaning' | 'short';
  /** Without quotes. */
  readonly name: string;
  readonly place: Stretch;
  /** The sentence; of a short name the clause in brackets. */
  readonly whole: Stretch;
  /** Whether the sentence ends in a colon, so that the items below belong to it. */
  readonly isOpen: boolean;
  readonly reach: Reach;
  /**
   * Whether it gives the text a word to use (本条例所称, an entry of a list of terms, 以下简称): one that only explains a word
   * of another provision (前款所称船舶，包括…) or describes a kind of something need not be used again.
   */
  readonly isFormal: boolean;
  /** Whether it says what is counted among what the name means (包括), not what that is. */
  readonly isPartial: boolean;
  /** Whether it is a short name made up for what stands before it, which does not have it among its words. */
  readonly isCoined: boolean;
  /** What stands before the name in what it is short for, where that ends with the name: 社会 of 社会保险费（以下简称保险费）. */
  readonly fullForm: string;
}
