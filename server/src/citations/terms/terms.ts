import { Derived } from '../../syntax/derived.js';
import { countUpTo } from '../../syntax/sorted.js';
import type { NodeKind } from '../../syntax/structure.js';
import type { Span, SyntaxNode, SyntaxTree } from '../../syntax/tree.js';
import { collectAliases } from '../aliases.js';
import { STATUTE_NAMES } from '../names.js';
import type { FoundDefinition, Reach, Subject } from './definition.js';
import { TermMatcher, type Hit } from './matcher.js';
import { glossaryIn, meaningsIn } from './meanings.js';
import { shortNamesIn } from './shortNames.js';

/** A name that a text defines. */
export interface Term {
  readonly name: string;
  /** `meaning` for 本条例所称X，是指…; `short` for （以下简称X）. */
  readonly kind: 'meaning' | 'short';
  /** The name in its definition. */
  readonly span: Span;
  /** The sentence of the definition, with the items below it; of a short name the clause in brackets. */
  readonly definition: Span;
  /** Where the name means that. */
  readonly scope: readonly Span[];
  /** See {@link FoundDefinition.isFormal}. */
  readonly isFormal: boolean;
  /** See {@link FoundDefinition.isPartial}. */
  readonly isPartial: boolean;
  /** See {@link FoundDefinition.isCoined}. */
  readonly isCoined: boolean;
}

/** A place where a term is used. */
export interface TermUse {
  readonly term: Term;
  readonly span: Span;
}

/** An article, or a line of words outside of articles: read by itself, and kept with the node. */
interface Unit {
  readonly node: SyntaxNode;
  readonly isHeading: boolean;
}

/**
 * The terms that a text defines, and where it uses them. What was found in an article is kept with its node, so that an
 * edit pays for the article it touches.
 */
export class Terms {
  /** In text order. */
  readonly all: readonly Term[];
  private readonly units: readonly Unit[];
  private readonly local: readonly Term[];
  private readonly byName = new Map<string, Term[]>();
  /** Where the terms of a name are defined, as far as it was asked for. */
  private readonly definedAt = new Map<string, ReadonlySet<number>>();
  private readonly everywhere: TermMatcher;
  /** Where terms that do not hold everywhere begin and cease to hold; between two of these the same ones do. */
  private readonly boundaries: readonly number[];
  /** What finds the terms that hold behind each boundary, as far as it was asked for. */
  private readonly matchers: TermMatcher[] = [];
  private readonly wanted = new Map<Term, string>();

  constructor(private readonly tree: SyntaxTree) {
    this.units = unitsOf(tree.root);
    const all: Term[] = [];
    for (const { node, isHeading } of this.units) {
      if (isHeading) continue;
      for (const found of definitionsOf(node)) {
        const term = termOf(found, node);
        all.push(term);
        this.wanted.set(term, found.fullForm);
        const same = this.byName.get(term.name);
        if (same) same.push(term);
        else this.byName.set(term.name, [term]);
      }
    }
    this.all = all;
    this.local = all.filter((term) => !this.isEverywhere(term));
    this.everywhere = this.matcherOf(this.local.length > 0 ? all.filter((term) => this.isEverywhere(term)) : all);
    const boundaries = new Set([
      0,
      ...this.local.flatMap(({ scope }) => scope.flatMap(({ start, end }) => [start, end])),
    ]);
    this.boundaries = [...boundaries].sort((a, b) => a - b);
  }

  /** Where a term is used, in text order; its own definition is not a use, nor is another one of the same name. */
  usesOf(term: Term): Span[] {
    return this.usesOfAll([term]);
  }

  /**
   * The terms that are used nowhere but in their own definitions. What is short for a name and what says what that name
   * means are one term by this: a use of it is one of both.
   */
  unused(): Term[] {
    const left = new Map(this.byName);
    for (const unit of this.units) {
      if (left.size === 0) break;
      for (const { name, start, end } of this.hitsIn(unit)) {
        const terms = left.get(name);
        if (!terms) continue;
        const from = unit.node.offset;
        const span = { start: from + start, end: from + end };
        const unused = terms.filter((term) => !isUse(term, span, unit.isHeading));
        if (unused.length === terms.length) continue;
        if (unused.length > 0) left.set(name, unused);
        else left.delete(name);
      }
    }
    return [...left.values()].flat().filter((term) => !this.standsWithinAnother(term));
  }

