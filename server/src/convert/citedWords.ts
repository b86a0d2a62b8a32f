import type { Mention } from '../citations/resolve.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span } from '../syntax/tree.js';

/** Words of a text that are a citation as a whole, or hold none. */
export interface Run {
  readonly text: string;
  readonly mention: Mention | undefined;
}

/** The words of a document, cut where citations begin and end. */
export class CitedWords {
  private readonly mentions: readonly Mention[];
  private readonly text: string;

  constructor(document: RegulationDocument, library: Library) {
    this.text = document.text;
    this.mentions = library.citationsOf(document).mentions;
  }

  /** The runs of a span, in order. A citation that runs over the line (《…\n…》) is one in each of the lines. */
  in({ start, end }: Span): Run[] {
    const runs: Run[] = [];
    let at = start;
    const push = (to: number, mention: Mention | undefined): void => {
      if (to > at) runs.push({ text: this.text.slice(at, to), mention });
      at = Math.max(at, to);
    };
    for (let index = this.firstBehind(start); index < this.mentions.length; index++) {
      const mention = this.mentions[index];
      if (!mention || mention.start >= end) break;
      push(Math.min(mention.start, end), undefined);
      push(Math.min(mention.end, end), mention);
    }
    push(end, undefined);
    return runs;
  }

  /** The first mention that ends behind an offset. */
  private firstBehind(offset: number): number {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.mentions[middle]?.end ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
