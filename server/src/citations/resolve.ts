import type { SyntaxNode } from '../syntax/tree.js';
import type { Antecedents, Cited } from './antecedents.js';
import { innermostUnit, levelOf, outerPart, withoutContainers, type Target, type Unit } from './coordinates.js';
import { hasItems, ordered, type Provisions, siblingsBefore, targetOf, unitOf } from './provisions.js';
import type { Step } from './chain.js';
import type { Found, FoundProvision, InstrumentReference, RelativeHead } from './scan.js';

/**
 * A citation, of a document or of a provision, with what it points at. Offsets are UTF-16 units of the whole text. It is
 * plain data: it holds on to no tree.
 */
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
}

/** The texts that a resolver may look into, to complete a citation of an item. */
export interface Texts {
  /** The provisions of an instrument by its full title; several where it is published part by part; none if unknown. */
  provisionsOf(title: string): readonly Provisions[];
  /** Whether an instrument of this full title is at hand. */
  knows(title: string): boolean;
  /**
   * The full title of the instrument whose issuer stands in front of 《》; undefined where one has the bare title, or none
   * the whole one. What it rests on is the state of the bare title.
   *
   * @param title a title that begins with 关于
   * @param issuer words that end in the issuer, if one is named
   */
  withIssuer?(title: string, issuer: string): string | undefined;
  /**
   * Names what the others give for a title: as long as it is the same, so are they. Where it is there, mentions are
   * remembered from one version of a text to the next.
   */
  stateOf?(title: string): unknown;
}

/** The full title of what is named with the issuer outside of 《》, or, where no text is at hand, as it is written. */
export function titleMeant(title: string, issuer: string | undefined, texts: Texts): string {
  return (issuer === undefined ? undefined : texts.withIssuer?.(title, issuer)) ?? title;
}

/** What holds for one instrument or annex while its text is resolved. */
export interface Surroundings {
  readonly provisions: Provisions;
  readonly texts: Texts;
  /** For a file that holds one part of a statute: which part it is. */
  readonly part: number | undefined;
}

/** Which instrument is meant, at an offset of the unit, where none is named. */
export interface InstrumentAt {
  /** By 第三条. */
  unnamed(offset: number): string;
  /** By 本法 or another such word; by 本条 or 前款, where the word is empty. */
  self(word: string, offset: number): string;
  /** In an amending decision: the provision of the amended instrument that the words speak of or, quoted, stand in. */
  place(offset: number): Target | undefined;
  /** An amending decision is told what it has cited of the amended instrument, and whether in a list with what it cited before. */
  cited(target: Target, offset: number, inList: boolean): void;
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
  for (const item of found) {
    const place = { start: start + item.start, end: start + item.end };
    if (item.kind === 'document') {
      if (item.ifKnown && item.title !== undefined && !surroundings.texts.knows(item.title)) continue;
      const doc =
        item.title === undefined
          ? (antecedents.meantBy(item.word ?? '') ?? '')
          : titleMeant(item.title, item.issuer, surroundings.texts);
      if (doc === '') continue;
      antecedents.named(doc);
      mentions.push({ kind: 'document', ...place, doc, targets: [], rangeEnd: false, nothingBefore: false });
      continue;
    }
    const { doc, targets, nothingBefore, written } = resolver.provision(item, text, instruments);
    // Outside of a list 前三项 counts something else: 对前三项污染物征收.
    if (nothingBefore && item.head?.unit === 'item' && !home.enclosing('item')) continue;
    const target = targets.at(-1);
    if (target && doc !== 'self' && doc === instruments.unnamed(item.start)) {
      instruments.cited(target, item.start, item.link === 'list');
    }
    if (target) {
      antecedents.provision = { doc, target, written: written ?? target };
      // An item that was cited leaves its article to the items that are cited after it.
      if (target.article !== undefined) {
        antecedents.inParagraph = { doc, target: outerPart(target, 'item'), unit: innermostUnit(target) };
      }
    }
    mentions.push({ kind: 'provision', ...place, doc, targets, rangeEnd: item.rangeEnd, nothingBefore });
  }
  return mentions;
}

type Resolved = Pick<Mention, 'doc' | 'targets' | 'nothingBefore'> & { readonly written: Target | undefined };

class Resolver {
  private readonly own: Target;

  constructor(
    private readonly home: SyntaxNode,
    private readonly surroundings: Surroundings,
    private readonly antecedents: Antecedents,
  ) {
    this.own = targetOf(home);
  }

