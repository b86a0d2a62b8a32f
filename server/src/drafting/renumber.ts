import { targetOf } from '../citations/provisions.js';
import type { Mention } from '../citations/resolve.js';
import { titleKey } from '../citations/titles.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import type { Span, SyntaxNode } from '../syntax/tree.js';
import { isRelative, ownName, withNumbers, wordsFor } from './citationWords.js';
import { applied, inOrder, type Edit } from './edits.js';
import { copyOf, FinalText } from './finalText.js';
import { Identity } from './identity.js';
import { numberingEdits } from './numbers.js';
import { hasTwin, nodesBetween, placeKey } from './places.js';
import { reportOf, type Reason, type Report } from './reports.js';
import { TextMap } from './textMap.js';

/** A text that a drafter has changed. */
export interface Draft {
  /** The version in which its citations, and those of it, were last right. */
  readonly before: RegulationDocument;
  /** The text as it stands; the same as `before` where only its numbers are to be put right. */
  readonly after: RegulationDocument;
  readonly map: TextMap;
  /** Which of its numbers are to be put right, by their places in `after`; all, where it is absent. */
  readonly renumbers?: (mark: Span) => boolean;
}

/** What makes the numbers of texts right, with every citation of what has got another number. */
export interface Renumbering {
  /** By URI; in text order. Of drafts those of `after`. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly reports: readonly Report[];
  /** How many citations are written anew. */
  readonly citations: number;
}

/** The own name of an instrument in front of a citation. */
const NAMED_BEFORE = /本(?:法典?|条例|规定|办法|细则|规则|决定)$/;
const LONGEST_NAME = 4;

/** How often citations are written anew until they say what they are to say. */
const MOST_ATTEMPTS = 4;

/**
 * Puts the numbers of drafts right and rewrites every citation of a provision that has got another number, or stands
 * elsewhere, so that it points at what it pointed at before: in the drafts and in the other texts of the workspace. What
 * can't be decided is left as it stands and reported. Each result is read again: what it cites is what was to be cited.
 *
 * @param library holds the drafts as they stand, and what cites them
 * @param isEditable whether a text that is no draft may be changed; what others cite is reported
 */
export function renumber(
  library: Library,
  drafts: readonly Draft[],
  isEditable: (document: RegulationDocument) => boolean,
): Renumbering {
  return new Renumberer(library, drafts, isEditable).run();
}

/** A text with what is to be changed in it. */
interface Text {
  readonly before: RegulationDocument;
  readonly after: RegulationDocument;
  readonly identity: Identity;
  readonly numbering: readonly Edit[];
  readonly isEditable: boolean;
  readonly citations: Citation[];
  /** As the edits make it. */
  final: FinalText;
}

/** One citation, or the two ends of a range with what lies between them. */
interface Citation {
  readonly span: Span;
  readonly mentions: readonly Mention[];
  /** What each mention is to point at, in the text as it stands. */
  readonly wanted: readonly (readonly Wanted[])[];
  /** For a range, what lay between its ends. */
  readonly between: readonly SyntaxNode[];
  state: 'kept' | 'numbers' | 'words' | 'left';
  newText: string | undefined;
  /** Where it stands in the final text. */
  final: Span;
}

/** A provision of a draft as it stands; or one that does not change. */
type Wanted = { readonly text: Text; readonly node: SyntaxNode } | { readonly place: string };

class Renumberer {
  private readonly texts: Text[];
  private readonly byBefore: Map<RegulationDocument, Text>;
  private readonly libraryBefore: Library;
  private readonly libraryAfter: Library;
  private readonly keys: ReadonlySet<string>;
  private readonly reports: Report[] = [];
  /** Citations that pointed at nothing, and are to go on so. */
  private readonly dangling: { text: Text; mention: Mention }[] = [];

