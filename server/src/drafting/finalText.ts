import type { Mention } from '../citations/resolve.js';
import { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import type { Identity } from './identity.js';
import { placeKey } from './places.js';
import type { TextMap } from './textMap.js';

/** A text as edits make it that change no structure: each provision of the text as it stood is one of it. */
export class FinalText {
  readonly document: RegulationDocument;
  private readonly nodes = new Map<SyntaxNode, SyntaxNode>();
  private mentions: readonly Mention[] = [];
  private knownNew: ReadonlySet<string> | undefined;

  /**
   * @param standing the text as it stands
   * @param map where its characters are in the final one
   * @param identity tells which provisions of the text as it stands are new
   */
  constructor(
    standing: RegulationDocument,
    text: string,
    readonly map: TextMap,
    private readonly identity: Identity,
  ) {
    this.document = text === standing.text ? standing : copyOf(standing, text);
    this.pair(standing.tree.root, this.document.tree.root);
  }

  /** Finds the citations, which {@link provisionsIn} tells of. */
  readMentions(library: Library): void {
    this.mentions = library.citationsOf(this.document).mentions.filter(({ kind }) => kind === 'provision');
  }

  /** The provision that one of the text as it stands has become; undefined where the edits have changed the structure. */
  nodeOf(node: SyntaxNode): SyntaxNode | undefined {
    return this.nodes.get(node);
  }

  /** See {@link placeKey}. */
  keyOf(node: SyntaxNode): string {
    const final = this.nodeOf(node);
    return final ? placeKey({ document: this.document, node: final }) : '';
  }

  /** The keys of the provisions that are new. */
  get newKeys(): ReadonlySet<string> {
    if (!this.knownNew) {
      const keys = [...this.nodes.keys()].filter((node) => !this.identity.before(node)).map((node) => this.keyOf(node));
      this.knownNew = new Set(keys);
    }
    return this.knownNew;
  }

  /** The citations of provisions that stand wholly in a span. */
  provisionsIn({ start, end }: Span): Mention[] {
    const found: Mention[] = [];
    for (let index = this.firstFrom(start); index < this.mentions.length; index++) {
      const mention = this.mentions[index];
      if (!mention || mention.start >= end) break;
      if (mention.end <= end) found.push(mention);
    }
    return found;
  }

  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.mentions[middle]?.start ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private pair(standing: SyntaxNode, final: SyntaxNode): void {
    this.nodes.set(standing, final);
    if (standing.children.length !== final.children.length) return;
    standing.children.forEach((child, index) => {
      const other = final.children[index];
      if (other?.kind === child.kind) this.pair(child, other);
    });
  }
}

/** A document with another text; none that an editor has open. */
export function copyOf({ uri }: RegulationDocument, text: string): RegulationDocument {
  return RegulationDocument.of(uri, text);
}