  provision(found: FoundProvision, text: string, instruments: InstrumentAt): Resolved {
    const named = this.docOf(found, instruments);
    const { doc, bases, nothingBefore } = this.bases(found, named, text, instruments);
    const written = bases.map((base) => this.extend(base, found, doc));
    const tails = found.tail ? written.flatMap((target) => this.tail(target, found.tail, doc)) : written;
    const targets = tails.map((target) => ordered(withoutContainers(this.complete(target, doc))));
    return { doc, targets, nothingBefore, written: tails.at(-1) };
  }

  private docOf(found: FoundProvision, instruments: InstrumentAt): string {
    const { link, head, start } = found;
    const instrument = this.instrumentOf(found);
    if (instrument?.to === 'title') return titleMeant(instrument.title, instrument.issuer, this.surroundings.texts);
    if (instrument?.to === 'anaphora') return this.antecedents.meantBy(instrument.word) ?? '';
    if (instrument?.to === 'self') return instruments.self(instrument.word, start);
    if (link || head?.word === '该' || head?.word === '同') return this.antecedents.provision?.doc ?? 'self';
    return head ? instruments.self('', start) : instruments.unnamed(start);
  }

  /** The instrument named in front, unless only its form made a name of it and no such instrument is at hand. */
  private instrumentOf({ instrument }: FoundProvision): InstrumentReference | undefined {
    const isGuess = instrument?.to === 'title' && instrument.ifKnown;
    return isGuess && !this.surroundings.texts.knows(instrument.title) ? undefined : instrument;
  }

  /** What the steps of a citation count from, and in which instrument. */
  private bases(
    found: FoundProvision,
    doc: string,
    text: string,
    instruments: InstrumentAt,
  ): { doc: string; bases: Target[]; nothingBefore: boolean } {
    if (found.head) {
      if (doc !== 'self' && found.head.word !== '该' && found.head.word !== '同') {
        // 本章第一百零二条: the article says where it is, whatever chapter that is.
        const bases = found.steps[0]?.unit === 'article' ? [{}] : inWording(found.head, instruments.place(found.start));
        return { doc, bases, nothingBefore: false };
      }
      return { doc, ...this.relative(found.head) };
    }
    const first = found.steps[0];
    if (first === undefined) return { doc, bases: [{}], nothingBefore: false };
    const antecedent = this.antecedents.provision;
    if (found.link && antecedent) {
      return { doc, bases: [outerPart(antecedent.written, first.unit)], nothingBefore: false };
    }
    if (this.instrumentOf(found)) return { doc, bases: [{}], nothingBefore: false };
    if (doc !== 'self') {
      const place = instruments.place(found.start);
      return { doc, bases: [place ? outerPart(place, first.unit) : {}], nothingBefore: false };
    }
    const base = this.unnamedBase(first, found, text);
    return { doc: base.doc, bases: [base.target], nothingBefore: false };
  }

  /**
   * What a citation leaves out that names no instrument and stands in no list. Its own article, paragraph or chapter as a
   * rule; what the paragraph cited before, where only that has such a provision.
   */
  private unnamedBase(first: Step, found: FoundProvision, text: string): Cited {
    const cited = this.antecedents.inParagraph;
    const number = Number(first.value);
    // Nobody violates the penalties that the words stand in: 违反第三款 is the duty's that was cited before.
    const violated = text.startsWith('违反', found.start - 2);
    // 在《安排》第六条中增加一款作为第二款, 原第三项: of the article that is changed.
    if (
      cited &&
      first.unit !== 'article' &&
      /(?:作为|改为|原)$/.test(text.slice(Math.max(0, found.start - 2), found.start))
    )
      return { ...cited, target: outerPart(cited.target, first.unit) };
    switch (first.unit) {
      case 'article': {
        // 民法典第一百九十五条…再次出现第一百九十五条: an article that the own instrument does not have.
        const foreign = cited && cited.doc !== 'self' && !this.textsOf('self').some((own) => own.article(first.value));
        return foreign ? { doc: cited.doc, target: {} } : { doc: 'self', target: {} };
      }
      case 'paragraph': {
        const own = { doc: 'self', target: outerPart(this.own, 'paragraph') };
        const isOwn = this.own.paragraph === number;
        if (!cited || (!violated && !isOwn && this.has(own, { paragraph: number }))) return own;
        const other = { ...cited, target: outerPart(cited.target, 'paragraph') };
        return this.mayHave(other, { paragraph: number }) ? other : own;
      }
      case 'item':
        return this.itemBase(number, violated);
      case 'subitem':
        return { doc: 'self', target: outerPart(this.own, 'subitem') };
      case 'part':
        return { doc: 'self', target: {} };
      default: {
        // 刑法分则第八章…其他章中依照第八章: the same chapter again.
        const before = this.antecedents.provision;
        const again = before?.doc !== 'self' && before?.target[first.unit] === number;
        if (before && again) return { ...before, target: outerPart(before.target, first.unit) };
        return { doc: 'self', target: outerPart(containersAbove(this.home), first.unit) };
      }
    }
  }