  /**
   * Whether a term that no use was found of is part of one that begins before it: 噪声排放 in 环境噪声排放标准, where 环境噪声 is
   * a term.
   */
  private standsWithinAnother(term: Term): boolean {
    const { name } = term;
    for (const unit of this.units) {
      // Where no term is used, none takes a part of another's words.
      if (this.hitsIn(unit).length === 0) continue;
      const { full } = unit.node;
      const text = this.tree.text.slice(full.start, full.end);
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const span = { start: full.start + at, end: full.start + at + name.length };
        if (!isUse(term, span, false) || this.named(name).some((other) => other.span.start === span.start)) continue;
        const from = text.lastIndexOf('\n', at) + 1;
        const to = text.indexOf('\n', at);
        const hits = this.matcherOf([term]).find(text.slice(from, to < 0 ? text.length : to));
        if (hits.some(({ start }) => from + start === at)) return true;
      }
    }
    return false;
  }

  /** The uses of all terms that touch a stretch of the text, in text order. */
  usesIn({ start, end }: Span): TermUse[] {
    if (this.all.length === 0) return [];
    const uses: TermUse[] = [];
    for (const unit of this.units) {
      const hits = this.hitsIn(unit);
      if (hits.length === 0) continue;
      const from = unit.node.offset;
      for (const hit of hits) {
        if (from + hit.end <= start || from + hit.start >= end) continue;
        const use = this.useAt(unit, hit);
        if (use) uses.push(use);
      }
    }
    return uses;
  }

  /** The term that is defined or used at an offset, the end of its name included. */
  at(offset: number): (TermUse & { readonly isDefinition: boolean }) | undefined {
    const holds = ({ start, end }: Span): boolean => offset >= start && offset <= end;
    const defined = this.all.find(({ span }) => holds(span));
    if (defined) return { term: defined, span: defined.span, isDefinition: true };
    const uses = this.usesIn({ start: offset - 1, end: offset + 1 }).filter(({ span }) => holds(span));
    const use = uses.at(-1);
    return use && { ...use, isDefinition: false };
  }

  /** All definitions of a name, in text order. */
  named(name: string): readonly Term[] {
    return this.byName.get(name) ?? [];
  }

  /**
   * A term with all that defines the same one: what it is short for and what it means, what is counted among it, and where
   * 前款所称 explains it. In text order.
   */
  definitionsOf(term: Term): Term[] {
    const named = this.named(term.name);
    const outer = named.find((other) => hasSameScope(other, term) || isPartOf(term, other)) ?? term;
    return named.filter((other) => other === term || hasSameScope(other, outer) || isPartOf(other, outer));
  }

  /** All places but the definitions where a term is used, whichever of its definitions is the nearest. In text order. */
  usesOfAll(terms: readonly Term[]): Span[] {
    const names = new Set(terms.map(({ name }) => name));
    const asked = new Set(terms);
    const spans: Span[] = [];
    for (const unit of this.units) {
      if (!terms.some((term) => isIn(unit.node, term))) continue;
      for (const hit of this.hitsIn(unit)) {
        const use = names.has(hit.name) ? this.useAt(unit, hit) : undefined;
        if (use && asked.has(use.term)) spans.push(use.span);
      }
    }
    return spans;
  }

  /**
   * The places before its definition where a term stands in a provision already; not in the first article, which says what
   * the text is for before it says what its words mean.
   */
  usesBefore(term: Term): Span[] {
    const spans: Span[] = [];
    for (const unit of this.units) {
      if (unit.node.offset >= term.definition.start) break;
      if (unit.isHeading || unit.node.number === '1' || !isIn(unit.node, term)) continue;
      for (const hit of this.hitsIn(unit)) {
        const use = hit.name === term.name ? this.useAt(unit, hit) : undefined;
        if (use?.term === term && use.span.end <= term.definition.start) spans.push(use.span);
      }
    }
    return spans;
  }

  private isEverywhere({ scope: [first] }: Term): boolean {
    return first?.start === 0 && first.end === this.tree.text.length;
  }

  private isDefinedAt(name: string, start: number): boolean {
    const known = this.definedAt.get(name);
    const starts = known ?? new Set(this.named(name).map(({ span }) => span.start));
    if (!known) this.definedAt.set(name, starts);
    return starts.has(start);
  }

  private matcherOf(terms: readonly Term[]): TermMatcher {
    return TermMatcher.of(terms.map((term) => ({ name: term.name, fullForm: this.wanted.get(term) ?? '' })));
  }

  private hitsIn({ node, isHeading }: Unit): readonly Hit[] {
    return this.all.length === 0 ? NONE : hitsIn(node, isHeading, this.matcherFor(node));
  }

  /** Finds the names that mean something in a unit. */
  private matcherFor({ offset, green }: SyntaxNode): TermMatcher {
    if (this.local.length === 0) return this.everywhere;
    const end = offset + green.width;
    const index = countUpTo(this.boundaries, offset) - 1;
    if (end > (this.boundaries[index + 1] ?? end)) return this.matcherAround(offset, end);
    return (this.matchers[index] ??= this.matcherAround(offset, end));
  }

  private matcherAround(start: number, end: number): TermMatcher {
    const terms = this.local.filter((term) => touches(term, start, end));
    if (terms.length === 0) return this.everywhere;
    return this.matcherOf(this.all.filter((term) => terms.includes(term) || this.isEverywhere(term)));
  }

  /** What a name that stands in a unit means there; undefined where it is being defined. */
  private useAt({ node, isHeading }: Unit, { name, start, end }: Hit): TermUse | undefined {
    const from = node.offset;
    const span = { start: from + start, end: from + end };
    const terms = this.byName.get(name);
    if (!terms || this.isDefinedAt(name, span.start)) return undefined;
    const term = meantBy(terms, span, isHeading);
    return term && { term, span };
  }
}

