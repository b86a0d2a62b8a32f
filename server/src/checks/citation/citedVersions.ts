import type { Characters } from '../../syntax/characters.js';
import { UNITS, type Target, type Unit } from '../../citations/coordinates.js';
import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import { successorOf, type Successor } from '../../library/succession.js';
import { lastDayOf, newerVersion } from '../../library/versions.js';
import type { CheckContext } from '../check.js';
import { writtenCoordinates, type WrittenCoordinate } from './writtenCoordinates.js';

/** A citation of a version that is no longer the newest. */
export interface Cited {
  readonly mention: Mention;
  readonly version: RegulationDocument;
  readonly later: RegulationDocument;
  readonly from: Target;
  readonly to: Successor;
  /** The coordinates that the newest version has changed, or has nothing for. */
  readonly changed: readonly Unit[];
}

/**
 * What a citation of another instrument cites, where that has a newer version than the one in force at the citing text's
 * date; undefined for all other citations.
 */
export function citedProvision({ document, library }: CheckContext, mention: Mention): Cited | undefined {
  // 前两款 of another instrument is too rare to be followed paragraph by paragraph.
  const [from, second] = mention.targets;
  if (mention.doc === 'self' || !from || second) return undefined;
  const resolution = library.resolve(document, mention);
  const version = resolution.state === 'found' ? resolution.places[0]?.document : undefined;
  if (!version || version === document) return undefined;
  const later = newerVersion(library, version);
  if (!later || !isOfItsTime(document, version)) return undefined;
  const to = successorOf(version, later, from);
  if (!to) return undefined;
  const changed = UNITS.filter((unit) => from[unit] !== undefined && from[unit] !== to.target?.[unit]);
  return { mention, version, later, from, to, changed };
}

/** Where all versions at hand are later than the text, the one that it meant is not among them. */
function isOfItsTime({ date = '' }: RegulationDocument, version: RegulationDocument): boolean {
  return version.date !== undefined && version.date <= lastDayOf(date);
}

/** Citations of one version that follow one another, each of which takes over what it does not write from those before. */
export class CitedList {
  private readonly list: Listed[] = [];
  private readonly writers = new Map<Unit, Listed>();

  constructor(private readonly text: Characters) {}

  get citations(): readonly Listed[] {
    return this.list;
  }

  /** Whether a citation may take something over from these: it does not name an article of its own. */
  isContinuedBy(cited: Cited): boolean {
    const [first] = this.list;
    return first?.cited.later === cited.later && !writes(writtenCoordinates(this.text, cited.mention), 'article');
  }

  add(cited: Cited): void {
    const written = writtenCoordinates(this.text, cited.mention);
    const listed: Listed = { cited, written, inherited: new Set(), isMisleading: false };
    this.list.push(listed);
    for (const unit of UNITS) {
      const writer = this.writers.get(unit);
      if (writes(written, unit)) this.writers.set(unit, listed);
      else if (cited.from[unit] !== undefined && writer?.cited.from[unit] === cited.from[unit]) {
        if (writer.cited.to.target?.[unit] === cited.to.target?.[unit]) listed.inherited.add(unit);
        else writer.isMisleading = true;
      }
    }
  }
}

/** A citation with what it says itself and what it leaves to those before it. */
export interface Listed {
  readonly cited: Cited;
  readonly written: readonly WrittenCoordinate[];
  /** The coordinates that it takes over, and that are right for it once those before it are. */
  readonly inherited: Set<Unit>;
  /** Whether what a later citation takes over from it would be wrong for that one, once this one is right. */
  isMisleading: boolean;
}

export function writes(written: readonly WrittenCoordinate[], unit: Unit): boolean {
  return written.some((coordinate) => coordinate.unit === unit);
}
