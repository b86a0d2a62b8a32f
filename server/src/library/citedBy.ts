import { UNITS, type Target, type Unit } from '../citations/coordinates.js';
import { targetOf, unitOf, type Provisions } from '../citations/provisions.js';
import type { Mention } from '../citations/resolve.js';
import { titleKey } from '../citations/titles.js';
import { numberOrder } from '../syntax/numerals.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import type { RegulationDocument } from './document.js';
import type { Citing, Library } from './library.js';
import { targetsInVersion } from './otherVersions.js';
import { versionsOf } from './versions.js';

/** What citations may name: an instrument by its key, and the coordinates of a provision in it. */
export interface CitedProvision {
  /** The text of the instrument; undefined where the library has none. */
  readonly document: RegulationDocument | undefined;
  /** The key of the instrument's title, as of `titleKey`; empty for a text without title. */
  readonly key: string;
  /** The annex, or the instrument republished below another one, that the coordinates count in. */
  readonly annex: SyntaxNode | undefined;
  readonly target: Target;
  /** Where it stands; undefined for one that does not exist, or whose instrument is not at hand. */
  readonly node: SyntaxNode | undefined;
}

/** A place that cites. */
export interface CitingPlace {
  readonly document: RegulationDocument;
  /** The citation; for a provision that lies within a range, the range from end to end (第八条至第十条). */
  readonly span: Span;
}

/**
 * The provision that a node is, as citations name it; undefined where they can't: it is no provision, or its number, or
 * one above it, can't be read or is left open.
 */
export function provisionAt(document: RegulationDocument, node: SyntaxNode): CitedProvision | undefined {
  // The root of a file that holds one part of a statute is that part.
  const isPart = node.kind === 'document' && document.partNumber !== undefined;
  if (!isPart && !isNumbered(node)) return undefined;
  const annex = node.enclosing('annex');
  const target = withPart(targetOf(node), annex ? undefined : document);
  return { document, key: document.key, annex, target, node };
}

/** Whether a node is a provision, and its number and those that a citation puts in front of it are there. */
function isNumbered(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) {
    const unit = unitOf(at);
    if (unit ? !at.number : at === node) return false;
    if (unit === 'article') return true;
  }
  return true;
}

/** The provisions that a mention names, one for each target, whether or not they exist. */
export function provisionsNamed(library: Library, document: RegulationDocument, mention: Mention): CitedProvision[] {
  const resolution = library.resolve(document, mention);
  const own = mention.doc === 'self';
  if (!own && !mention.doc) return [];
  return mention.targets.map((target, index) => {
    const place = resolution.state === 'found' ? resolution.places[index] : undefined;
    const provision = place && provisionAt(place.document, place.node);
    if (provision) return provision;
    const missing = resolution.state === 'missing-provision' ? resolution.document : undefined;
    const cited = own ? document : (missing ?? library.withTitle(mention.doc)[0]);
    const annex = own ? document.homeOf(mention).enclosing('annex') : undefined;
    return { document: cited, key: own ? document.key : titleKey(mention.doc), annex, target, node: undefined };
  });
}

/**
 * The places that cite a provision: those that name it, or a provision within it through it (第十二条 is cited by
 * 第十二条第二款, 第五章 by 第五章第三节), and the ranges that it lies within.
 *
 * @param within looks into that document only
 * @returns in text order, document by document
 */
export function citationsOfProvision(
  library: Library,
  cited: CitedProvision,
  within?: RegulationDocument,
): CitingPlace[] {
  const places: CitingPlace[] = [];
  const version = cited.document && versionsOf(library, cited.document).length > 1 ? cited.document : undefined;
  const targetsOf = (citing: Citing): Target[] =>
    targetsInVersion(library, citing, version).map((target) => located(target, citing, cited));
  let previous: Citing | undefined;
  for (const citing of citingInstrument(library, cited, within)) {
    const { document, mention } = citing;
    const first = previous && isRange(previous, citing) ? previous : undefined;
    previous = citing;
    const targets = targetsOf(citing);
    const named = targets.find((target) => names(target, cited.target));
    if (named) {
      if (countsIn(citing, named, cited)) places.push({ document, span: { start: mention.start, end: mention.end } });
      continue;
    }
    const [from] = first ? targetsOf(first) : [];
    const [to] = targets;
    if (!first || !from || !to || names(from, cited.target) || !liesBetween(cited.target, from, to)) continue;
    if (countsIn(citing, to, cited)) places.push({ document, span: { start: first.mention.start, end: mention.end } });
  }
  return places;
}

/**
 * The places that name an instrument: 《…》, a bare short name, an alias, 该条例.
 *
 * @param instrument its key, and its text if the library has it
 * @param within looks into that document only
 */