const NONE: readonly never[] = [];
const remembered = new Derived<Terms>();

/** The terms of a version of a text. */
export function termsOf(tree: SyntaxTree): Terms {
  let terms = remembered.get(tree);
  if (!terms) remembered.set(tree, (terms = new Terms(tree)));
  return terms;
}

/** Of the terms of one name the one whose scope is the narrowest; of those the last one defined so far, else the first. */
function meantBy(terms: readonly Term[], span: Span, isHeading: boolean): Term | undefined {
  let best: Term | undefined;
  for (const term of terms) {
    if (!holdsAt(term, span, isHeading)) continue;
    const difference = best ? widthOf(term) - widthOf(best) : -1;
    if (difference < 0 || (difference === 0 && term.span.start <= span.start)) best = term;
  }
  return best;
}

/** Whether a name at a place is a use of a term, and not the definition of one. */
function isUse(term: Term, place: Span, isHeading: boolean): boolean {
  const { span, definition } = term;
  return place.start !== span.start && !isWithin(place, definition) && holdsAt(term, place, isHeading);
}

/**
 * Whether a name at a place may mean a term. （以下简称企业） holds from there on: before, 企业 is what it always is; only a word
 * that was made up for it can have no other meaning. The table of contents stands before everything.
 */
function holdsAt({ kind, isCoined, span, scope }: Term, place: Span, isHeading: boolean): boolean {
  if (kind === 'short' && !isCoined && !isHeading && place.start < span.start) return false;
  for (const whole of scope) if (isWithin(place, whole)) return true;
  return false;
}

/** Whether two terms mean the same wherever they are used. */
export function hasSameScope({ scope }: Term, other: Term): boolean {
  return (
    scope.length === other.scope.length &&
    scope.every(({ start, end }, index) => start === other.scope[index]?.start && end === other.scope[index].end)
  );
}

/** Whether there is a place where both terms hold. */
export function overlap({ scope }: Term, other: Term): boolean {
  return scope.some((one) => other.scope.some(({ start, end }) => one.start < end && one.end > start));
}

/** Whether a term only explains, in its own article, what another one of its name means. */
function isPartOf(term: Term, other: Term): boolean {
  return (
    !term.isFormal && other !== term && term.scope.every((part) => other.scope.some((whole) => isWithin(part, whole)))
  );
}

function widthOf({ scope }: Term): number {
  return scope.reduce((sum, { start, end }) => sum + end - start, 0);
}

function touches({ scope }: Term, start: number, end: number): boolean {
  for (const part of scope) if (part.start < end && part.end > start) return true;
  return false;
}

