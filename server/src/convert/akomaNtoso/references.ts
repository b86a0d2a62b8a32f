import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library, Place } from '../../library/library.js';
import { eIdOfTarget, type EIds } from '../eIds.js';
import { inline, type Content } from '../markup.js';
import { iriOf, workOf } from '../work.js';

/** Writes citations as references: to provisions of the text itself by their eId, to others by the name of the work. */
export class References {
  private readonly iris = new Map<string, string>();

  constructor(
    private readonly document: RegulationDocument,
    private readonly library: Library,
    private readonly eIds: EIds,
  ) {}

  /** A citation with what it points at; its bare words where that is not known. */
  of(words: string, mention: Mention): Content {
    const resolution = this.library.resolve(this.document, mention);
    const hrefs =
      resolution.state === 'found'
        ? resolution.places.map((place, index) => this.hrefOf(place, mention, index))
        : this.unresolved(mention);
    const [first, last] = [hrefs[0], hrefs.at(-1)];
    if (first === undefined || last === undefined) return words;
    // 前两款 is a range, from the first of them up to the last.
    return first === last
      ? inline('ref', { href: first }, [words])
      : inline('rref', { from: first, upTo: last }, [words]);
  }

  private hrefOf({ document, node }: Place, mention: Mention, index: number): string | undefined {
    if (document === this.document && mention.doc === 'self') {
      const eId = this.eIds.of(node);
      return eId === undefined ? undefined : `#${eId}`;
    }
    const target = mention.targets[index];
    const eId = target ? eIdOfTarget(target) : '';
    return portion(this.iriOf(document), node.kind === 'clause' ? eId.replace(/^art_/, 'cl_') : eId);
  }

  /** Of an instrument that is not at hand the words themselves tell the title and the numbers. */
  private unresolved({ doc, targets }: Mention): string[] {
    if (doc === 'self' || doc === '') return [];
    return targets.length === 0 ? [iriOf(doc)] : targets.map((target) => portion(iriOf(doc), eIdOfTarget(target)));
  }

  private iriOf(document: RegulationDocument): string {
    let iri = this.iris.get(document.uri);
    if (iri === undefined) this.iris.set(document.uri, (iri = workOf(document).iri));
    return iri;
  }
}

function portion(iri: string, eId: string): string {
  return eId === '' ? iri : `${iri}/~${eId}`;
}
