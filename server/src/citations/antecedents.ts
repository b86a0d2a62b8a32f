import type { Target, Unit } from './coordinates.js';
import { withoutQualifiers } from './titles.js';

/** What the mentions before leave for those that follow. */
export class Antecedents {
  /** Whether a mention was to an instrument by 该法, since the article began. */
  isReferredTo = false;
  private document: string | undefined;
  private readonly documentOfKind = new Map<string, string>();
  /** What 该款 means, and, as it is written, what a list goes on from: a paragraph that was filled in is not inherited. */
  provision: (Cited & { readonly written: Target }) | undefined;
  /** The article or paragraph cited last in this paragraph, its items included. */
  inParagraph: Cited | undefined;

  /** An article begins or ends: what one cites does not say what 该款 means in another. */
  enterArticle(): void {
    this.isReferredTo = false;
    this.provision = undefined;
    this.inParagraph = undefined;
  }

  /** An instrument was named, by its full title. */
  named(title: string): void {
    this.document = title;
    this.documentOfKind.set(kindOf(title), title);
  }

  /**
   * What 该法 or 该公约 means: the instrument of that kind that was named last. 该法 and 该条例 are no other words, so that
   * without one the last instrument is meant; 该条约 may be any treaty.
   */
  meantBy(word: string): string | undefined {
    this.isReferredTo = true;
    const kind = kindOf(word);
    return this.documentOfKind.get(kind) ?? (TREATY.test(kind) ? undefined : this.document);
  }
}

const KIND = /法(?=典?$)|(?:条例|细则|规则|规定|办法|决定|解释|章程|通知|意见|安排|公约|条约|协定|议定书)$/;
const TREATY = /^(?:公约|条约|协定|议定书)$/;

/** 条例 of 《…实施条例（试行）》; empty for any other kind. */
function kindOf(title: string): string {
  return KIND.exec(withoutQualifiers(title))?.[0] ?? '';
}

export interface Cited {
  readonly doc: string;
  readonly target: Target;
  /** The innermost unit that was cited, where `target` has been cut to an article or a paragraph. */
  readonly unit?: Unit | undefined;
}