export function mentionsOfInstrument(
  library: Library,
  instrument: Pick<CitedProvision, 'document' | 'key'>,
  within?: RegulationDocument,
): CitingPlace[] {
  return citingInstrument(library, instrument, within)
    .filter(({ mention }) => mention.kind === 'document')
    .map(({ document, mention: { start, end } }) => ({ document, span: { start, end } }));
}

/** Whether the second of two citations that follow one another is the second end of a range that the first begins. */
export function isRange(first: Citing, second: Citing): boolean {
  const { document } = second;
  if (first.document !== document || !second.mention.rangeEnd || first.mention.kind !== 'provision') return false;
  const { end } = first.mention;
  const { start } = second.mention;
  // Between the two ends of a range stands 至, with some white space at most.
  return start >= end && start - end <= LONGEST_JOINT;
}

const LONGEST_JOINT = 10;

/** The citations that concern an instrument at all, in text order. */
export function citingInstrument(
  library: Library,
  { document: cited, key }: Pick<CitedProvision, 'document' | 'key'>,
  within?: RegulationDocument,
): Citing[] {
  const candidates = within
    ? library.mentionsNaming(within, key, true).map((mention) => ({ document: within, mention }))
    : library.citing(cited ?? { key });
  return candidates.filter(
    (citing) =>
      citing.mention.doc !== 'self' ||
      citing.document.uri === cited?.uri ||
      (cited !== undefined && isOfOtherPart(citing, cited)),
  );
}

/** A statute that is published part by part cites itself across its files. */
function isOfOtherPart({ document, mention }: Citing, cited: RegulationDocument): boolean {
  if (cited.subtitle === undefined || document.subtitle === undefined || document.subtitle === cited.subtitle) {
    return false;
  }
  return mention.targets.every(({ article }) => article === undefined || !document.provisions.article(article));
}

/**
 * A target with all that stands above it: a container is cited without the part that it is in where only one has it.
 * From the article down a target is complete as it is.
 */
function located(target: Target, { document, mention }: Citing, cited: CitedProvision): Target {
  if (target.article !== undefined || cited.target.article !== undefined) return target;
  const holder = mention.doc === 'self' ? document : cited.document;
  const scope = scopeOf(target, { document, mention }, cited.document);
  const { part, ...inner } = target;
  // In the file of a part the part is no node.
  const node =
    scope?.find(target) ?? (part !== undefined && part === holder?.partNumber ? scope?.find(inner) : undefined);
  if (node && unitOf(node)) return withPart(targetOf(node), cited.annex ? undefined : holder);
  return mention.doc === 'self' ? withPart(target, document) : target;
}

/** Where a citation counts: in the annex it stands in, if that has such a provision; else in the instrument. */
export function scopeOf(
  target: Target,
  { document, mention }: Citing,
  cited: RegulationDocument | undefined,
): Provisions | undefined {
  if (mention.doc !== 'self') return cited?.provisions;
  const around = document.provisionsAt(mention);
  return around.root.kind === 'annex' && !around.find(target) && document.provisions.find(target)
    ? document.provisions
    : around;
}

/** Whether what a citation names is meant in the instrument or annex that the cited provision is in. */
function countsIn(citing: Citing, target: Target, { document, annex }: CitedProvision): boolean {
  if (citing.document.uri !== document?.uri || citing.mention.doc !== 'self') return annex === undefined;
  if (citing.document.annexes.length === 0) return true;
  const root = scopeOf(target, citing, document)?.root;
  return (root?.kind === 'annex' ? root.offset : undefined) === annex?.offset;
}

/** Containers of a file that holds one part of a statute have that part above them, though the file has no heading of it. */
function withPart(target: Target, document: RegulationDocument | undefined): Target {
  const part = document?.partNumber;
  if (part === undefined || target.article !== undefined || target.part !== undefined) return target;
  return { part, ...target };
}

/** Whether a target is the cited one or inside it. */
function names(target: Target, cited: Target): boolean {
  return UNITS.every((unit) => cited[unit] === undefined || target[unit] === cited[unit]);
}

/** Whether a provision is one of those between the two ends of a range, on the level where the ends differ. */
function liesBetween(cited: Target, from: Target, to: Target): boolean {
  for (const unit of UNITS) {
    if (from[unit] === to[unit]) {
      if (cited[unit] !== from[unit]) return false;
      continue;
    }
    // Of what lies deeper (a paragraph of an article in between) nothing is said by itself.
    const isDeeper = UNITS.slice(UNITS.indexOf(unit) + 1).some((inner) => cited[inner] !== undefined);
    return !isDeeper && isAfter(unit, cited, from) && isAfter(unit, to, cited);
  }
  return false;
}

function isAfter(unit: Unit, later: Target, earlier: Target): boolean {
  const [after, before] = [later[unit], earlier[unit]];
  return after !== undefined && before !== undefined && numberOrder(String(after), String(before)) > 0;
}
