import type { SyntaxNode } from '../syntax/tree.js';
import {
  innermostUnit,
  levelOf,
  outerPart,
  withoutContainers,
  type Target,
  type Unit,
} from './coordinates.js';
import { hasItems, ordered, Provisions, targetOf, unitOf } from './provisions.js';
import type { Found, FoundProvision, RelativeHead } from './scan.js';

/** A citation, of a document or of a provision, with what it points at. Offsets are UTF-16 units of the whole text. */
export interface Mention {
  readonly kind: 'document' | 'provision';
  readonly start: number;
  readonly end: number;
  /** `self`, or the full title of the instrument cited; empty where 该法 has nothing to refer to. */
  readonly doc: string;
  /** Several for 前两款; none for a document, or where nothing stands before (前款 in a first paragraph). */
  readonly targets: readonly Target[];
  /** The second end of a range (第一项至第五项). */
  readonly rangeEnd: boolean;
  /** 前款, 前条 or 前项 with too few before it. */
  readonly nothingBefore: boolean;
  /** The node whose text the mention stands in. */
  readonly home: SyntaxNode;
}

/** The texts that a resolver may look into, to complete a citation of an item. */
export interface Texts {
  /** The provisions of an instrument by its full title; several where it is published part by part; none if unknown. */
  provisionsOf(title: string): readonly Provisions[];
}

/** What holds for one instrument or annex while its text is resolved. */
export interface Surroundings {
  readonly provisions: Provisions;
  readonly texts: Texts;
  /** For a file that holds one part of a statute: which part it is. */
  readonly part: number | undefined;
}

/** What the mentions before leave for those that follow: 该法, 该款, and lists. */
export class Antecedents {
  document: string | undefined;
  provision: { doc: string; target: Target } | undefined;
  /** The provision cited before in the same sentence. */
  inSentence: { doc: string; target: Target } | undefined;
}

/** Which instrument a provision belongs to that names none, and what 本法 stands for, at an offset of the unit. */
export interface InstrumentAt {
  unnamed(offset: number): string;
  self(word: string, offset: number): string;
}

/**
 * Resolves what was found in the text of one node.
 *
 * @param start offset of that text in the whole
 */
export function resolveFound(
  found: readonly Found[],
  text: string,
  start: number,
  home: SyntaxNode,
  surroundings: Surroundings,
  instruments: InstrumentAt,
  antecedents: Antecedents,
): Mention[] {
  const resolver = new Resolver(home, surroundings, antecedents);
  const mentions: Mention[] = [];
  let last = 0;
  for (const item of found) {
    if (/[。；]/.test(text.slice(last, item.start))) antecedents.inSentence = undefined;
    last = item.end;
    const place = { start: start + item.start, end: start + item.end, home };
    if (item.kind === 'document') {
      const doc = item.title ?? antecedents.document ?? '';
      if (doc === '') continue;
      antecedents.document = doc;
      mentions.push({ ...place, kind: 'document', doc, targets: [], rangeEnd: false, nothingBefore: false });
      continue;
    }
    const { doc, targets, nothingBefore } = resolver.provision(item, instruments);
    const target = targets.at(-1);
    if (target) antecedents.provision = antecedents.inSentence = { doc, target };
    mentions.push({ ...place, kind: 'provision', doc, targets, rangeEnd: item.rangeEnd, nothingBefore });
  }
  return mentions;
}

type Resolved = Pick<Mention, 'doc' | 'targets' | 'nothingBefore'>;

class Resolver {
  private readonly own: Target;

  constructor(
    private readonly home: SyntaxNode,
    private readonly surroundings: Surroundings,
    private readonly antecedents: Antecedents,
  ) {
    this.own = targetOf(home);
  }

  provision(found: FoundProvision, instruments: InstrumentAt): Resolved {
    const doc = this.docOf(found, instruments);
    const { bases, nothingBefore } = this.bases(found, doc);
    const targets = bases.map((base) => this.extend(base, found, doc));
    const tails = found.tail ? targets.flatMap((target) => this.tail(target, found.tail, doc)) : targets;
    return { doc, targets: tails.map((target) => ordered(withoutContainers(target))), nothingBefore };
  }

  private docOf({ instrument, link, head, start }: FoundProvision, instruments: InstrumentAt): string {
    if (instrument?.to === 'title') return instrument.title;
    if (instrument?.to === 'anaphora') return this.antecedents.document ?? '';
    if (instrument?.to === 'self') return instruments.self(instrument.word, start);
    if (link || head?.word === '该' || head?.word === '同') return this.antecedents.provision?.doc ?? 'self';
    return head ? 'self' : instruments.unnamed(start);
  }

  /** What the steps of a citation count from. */
  private bases(found: FoundProvision, doc: string): { bases: Target[]; nothingBefore: boolean } {
    if (found.head) return this.relative(found.head);
    const first = found.steps[0]?.unit;
    if (first === undefined) return { bases: [{}], nothingBefore: false };
    const antecedent = this.antecedents.provision;
    if (found.link && antecedent) return { bases: [outerPart(antecedent.target, first)], nothingBefore: false };
    return { bases: [doc === 'self' ? this.ownBase(first, found) : {}], nothingBefore: false };
  }

  /** What a citation leaves out that names no instrument and stands in no list: its own article, paragraph, chapter. */
  private ownBase(first: Unit, found: FoundProvision): Target {
    if (found.instrument || first === 'article' || first === 'part') return {};
    if (first === 'paragraph') return outerPart(this.own, 'paragraph');
    if (first === 'item') return this.itemBase(Number(found.steps[0]?.value));
    if (first === 'subitem') return outerPart(this.own, 'subitem');
    return outerPart(containersAbove(this.home), first);
  }

