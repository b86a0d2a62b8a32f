import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span } from '../syntax/tree.js';
import type { Profile } from './profile.js';
import type { SuppressedProblems } from './suppressions.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A text for people in both languages; Chinese is shown first. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** One edit that makes the text right. Offered only where it is certain. */
export interface Fix {
  readonly title: Message;
  /** Edits of the checked document; they do not overlap. */
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

/** A place in a norm that a rule rests on. */
export interface Source {
  /** 《立法法》第六十五条 */
  readonly name: string;
  /** Its words. */
  readonly quote: string;
}

/** What a check found at one place. */
export interface Finding {
  readonly span: Span;
  readonly message: Message;
  /** Other places that the message speaks of. */
  readonly related?: readonly { readonly uri: string; readonly span: Span; readonly message: Message }[];
  readonly fixes?: readonly Fix[];
}

/** A citation that no longer leads to what it was written for, since the provisions around were changed in an editor. */
export interface MovedCitation {
  readonly span: Span;
  /** What it was written for, in full words; absent where that was deleted. */
  readonly now: Message | undefined;
}

/** What a check may look at. */
export interface CheckContext {
  readonly document: RegulationDocument;
  readonly library: Library;
  /** What is suppressed; absent where nothing is. */
  readonly suppression?: SuppressedProblems | undefined;
  /** In text order; absent where nothing is known of how the text was changed. */
  readonly moved?: (() => readonly MovedCitation[]) | undefined;
}

/** A rule: what it reports, and how grave that is. A file each; registry.ts lists them. */
export interface Check {
  /** `group/rule`: `numbering/gap`. Stable: settings and suppressions name it. */
  readonly code: string;
  /** `off` where the rule is only asked on demand: where the settings name its code. */
  readonly severity: Severity | 'off';
  /** The severity in some kinds of instruments, where it is another one there. */
  readonly severities?: Readonly<Partial<Record<Profile, Severity | 'off'>>>;
  /** What the rule asks for. */
  readonly description: Message;
  /** The rule's numbers in the rulebook that the checks were made from: `W01`. */
  readonly rule?: string;
  /** The norm that asks for it; only where its text was read, never where it is only known of. */
  readonly source?: Source;
  /** Whether its fixes change no meaning, so that all of a document may be applied at once, unread. */
  readonly hasSafeFixes?: boolean;
  /** Whether what it finds is gone once the text is renumbered, so that nobody has to write down not to report it. */
  readonly passes?: boolean;
  /** Never throws; linear in the size of the document. */
  run(context: CheckContext): Iterable<Finding>;
}

/** A finding with the code and the severity it is reported with. */
export interface Problem extends Finding {
  readonly code: string;
  readonly severity: Severity;
  /** The norm that the check rests on. */
  readonly source?: Source;
}