function isIn({ offset, green }: SyntaxNode, term: Term): boolean {
  return touches(term, offset, offset + green.width);
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Kinds that hold articles, and lines of words that stand beside them. */
const CONTAINERS: ReadonlySet<NodeKind> = new Set([
  'document',
  'contents',
  'part',
  'subpart',
  'chapter',
  'section',
  'annex',
]);
const HEADINGS: ReadonlySet<NodeKind> = new Set(['entry', 'part', 'subpart', 'chapter', 'section', 'annex']);
const UNITS: ReadonlySet<NodeKind> = new Set(['article', 'clause', 'paragraph', 'preamble', 'item', 'subitem']);

function unitsOf(root: SyntaxNode): Unit[] {
  const units: Unit[] = [];
  const visit = (node: SyntaxNode): void => {
    for (const child of node.children) {
      if (HEADINGS.has(child.kind)) units.push({ node: child, isHeading: true });
      if (UNITS.has(child.kind)) units.push({ node: child, isHeading: false });
      else if (CONTAINERS.has(child.kind)) visit(child);
    }
  };
  visit(root);
  return units;
}

function termOf(
  { kind, name, place, whole, reach, isFormal, isPartial, isCoined }: FoundDefinition,
  unit: SyntaxNode,
): Term {
  const from = unit.offset;
  return {
    name,
    kind,
    span: { start: from + place.start, end: from + place.end },
    definition: { start: from + whole.start, end: from + whole.end },
    scope: scopeOf(reach, unit),
    isFormal,
    isPartial,
    isCoined,
  };
}

function scopeOf(reach: Reach, unit: SyntaxNode): readonly Span[] {
  const annex = unit.enclosing('annex');
  const whole = annex?.full ?? { start: 0, end: unit.tree.text.length };
  if (reach.kind === 'around') {
    const container = unit.enclosing(reach.container)?.full;
    return [container ?? (reach.container === 'article' ? unit.full : whole)];
  }
  if (reach.kind === 'instrument') return [whole];
  const cited = articleOf(annex ?? unit.tree.root, reach.number);
  // Where the article is not to be found, the word means what is said here everywhere.
  return cited ? (cited.offset === unit.offset ? [unit.full] : [cited.full, unit.full]) : [whole];
}

function articleOf(node: SyntaxNode, number: string): SyntaxNode | undefined {
  for (const child of node.children) {
    if (child.kind === 'article' && child.number === number) return child;
    const found = CONTAINERS.has(child.kind) && child.kind !== 'annex' ? articleOf(child, number) : undefined;
    if (found) return found;
  }
  return undefined;
}

const knownDefinitions = new Derived<readonly FoundDefinition[]>();

/** The definitions in a unit, with offsets from its start. */
function definitionsOf(unit: SyntaxNode): readonly FoundDefinition[] {
  let known = knownDefinitions.get(unit.green);
  if (!known) knownDefinitions.set(unit.green, (known = readDefinitions(unit)));
  return known;
}

function readDefinitions(unit: SyntaxNode): readonly FoundDefinition[] {
  const found: FoundDefinition[] = [];
  /** The list of terms that goes on through the paragraphs of an article. */
  let running: Subject | undefined;
  const read = (node: SyntaxNode, glossary: Subject | undefined): void => {
    let below = glossary;
    if (hasWords(node)) {
      const words = wordsOf(node);
      const from = node.body.start - unit.offset;
      for (const definition of meaningsIn(words, glossary ?? running)) {
        const whole = definition.isOpen
          ? { ...definition.whole, end: node.range.end - node.body.start }
          : definition.whole;
        found.push(moved({ ...definition, whole }, from));
      }
      const aliases = words.includes('称') ? instrumentAliases(words) : NONE;
      for (const definition of shortNamesIn(words)) {
        if (!aliases.some((start) => start === definition.place.start)) found.push(moved(definition, from));
      }
      const head = glossaryIn(words);
      if (head) below = node.kind === 'paragraph' ? (running = head) : head;
    }
    for (const child of node.children) read(child, below);
  };
  read(unit, undefined);
  return found.length > 0 ? found.sort((a, b) => a.place.start - b.place.start) : NONE;
}

/** Where the short names stand that are given to instruments, which are no terms but citations. */
function instrumentAliases(words: string): number[] {
  const aliases = collectAliases(
    words,
    (text, end) => STATUTE_NAMES.endingAt(text, end),
    (title) => title,
  );
  return aliases.map(({ definition }) => definition.start);
}

function moved(found: FoundDefinition, by: number): FoundDefinition {
  const { place, whole } = found;
  return {
    ...found,
    place: { start: place.start + by, end: place.end + by },
    whole: { start: whole.start + by, end: whole.end + by },
  };
}

const knownHits = new Derived<{ readonly matcher: TermMatcher; readonly hits: readonly Hit[] }>();

/** The names that stand in a unit, with offsets from its start. */
function hitsIn(unit: SyntaxNode, isHeading: boolean, matcher: TermMatcher): readonly Hit[] {
  const { green } = unit;
  const known = knownHits.get(green);
  if (known?.matcher === matcher) return known.hits;
  const hits = isHeading ? hitsInWords(unit, unit, matcher) : hitsBelow(unit, matcher);
  knownHits.set(green, { matcher, hits: hits.length > 0 ? hits : NONE });
  return hits;
}

function hitsBelow(unit: SyntaxNode, matcher: TermMatcher): Hit[] {
  return [...unit.walk()].flatMap((node) => (hasWords(node) ? hitsInWords(node, unit, matcher) : []));
}

function hitsInWords(node: SyntaxNode, unit: SyntaxNode, matcher: TermMatcher): Hit[] {
  const from = node.body.start - unit.offset;
  return matcher.find(wordsOf(node)).map(({ start, end, name }) => ({ start: start + from, end: end + from, name }));
}

/** Whether a node has words of its own; an article has none but those of its paragraphs. */
function hasWords({ kind, green }: SyntaxNode): boolean {
  return UNITS.has(kind) && kind !== 'article' && green.bodyEnd > green.bodyStart && green.bodyEnd <= green.headWidth;
}

function wordsOf({ tree, body }: SyntaxNode): string {
  return tree.text.slice(body.start, body.end);
}