  /**
   * Bare 第三项: of a provision cited before it in the sentence that has the item; of its own paragraph, if that has
   * items; else of the nearest paragraph above that has some.
   */
  private itemBase(item: number): Target {
    const { article, paragraph } = this.own;
    const ownParagraph = this.home.enclosing('paragraph');
    const outer: Target = { ...(article !== undefined && { article }), ...(paragraph !== undefined && { paragraph }) };
    if (ownParagraph && hasItems(ownParagraph)) return outer;
    const cited = this.antecedents.inSentence;
    if (cited?.doc === 'self' && cited.target.article !== undefined && cited.target.item === undefined) {
      const target = this.surroundings.provisions.withParagraph({ ...cited.target, item });
      if (this.surroundings.provisions.find(target)) return outerPart(target, 'item');
    }
    const siblings = ownParagraph?.parent?.children ?? [];
    const above = siblings.slice(0, Math.max(0, (paragraph ?? 1) - 1)).findLast(hasItems);
    return above ? { ...outer, paragraph: Number(above.number) } : outer;
  }

  private relative(head: RelativeHead): { bases: Target[]; nothingBefore: boolean } {
    if (head.word === '前') return this.before(head);
    if (head.word === '本') {
      const base = this.ownProvision(head.unit);
      return { bases: base ? [base] : [], nothingBefore: false };
    }
    const antecedent = this.antecedents.provision;
    const base = antecedent && cut(antecedent.target, head.unit);
    return { bases: base ? [base] : [], nothingBefore: false };
  }

  /** 前款, 前两条: so many siblings before the one the citation stands in. */
  private before({ unit, count }: RelativeHead): { bases: Target[]; nothingBefore: boolean } {
    const siblings = this.siblings(unit);
    const node = this.enclosing(unit);
    const index = node ? siblings.indexOf(node) : -1;
    const before = index < 0 ? [] : siblings.slice(Math.max(0, index - count), index);
    const bases = before.map((sibling) => (levelOf(unit) < levelOf('article') ? containersAbove(sibling) : targetOf(sibling)));
    return { bases: before.length === count ? bases : [], nothingBefore: before.length < count };
  }

  private siblings(unit: Unit): readonly SyntaxNode[] {
    if (unit === 'article') return this.surroundings.provisions.articles;
    const node = this.enclosing(unit);
    return node?.parent?.children.filter(({ kind }) => kind === node.kind) ?? [];
  }

  private enclosing(unit: Unit): SyntaxNode | undefined {
    for (let at: SyntaxNode | undefined = this.home; at; at = at.parent) if (unitOf(at) === unit) return at;
    return undefined;
  }

  private extend(base: Target, { steps }: FoundProvision, doc: string): Target {
    const target: Target = { ...base };
    for (const { unit, value } of steps) {
      if (unit === 'article') target.article = value;
      else if (Number.isNaN(Number(value))) Object.assign(target, this.partNamed(value, doc));
      else target[unit] = Number(value);
    }
    return this.complete(target, doc);
  }

  /** The part whose heading is 总则 or 分则. */
  private partNamed(heading: string, doc: string): Target {
    const part = this.textsOf(doc)
      .map((provisions) => provisions.partNamed(heading))
      .find((number) => number !== undefined);
    return part === undefined ? {} : { part };
  }

  private complete(target: Target, doc: string): Target {
    if (target.item === undefined || target.paragraph !== undefined) return target;
    for (const provisions of this.textsOf(doc)) {
      if (target.article !== undefined && provisions.article(target.article)) return provisions.withParagraph(target);
    }
    return target;
  }

  /** 前两款 behind a chain: of this very article those before, of another one the first two. */
  private tail(target: Target, head: RelativeHead | undefined, doc: string): Target[] {
    if (!head) return [target];
    const { unit, count } = head;
    const own = doc === 'self' && cut(this.own, innermostUnit(target) ?? 'article');
    if (own && JSON.stringify(ordered(own)) === JSON.stringify(ordered(target))) {
      const { bases } = this.before(head);
      if (bases.length > 0) return bases;
    }
    return Array.from({ length: count }, (_, index) => this.complete({ ...target, [unit]: index + 1 }, doc));
  }

  private textsOf(doc: string): readonly Provisions[] {
    if (doc !== 'self') return this.surroundings.texts.provisionsOf(doc);
    return [this.surroundings.provisions, ...this.surroundings.texts.provisionsOf('self')];
  }

  /** 本条, 本章; 本编 also where the whole file is one part of a statute. */
  private ownProvision(unit: Unit): Target | undefined {
    if (levelOf(unit) >= levelOf('article')) return cut(this.own, unit);
    const { part } = this.surroundings;
    return cut(containersAbove(this.home), unit) ?? (unit === 'part' && part !== undefined ? { part } : undefined);
  }
}

function containersAbove(node: SyntaxNode): Target {
  const target: Target = {};
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) {
    const unit = unitOf(at);
    if (unit && unit !== 'article' && levelOf(unit) < levelOf('article') && at.number) target[unit] = Number(at.number);
  }
  return ordered(target);
}

/** The coordinates down to a unit; undefined where the target does not go so deep. */
function cut(target: Target, unit: Unit): Target | undefined {
  if (target[unit] === undefined) return undefined;
  return { ...outerPart(target, unit), [unit]: target[unit] };
}