  /**
   * Bare 第三项: of its own paragraph, if that has items; of the article that the paragraph cites before it for those
   * items (违反本条例第二十条规定，有第三项行为的); else of the nearest paragraph above that has some.
   *
   * @param violated whether it reads 违反第三项
   */
  private itemBase(item: number, violated: boolean): Cited {
    const paragraph = this.home.enclosing('paragraph');
    const own: Cited = { doc: 'self', target: outerPart(this.own, 'item') };
    const cited = this.antecedents.inParagraph;
    if (violated && cited?.doc === 'self') return cited;
    // An item does not cite itself, nor those below it.
    const above = item < (this.own.item ?? Number.POSITIVE_INFINITY);
    if (above && paragraph && hasItems(paragraph) && this.has(own, { item })) return own;
    if (cited && this.mayHave(cited, { item })) return cited;
    if (paragraph && hasItems(paragraph) && this.has(own, { item })) return own;
    const siblings = (paragraph?.parent?.children ?? []).slice(0, Math.max(0, (this.own.paragraph ?? 1) - 1));
    const listing = siblings.filter(hasItems);
    const holding = listing.map((sibling) => ({ doc: 'self', target: targetOf(sibling) }));
    const nearest = holding.findLast((candidate) => this.has(candidate, { item }));
    if (nearest || (paragraph && hasItems(paragraph))) return nearest ?? own;
    return holding.at(-1) ?? own;
  }

  /** Whether a text at hand has the provision. */
  private has({ doc, target }: Cited, inner: Target): boolean {
    return this.textsOf(doc).some((text) => text.find(text.withParagraph({ ...target, ...inner })) !== undefined);
  }

  /**
   * Whether a provision cited before has another one beside the one cited, where no text tells: only if what was cited
   * was of its kind (政府采购法第三十条第三项…；第四项…).
   */
  private mayHave(cited: Cited, inner: Target): boolean {
    if (this.has(cited, inner)) return true;
    return cited.doc !== 'self' && this.textsOf(cited.doc).length === 0 && cited.unit === innermostUnit(inner);
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
    const node = this.enclosing(unit);
    // What stands in no paragraph, as a preamble, has none before it either; that is not for us to judge.
    if (!node) return { bases: [], nothingBefore: unit === 'item' };
    const before = this.siblingsBefore(unit, node, count);
    const bases = before.map((sibling) =>
      levelOf(unit) < levelOf('article') ? containersAbove(sibling) : targetOf(sibling),
    );
    return { bases: before.length === count ? bases : [], nothingBefore: before.length < count };
  }

  private siblingsBefore(unit: Unit, node: SyntaxNode, count: number): readonly SyntaxNode[] {
    const { provisions } = this.surroundings;
    if (unit === 'article') return provisions.before(node, count);
    return levelOf(unit) < levelOf('article') ? provisions.containersBefore(node, count) : siblingsBefore(node, count);
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
    return target;
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
    return Array.from({ length: count }, (_, index) => ({ ...target, [unit]: index + 1 }));
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

/** 前款, 前项, 前条 or 本条 in the new wording that a decision quotes, from where that wording will stand. */
function inWording({ word, unit, count }: RelativeHead, place: Target | undefined): Target[] {
  const own = place && cut(place, unit);
  if (!own) return [];
  if (word === '本') return [own];
  // Whether articles were inserted before the one before is not at hand; 第十条之一 stands behind 第十条.
  if (unit === 'article') return count === 1 ? articleBefore(own) : [];
  const number = own[unit];
  if (number === undefined || number <= count) return [];
  return Array.from({ length: count }, (_, index) => ({ ...own, [unit]: number - count + index }));
}

function articleBefore({ article = '' }: Target): Target[] {
  const [number = '', inserted] = article.split('-');
  if (inserted === undefined) return Number(number) > 1 ? [{ article: String(Number(number) - 1) }] : [];
  return [{ article: Number(inserted) > 1 ? `${number}-${String(Number(inserted) - 1)}` : number }];
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