  constructor(library: Library, drafts: readonly Draft[], isEditable: (document: RegulationDocument) => boolean) {
    this.keys = new Set(drafts.flatMap(({ before, after }) => [before.key, after.key]).filter(Boolean));
    const own = new Set(drafts.map(({ after }) => after.uri));
    const others = new Map<string, RegulationDocument>();
    for (const key of this.keys) {
      for (const { document } of library.citing({ key }))
        if (!own.has(document.uri)) others.set(document.uri, document);
    }
    this.texts = [
      ...drafts.map((draft) => textOf(draft, true)),
      ...[...others.values()].map((document) => {
        // A copy: what it cites is asked of several libraries, and the library's own document keeps one answer.
        const copy = copyOf(document, document.text);
        return textOf({ before: copy, after: copy, map: TextMap.same(copy.text.length) }, isEditable(document), false);
      }),
    ];
    this.byBefore = new Map(this.texts.map((text) => [text.before, text]));
    this.libraryBefore = library.replacing(this.texts.map(({ before }) => before));
    this.libraryAfter = library.replacing(this.texts.map(({ after }) => after));
  }

  run(): Renumbering {
    for (const text of this.texts) this.read(text);
    let library = this.finish();
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const wrong = this.texts.flatMap((text) =>
        text.citations
          .filter((citation) => citation.state !== 'left' && !this.isRight(library, text, citation))
          .map((citation) => ({ text, citation })),
      );
      if (wrong.length === 0) break;
      for (const { text, citation } of wrong) this.rewrite(text, citation);
      library = this.finish();
    }
    for (const text of this.texts) {
      for (const citation of text.citations) {
        if (citation.state !== 'left' && !this.isRight(library, text, citation)) this.leave(text, citation);
        else if (citation.state !== 'left') this.noteGrowth(library, text, citation);
      }
    }
    library = this.finish();
    this.noteNewMeanings(library);
    const edits = new Map(this.texts.map((text) => [text.after.uri, inOrder(text.after.text, editsOf(text))]));
    for (const [uri, list] of edits) if (list.length === 0) edits.delete(uri);
    const citations = this.texts.reduce((sum, text) => sum + text.citations.filter(isRewritten).length, 0);
    return {
      edits,
      reports: this.reports.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.span.start - b.span.start)),
      citations,
    };
  }

  /** Finds the citations of a text that name a draft, and what each is to point at. */
  private read(text: Text): void {
    const earlier = new Map<string, Mention>();
    for (const mention of this.libraryBefore.citationsOf(text.before).mentions) {
      const start = text.identity.stretch(mention.start, mention.end);
      if (start !== undefined) earlier.set(`${String(start)} ${String(start + mention.end - mention.start)}`, mention);
    }
    const { mentions } = this.libraryAfter.citationsOf(text.after);
    for (let index = 0; index < mentions.length; index++) {
      const mention = mentions[index];
      if (!mention || mention.kind !== 'provision') continue;
      const was = earlier.get(`${String(mention.start)} ${String(mention.end)}`);
      if (!this.concerns(text, was ?? mention)) continue;
      const next = mentions[index + 1];
      const end = next?.rangeEnd ? next : undefined;
      const wanted = this.wantedOf(text, mention, was);
      const endWas = end && earlier.get(`${String(end.start)} ${String(end.end)}`);
      const wantedEnd = end && this.wantedOf(text, end, endWas);
      if (end) index++;
      if (!wanted || (end && !wantedEnd)) continue;
      text.citations.push({
        span: { start: mention.start, end: (end ?? mention).end },
        mentions: end ? [mention, end] : [mention],
        wanted: wantedEnd ? [wanted, wantedEnd] : [wanted],
        between: end ? this.between(text, [mention, end], [was, endWas]) : [],
        state: 'kept',
        newText: undefined,
        final: mention,
      });
    }
  }

  /** Whether a citation names the own text of a draft, or another draft. */
  private concerns(text: Text, { doc, targets, nothingBefore }: Mention): boolean {
    if (targets.length === 0 && !nothingBefore) return false;
    return doc === 'self' ? text.identity.hasChanged || text.numbering.length > 0 : this.keys.has(titleKey(doc));
  }

  /**
   * What a citation is to point at; undefined where that is not ours to say, which is reported where it has to be.
   *
   * @param was the citation in the version before
   */
  private wantedOf(text: Text, mention: Mention, was: Mention | undefined): Wanted[] | undefined {
    const resolution = was
      ? this.libraryBefore.resolve(text.before, was)
      : this.libraryAfter.resolve(text.after, mention);
    if (resolution.state === 'missing-provision' || resolution.state === 'nothing-before') {
      this.dangling.push({ text, mention });
      return undefined;
    }
    if (resolution.state !== 'found') return undefined;
    const wanted: Wanted[] = [];
    for (const place of resolution.places) {
      const holder = this.texts.find(({ before, after }) => place.document === (was ? before : after));
      if (!holder) wanted.push({ place: placeKey(place) });
      else if (hasTwin(place.node) && !isAtHome(was ? text.before : text.after, was ?? mention, place.node)) {
        return this.report(text, mention, { kind: 'ambiguous', node: place.node });
      } else if (!was) wanted.push({ text: holder, node: place.node });
      else {
        const nodes = holder.identity.after(place.node);
        if (nodes.length === 0) return this.report(text, mention, { kind: 'deleted', node: place.node });
        for (const node of nodes) wanted.push({ text: holder, node });
      }
    }
    return wanted;
  }

  /** What lies between the ends of a range, where both are of one kind in one instrument. */
  private between(text: Text, mentions: readonly Mention[], was: readonly (Mention | undefined)[]): SyntaxNode[] {
    const isOld = was.every((mention) => mention !== undefined);
    const library = isOld ? this.libraryBefore : this.libraryAfter;
    const document = isOld ? text.before : text.after;
    const [first, last] = (isOld ? (was as Mention[]) : mentions).map((mention) => {
      const resolution = library.resolve(document, mention);
      return resolution.state === 'found' ? resolution.places[0] : undefined;
    });
    if (!first || !last || first.document !== last.document) return [];
    const nodes = nodesBetween(first.node, last.node);
    const holder = this.texts.find(({ before, after }) => first.document === (isOld ? before : after));
    if (!isOld || !holder) return nodes;
    const gone = nodes.filter((node) => holder.identity.after(node).length === 0);
    const [mention, end = mention] = mentions;
    if (gone.length > 0 && mention && end) {
      this.report(text, { start: mention.start, end: end.end }, { kind: 'shrank', nodes: gone });
    }
    return nodes.flatMap((node) => holder.identity.after(node));
  }

  private report(text: Text, span: Span, reason: Reason): undefined {
    this.reports.push(reportOf(text.after, span, reason));
  }

  /** Makes the final texts from the edits as they are now. */
  private finish(): Library {
    for (const text of this.texts) finishText(text);
    const library = this.libraryAfter.replacing(this.texts.map(({ final }) => final.document));
    for (const { final } of this.texts) final.readMentions(library);
    return library;
  }

  /** Whether a citation, as it is written now, points at what it is to point at. */
  private isRight(library: Library, text: Text, citation: Citation): boolean {
    const found = text.final.provisionsIn(citation.final);
    const wanted = citation.wanted.map((list) => list.map((one) => this.finalKey(one)));
    if (citation.state !== 'words') {
      if (found.length !== citation.mentions.length) return false;
      const ends = found.map((mention) => this.keysOf(library, text, mention));
      if (!ends.every((keys, index) => isSameSet(keys, wanted[index] ?? []))) return false;
      if (citation.mentions.length < 2) return true;
      // What is new in a range belongs to it; what stood elsewhere does not.
      const isNew = (key: string): boolean => this.texts.some(({ final }) => final.newKeys.has(key));
      const all = this.rangeKeys(library, text, found).filter((key) => !isNew(key));
      return isSameSet(all, [...wanted.flat(), ...this.betweenKeys(text, citation)]);
    }
    const all = rangesOf(found).flatMap((range) => this.rangeKeys(library, text, range));
    return isSameSet(all, [...wanted.flat(), ...this.betweenKeys(text, citation)]);
  }

  private betweenKeys(text: Text, { wanted, between }: Citation): string[] {
    const [first] = wanted[0] ?? [];
    const holder = first && 'text' in first ? first.text : text;
    return between.map((node) => holder.final.keyOf(node));
  }

  /** The places that one mention, or the two ends of a range and what is between them, point at. */
  private rangeKeys(library: Library, text: Text, mentions: readonly Mention[]): string[] {
    const [first, last] = mentions;
    if (!first) return [];
    if (!last) return this.keysOf(library, text, first);
    const places = [first, last].map((mention) => library.resolve(text.final.document, mention));
    const [from, to] = places.map((resolution) => (resolution.state === 'found' ? resolution.places[0] : undefined));
    if (!from || !to) return [];
    const between = nodesBetween(from.node, to.node).map((node) => placeKey({ document: from.document, node }));
    return [placeKey(from), ...between, placeKey(to)];
  }

  private keysOf(library: Library, text: Text, mention: Mention): string[] {
    const resolution = library.resolve(text.final.document, mention);
    return resolution.state === 'found' ? resolution.places.map(placeKey) : [];
  }

  private finalKey(wanted: Wanted): string {
    if ('place' in wanted) return wanted.place;
    return wanted.text.final.keyOf(wanted.node);
  }

  /** Writes a citation in the next way there is. */
  private rewrite(text: Text, citation: Citation): void {
    if (!text.isEditable) return this.leave(text, citation);
    if (citation.state === 'kept') {
      citation.state = 'numbers';
      citation.newText = this.inNumbers(text, citation);
      if (citation.newText !== undefined) return;
    }
    if (citation.state === 'numbers') {
      citation.state = 'words';
      citation.newText = this.inWords(text, citation);
      if (citation.newText !== undefined) return;
    }
    this.leave(text, citation);
  }

  /** What can't be said is left as it stands, and reported. */
  private leave(text: Text, citation: Citation): void {
    citation.state = 'left';
    citation.newText = undefined;
    const nodes = citation.wanted
      .flat()
      .flatMap((one) => ('text' in one ? (one.text.final.nodeOf(one.node) ?? []) : []));
    this.report(text, citation.span, { kind: text.isEditable ? 'left' : 'elsewhere', nodes });
  }

  private inNumbers({ after }: Text, { span, mentions, wanted }: Citation): string | undefined {
    let words = '';
    let at = span.start;
    for (const [index, mention] of mentions.entries()) {
      const [one, ...others] = wanted[index] ?? [];
      const [from, ...more] = mention.targets;
      if (!one || !from || others.length > 0 || more.length > 0 || !('text' in one)) return undefined;
      const node = one.text.final.nodeOf(one.node);
      const written = node && withNumbers(after.text.slice(mention.start, mention.end), from, targetOf(node));
      if (written === undefined) return undefined;
      words += after.text.slice(at, mention.start) + written;
      at = mention.end;
    }
    return words;
  }

  private inWords(text: Text, citation: Citation): string | undefined {
    const wanted = citation.wanted.flat();
    const nodes = new Set<SyntaxNode>();
    let holder: Text | undefined;
    for (const one of wanted) {
      if (!('text' in one) || (holder && holder !== one.text)) return undefined;
      holder = one.text;
      const node = one.text.final.nodeOf(one.node);
      if (!node) return undefined;
      nodes.add(node);
    }
    if (!holder) return undefined;
    for (const each of citation.between) {
      const node = holder.final.nodeOf(each);
      if (node) nodes.add(node);
    }
    const inText = [...nodes].sort((a, b) => a.full.start - b.full.start);
    const isOwn = citation.mentions[0]?.doc === 'self';
    const home = isOwn ? targetOf(text.final.document.tree.nodeAt(citation.final.start)) : undefined;
    const written = text.after.text.slice(citation.span.start, citation.span.end);
    // 本条例 stands in front already, or is not said where an article is named: 第三条.
    const isNamed =
      !isOwn ||
      !isRelative(written) ||
      NAMED_BEFORE.test(text.after.text.slice(Math.max(0, citation.span.start - LONGEST_NAME), citation.span.start));
    const words = wordsFor(inText.map(targetOf), isNamed ? undefined : home, isNamed ? '' : ownName(text.after.title));
    return words || undefined;
  }

  /** A range that now holds what is new says more than before. */
  private noteGrowth(library: Library, text: Text, citation: Citation): void {
    if (citation.mentions.length < 2 || citation.state === 'words') return;
    const span = citation.final;
    const found = text.final.provisionsIn(span);
    const count = this.rangeKeys(library, text, found).length;
    const before = citation.between.length + 2;
    if (count > before)
      this.report(text, citation.span, {
        kind: 'grew',
        words: text.final.document.characters.slice(span.start, span.end),
        count: count - before,
      });
  }

  /** A citation that pointed at nothing may now point at something that it never meant. */
  private noteNewMeanings(library: Library): void {
    for (const { text, mention } of this.dangling) {
      const start = text.final.map.stretch(mention.start, mention.end);
      if (start === undefined) continue;
      const [now] = text.final.provisionsIn({ start, end: start + mention.end - mention.start });
      const resolution = now && library.resolve(text.final.document, now);
      const isNew = resolution?.state === 'found' && this.libraryAfter.resolve(text.after, mention).state !== 'found';
      if (isNew) this.report(text, mention, { kind: 'newMeaning' });
    }
  }
}

