import type { Mention } from '../../citations/resolve.js';
import { titleKey } from '../../citations/titles.js';
import type { RegulationDocument } from '../../library/document.js';
import { fileName } from '../../library/files.js';
import type { Library } from '../../library/library.js';
import { parentsOf } from '../../library/parents.js';
import { newestFirst } from '../../library/versions.js';

/** An instrument, whatever versions of it there are. */
export interface Instrument {
  readonly title: string;
  /** The version that stands for it, of a statute published part by part one of each part; none where there is no text. */
  readonly documents: readonly RegulationDocument[];
  readonly isOwn: boolean;
}

/** That one instrument cites another. */
export interface Citation {
  readonly from: Instrument;
  readonly to: Instrument;
  /** How many places cite. */
  readonly count: number;
  /** Whether `from` was made under `to`. */
  readonly madeUnder: boolean;
}

/** The instruments of a workspace and those that they cite, and the citations among all of them. */
export class CitationGraph {
  private readonly byKey = new Map<string, Instrument>();
  private found: readonly Citation[] = [];

  private constructor(private readonly library: Library) {}

  /**
   * @param around a text that belongs to it even where nothing else would bring it in, with what it cites
   */
  static of(
    library: Library,
    isOwn: (document: RegulationDocument) => boolean,
    around: RegulationDocument | undefined,
  ): CitationGraph {
    const graph = new CitationGraph(library);
    const own = new Map<string, RegulationDocument[]>();
    for (const document of library.documents()) {
      if (!isOwn(document)) continue;
      const key = keyOf(document);
      const versions = own.get(key);
      if (versions) versions.push(document);
      else own.set(key, [document]);
    }
    const aroundKey = around && keyOf(around);
    for (const [key, versions] of own) {
      // Of several versions the one that somebody looks at counts.
      const [document = versions[0]] = around && key === aroundKey && isOwn(around) ? [around] : newestFirst(versions);
      if (document) graph.put(key, document, true);
    }
    const seeds = [...graph.byKey.values()];
    const fromSeeds = seeds.flatMap((instrument) => graph.readCitations(instrument, true));
    const extra =
      around && aroundKey !== undefined && !graph.byKey.has(aroundKey)
        ? graph.put(aroundKey, around, false)
        : undefined;
    const fromExtra = extra ? graph.readCitations(extra, true) : [];
    const others = graph.instruments.filter((instrument) => !seeds.includes(instrument) && instrument !== extra);
    // What those cite that came in by being cited brings in nothing more.
    const among = others.flatMap((instrument) => graph.readCitations(instrument, false));
    graph.found = [...fromSeeds, ...fromExtra, ...among];
    return graph;
  }

  get instruments(): readonly Instrument[] {
    return [...this.byKey.values()];
  }

  get citations(): readonly Citation[] {
    return this.found;
  }

  instrumentOf(document: RegulationDocument): Instrument | undefined {
    return this.byKey.get(keyOf(document));
  }

  private put(key: string, document: RegulationDocument, isOwn: boolean): Instrument {
    const title = document.title || fileName(document.uri);
    const instrument: Instrument = { title, documents: textsOf(this.library, document), isOwn };
    this.byKey.set(key, instrument);
    return instrument;
  }

  private cited(title: string, takesNew: boolean): Instrument | undefined {
    const key = titleKey(title);
    const known = this.byKey.get(key);
    if (known || !takesNew) return known;
    const [document] = this.library.withTitle(title);
    if (document) return this.put(key, document, false);
    const missing: Instrument = { title, documents: [], isOwn: false };
    this.byKey.set(key, missing);
    return missing;
  }

  private readCitations(from: Instrument, takesNew: boolean): Citation[] {
    const counts = new Map<Instrument, number>();
    const parents = new Set<Instrument>();
    const citedBy = ({ doc }: Mention): Instrument | undefined => {
      const to = doc === 'self' || doc === '' ? undefined : this.cited(doc, takesNew);
      return to === from ? undefined : to;
    };
    for (const document of from.documents) {
      for (const mention of citationsIn(this.library, document)) {
        const to = citedBy(mention);
        if (to) counts.set(to, (counts.get(to) ?? 0) + 1);
      }
      for (const mention of parentsOf(this.library, document)) {
        const to = citedBy(mention);
        if (to) parents.add(to);
      }
    }
    return [...counts].map(([to, count]) => ({ from, to, count, madeUnder: parents.has(to) }));
  }
}

/** The texts of the same statute in the same version: its parts, where it is published part by part. */
export function textsOf(library: Library, document: RegulationDocument): RegulationDocument[] {
  if (document.subtitle === undefined) return [document];
  const seen = new Set([document.subtitle]);
  const others = library.withTitle(document.title).filter(({ subtitle }) => {
    if (subtitle === undefined || seen.has(subtitle)) return false;
    seen.add(subtitle);
    return true;
  });
  return [document, ...others];
}

/** The citations of a text, each place once: 《…条例》第五条 is one, and so is a range. */
export function citationsIn(library: Library, document: RegulationDocument): Mention[] {
  const { mentions } = library.citationsOf(document);
  return mentions.filter(({ kind, doc, rangeEnd }, index) => {
    const next = mentions[index + 1];
    return !rangeEnd && !(kind === 'document' && next?.kind === 'provision' && next.doc === doc);
  });
}

function keyOf({ key, uri }: RegulationDocument): string {
  return key || uri;
}
