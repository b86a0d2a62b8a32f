import type { InstrumentAt } from './resolve.js';
import { fullTitle, readTitle } from './titles.js';

/**
 * What an amending decision amends. In it 第三条 that names no instrument is the amended instrument's, and so is 本法
 * within the quoted new wording; 本决定 is its own (norms on amending decisions: 关于修改《…》的决定).
 */
export class AmendedInstrument implements InstrumentAt {
  private quoteOpen = false;
  private quoted: { start: number; end: number }[] = [];

  private constructor(private title: string | undefined) {}

  /** For an instrument by its title; undefined where it amends nothing. */
  static of(title: string): AmendedInstrument | undefined {
    const statute = amendedStatute(title);
    if (statute !== undefined) return new AmendedInstrument(statute);
    const decision = /关于修改(.*)的(?:决定|决议)$/.exec(title)?.[1];
    if (decision === undefined) return undefined;
    const amended = /^《(.*)》$/.exec(decision.trim())?.[1];
    return new AmendedInstrument(amended === undefined ? undefined : fullTitle(readTitle(amended)));
  }

  /** Reads on in the decision: the text of the next paragraph, which may name another instrument and go on a quotation. */
  enter(text: string): void {
    const heading =
      /^修改\s*《((?:[^《》]|《[^》]*》)*)》\s*$/.exec(text) ??
      /^(?:将|对)?《((?:[^《》]|《[^》]*》)*)》(?:第|作)/.exec(text);
    if (heading?.[1]) this.title = fullTitle(readTitle(heading[1]));
    this.quoted = [];
    let start = this.quoteOpen ? 0 : -1;
    for (let at = 0; at < text.length; at++) {
      if (text[at] === '“' && start < 0) start = at;
      else if (text[at] === '”' && start >= 0) {
        this.quoted.push({ start, end: at });
        start = -1;
      }
    }
    if (start >= 0) this.quoted.push({ start, end: text.length });
    this.quoteOpen = start >= 0;
  }

  unnamed(): string {
    return this.title ?? 'self';
  }

  self(word: string, offset: number): string {
    const inQuotation = this.quoted.some(({ start, end }) => offset > start && offset < end);
    return !inQuotation && /^(?:本(?:决定|决议|修正案))?$/.test(word) ? 'self' : (this.title ?? 'self');
  }
}

/** The full title of the statute that an amendment amends (刑法修正案（十一）), by the amendment's title. */
export function amendedStatute(title: string): string | undefined {
  const statute = /^(?:中华人民共和国)?(.*法)修正案/.exec(title)?.[1];
  return statute === undefined ? undefined : fullTitle(statute);
}

/** In any other instrument what names no instrument is its own. */
export const OWN_INSTRUMENT: InstrumentAt = { unnamed: () => 'self', self: () => 'self' };
