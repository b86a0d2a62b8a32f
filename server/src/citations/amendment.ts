import { parseNumeral } from '../syntax/numerals.js';
import type { TitleMeant } from './aliases.js';
import type { Target } from './coordinates.js';
import { wordsOfIssuer } from './issuers.js';
import type { InstrumentAt } from './resolve.js';
import { fullTitle, readTitle } from './titles.js';

/** An item that stands in quoted wording is no paragraph of its own. */
const ITEM = /^[“"]?[（(]([一二三四五六七八九十]+)[)）]/;

/**
 * What an amending decision amends. In it 第三条 that names no instrument is the amended instrument's, and so is 本法
 * within the quoted new wording; 本决定 is its own (norms on amending decisions: 关于修改《…》的决定). 第二款 that names no
 * article is the one's that was cited last outside of quotations, and quoted wording stands where it will stand in the
 * amended instrument, each of its paragraphs one further than the one before: so 前款, 前项 and 本条 in it have a meaning.
 */
export class AmendedInstrument implements InstrumentAt {
  private quoteOpen = false;
  private quoted: { start: number; end: number }[] = [];
  /** The provision that the decision speaks of. */
  private subject: Target | undefined;
  /** Where the quoted wording stands. */
  private wording: Target | undefined;

  private constructor(
    private title: string | undefined,
    private readonly titleMeant: TitleMeant,
  ) {}

  /**
   * For an instrument by its title; undefined where it amends nothing and has no articles but another's to speak of.
   *
   * @param titleMeant the full title of one whose issuer is left out
   */
  static of(title: string, titleMeant: TitleMeant = (written) => written): AmendedInstrument | undefined {
    const statute = amendedStatute(title);
    if (statute !== undefined) return new AmendedInstrument(statute, titleMeant);
    const decision = /关于修改(.*)的(?:决定|决议)$/.exec(title)?.[1];
    if (decision === undefined) return undefined;
    const amended = /^《(.*)》$/.exec(decision.trim())?.[1];
    const instrument = new AmendedInstrument(undefined, titleMeant);
    if (amended !== undefined) instrument.amends(amended);
    return instrument;
  }

  /** For an annex of a decision by the decision's title: one on several instruments may amend them there. */
  static ofAnnex(title: string, titleMeant: TitleMeant): AmendedInstrument | undefined {
    const decision = AmendedInstrument.of(title, titleMeant);
    return decision?.title === undefined ? decision : undefined;
  }

  /**
   * Reads on in the decision: the text of the next paragraph, which may name another instrument and go on a quotation.
   *
   * @param place whether it begins a clause or article of the decision, is a later paragraph of one, or an item
   * @param item the number of an item, which is not in its text
   */
  enter(text: string, place: 'first' | 'later' | 'item', item?: number): void {
    const heading =
      /^修改\s*《((?:[^《》]|《[^》]*》)*)》\s*$/.exec(text) ??
      /^(?:将|对)?《((?:[^《》]|《[^》]*》)*)》(?:第|作)/.exec(text);
    if (heading?.[1]) this.amends(heading[1]);
    const quotedItem = place === 'item' ? item : parseNumeral(ITEM.exec(text)?.[1] ?? '').value;
    if (this.quoteOpen) this.nextInWording(place === 'item', quotedItem);
    else if (place === 'first') this.subject = this.wording = undefined;
    this.quoted = [];
    // A quotation that goes on begins before the first character.
    let start = this.quoteOpen ? -1 : undefined;
    for (let at = 0; at < text.length; at++) {
      // A straight mark that begins a paragraph of a quotation opens it anew, as “ does.
      if (text[at] === '“' || (text[at] === '"' && (start === undefined || at === 0))) start ??= at;
      else if ((text[at] === '”' || text[at] === '"') && start !== undefined) {
        this.quoted.push({ start, end: at });
        start = undefined;
      }
    }
    if (start !== undefined) this.quoted.push({ start, end: text.length });
    this.quoteOpen = start !== undefined;
  }

  unnamed(): string {
    return this.title ?? 'self';
  }

  self(word: string, offset: number): string {
    return !this.isQuoted(offset) && /^(?:本(?:决定|决议|修正案))?$/.test(word) ? 'self' : (this.title ?? 'self');
  }

  place(offset: number): Target | undefined {
    return this.isQuoted(offset) ? this.wording : this.subject;
  }

  cited(target: Target, offset: number, inList: boolean): void {
    if (this.isQuoted(offset)) return;
    const { article, paragraph = 1, item } = target;
    // Of 第二款、第三款修改为 the wording begins with the first.
    if (inList && article !== undefined && this.subject?.article === article) return;
    this.subject = target;
    this.wording = article === undefined ? undefined : { article, paragraph, ...(item !== undefined && { item }) };
  }

  private amends(bracketed: string): void {
    const title = readTitle(bracketed);
    this.title = this.titleMeant(fullTitle(title), wordsOfIssuer('', 0, title));
  }

  /** Goes on to the next paragraph of the quoted wording, or, in the same one, to an item, whose number may be unknown. */
  private nextInWording(isItem: boolean, item: number | undefined): void {
    if (!this.wording) return;
    const { item: _, ...paragraph } = this.wording;
    if (item !== undefined && !Number.isNaN(item)) this.wording = { ...paragraph, item };
    else this.wording = isItem ? paragraph : { ...paragraph, paragraph: (paragraph.paragraph ?? 0) + 1 };
  }

  private isQuoted(offset: number): boolean {
    return this.quoted.some(({ start, end }) => offset > start && offset < end);
  }
}

/** The full title of the statute whose articles a text speaks of by its title: 刑法修正案（十一）, a table of crimes. */
export function amendedStatute(title: string): string | undefined {
  const statute =
    /^(?:中华人民共和国)?([^《]*法)修正案/.exec(title)?.[1] ??
    // A table of the crimes that the articles of the Criminal Law define.
    /关于(?:执行|适用)《?((?:中华人民共和国)?刑法)(?:》|分则)?[^《》]*罪名/.exec(title)?.[1];
  return statute === undefined ? undefined : fullTitle(statute);
}

/** In any other instrument what names no instrument is its own. */
export const OWN_INSTRUMENT: InstrumentAt = {
  unnamed: () => 'self',
  self: () => 'self',
  place: () => undefined,
  cited: () => undefined,
};