function textOf({ before, after, map, renumbers }: Draft, isEditable: boolean, isDraft = true): Text {
  const identity = new Identity(before.tree, after.tree, map);
  const all = isDraft ? numberingEdits(after, identity) : [];
  const numbering = renumbers ? all.filter(({ span }) => renumbers(span)) : all;
  const final = new FinalText(after, after.text, TextMap.same(after.text.length), identity);
  return { before, after, identity, numbering, isEditable, citations: [], final };
}

function editsOf({ numbering, citations }: Text): Edit[] {
  const rewritten = citations.flatMap(({ span, newText }) => (newText === undefined ? [] : [{ span, newText }]));
  return [...numbering, ...rewritten];
}

/** Makes the final text from the edits as they are now, and finds where the citations stand in it. */
function finishText(text: Text): void {
  const { after, citations } = text;
  const edits = inOrder(after.text, editsOf(text));
  const result = applied(after.text, edits);
  if (result.text !== text.final.document.text)
    text.final = new FinalText(after, result.text, result.map, text.identity);
  let shift = 0;
  let at = 0;
  for (const citation of citations) {
    const { span, newText } = citation;
    for (let edit = edits[at]; edit && edit.span.end <= span.start; edit = edits[++at]) {
      shift += edit.newText.length - (edit.span.end - edit.span.start);
    }
    const start = span.start + shift;
    citation.final = { start, end: start + (newText?.length ?? span.end - span.start) };
  }
}

/** Of two provisions with one number 本条 and 前款 mean the one that they stand in. */
function isAtHome(document: RegulationDocument, mention: Mention, node: SyntaxNode): boolean {
  return mention.doc === 'self' && document.homeOf(mention).enclosing('article') === node.enclosing('article');
}

/** The places that a citation points at are the same, in whatever order. */
function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [new Set(one), new Set(other)];
  return left.size === right.size && [...left].every((key) => right.has(key));
}

/** Single mentions, and the two ends of each range. */
function rangesOf(mentions: readonly Mention[]): Mention[][] {
  const ranges: Mention[][] = [];
  for (const mention of mentions) {
    if (mention.rangeEnd) ranges.at(-1)?.push(mention);
    else ranges.push([mention]);
  }
  return ranges;
}

function isRewritten({ newText }: Citation): boolean {
  return newText !== undefined;
}
