import type { Citations } from '../citations/citations.js';
import { parentLaws } from '../citations/parentLaws.js';
import type { Mention } from '../citations/resolve.js';
import { titleKey } from '../citations/titles.js';
import type { RegulationDocument } from './document.js';
import type { CitedInstrument, Library } from './library.js';

/** The mentions of the parent laws (上位法) of an instrument in its clause 根据《…》，制定本条例. */
export function parentsOf(library: Library, document: RegulationDocument): readonly Mention[] {
  const citations = library.citationsOf(document);
  let parents = known.get(citations);
  if (!parents) known.set(citations, (parents = parentLaws(document.text, citations.mentions)));
  return parents;
}

// The instruments made under a statute are asked of all texts that cite it; most texts do not change.
const known = new WeakMap<Citations, readonly Mention[]>();

/**
 * The instruments made under one: those whose clause names it. Of several versions that do, the newest.
 *
 * @param parent the instrument; one of which no text is at hand is given by its key alone
 */
export function childrenOf(library: Library, parent: CitedInstrument): RegulationDocument[] {
  const children = new Map<string, RegulationDocument>();
  const citing = new Set(library.citing(parent).map(({ document }) => document));
  for (const document of citing) {
    const isChild = parentsOf(library, document).some(({ doc }) => titleKey(doc) === parent.key);
    if (!isChild) continue;
    const key = document.key || document.uri;
    const other = children.get(key);
    if (!other || (other.date ?? '') < (document.date ?? '')) children.set(key, document);
  }
  return [...children.values()];
}
