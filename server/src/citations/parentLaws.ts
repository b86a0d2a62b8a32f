import type { Mention } from './resolve.js';

/** The words by which an instrument says that it is hereby made. What 规定 or 解释 it is follows a colon. */
const MADE =
  /制[定订](?:了)?本|制[定订](?:如下|以下|下列)|(?:规定|解释|安排|决定|办法|意见)如下|作出?(?:如下|以下|下列)/g;
/** Words that say what the instruments named behind them are to this one. */
const ROLES = /根据|依据|依照|按照|遵照|参照|参考|结合|就|关于|对|实施|执行|贯彻|落实|施行|适用/g;
const BASES: ReadonlySet<string> = new Set(['根据', '依据', '依照', '按照', '遵照']);
const CARRIED_OUT: ReadonlySet<string> = new Set(['实施', '执行', '贯彻', '落实', '施行', '适用']);
/** 为保证《…》的实施: the word comes behind the title. */
const CARRIED_OUT_BEHIND = /^(?:的|在[\u4e00-\u9fff]{1,8}的?)(?:贯彻|正确|有效|顺利|全面)*(?:实施|执行|施行|适用)/;
const SENTENCE_ENDS = /[。\n\r！？]/;
/** How far from the start of a text the clause is looked for: behind title, notes, table of contents and a preamble. */
const FRONT = 20_000;
/** Longest sentence that is read, so that a text without full stops is not read again and again. */
const LONGEST = 1500;

/**
 * The mentions of the parent laws (上位法) of an instrument: what its clause 根据《…》、《…》和有关法律，制定本条例 names, or,
 * in a judicial interpretation, 根据《…》的规定，现就…解释如下. A clause that rests on nothing but carries a law out
 * (为实施《…》，制定本办法) names that law. What 参照《…》 or 就《…》的适用 names is no parent law.
 *
 * The clause is told by its words alone, so that no tree is needed: who asks for the instruments made under a statute
 * asks hundreds of texts.
 *
 * @param text of the whole document
 * @param mentions of that text, in text order
 * @returns mentions of documents in text order, of each instrument the first; empty where there is no such clause
 */
export function parentLaws(text: string, mentions: readonly Mention[]): Mention[] {
  const inFront = mentions.filter(({ kind, end }) => kind === 'document' && end <= FRONT);
  for (const made of text.slice(0, FRONT).matchAll(MADE)) {
    const start = sentenceStart(text, made.index);
    const named = inFront.filter((mention) => mention.start >= start && mention.end <= made.index);
    const clause = text.slice(start, made.index);
    // A decision that quotes the clause of what it amends is not made under that law.
    if (isInQuotation(clause)) continue;
    const bases = withRole(text, start, named, BASES);
    const parents = bases.length > 0 ? bases : withRole(text, start, named, CARRIED_OUT);
    // 制定本条例 is said once; 规定如下 may be said of other things.
    if (parents.length > 0 || made[0].endsWith('本')) return firstOfEach(parents);
  }
  return [];
}

function sentenceStart(text: string, end: number): number {
  const limit = Math.max(0, end - LONGEST);
  let at = end;
  while (at > limit && !SENTENCE_ENDS.test(text[at - 1] ?? '')) at--;
  return at;
}

function isInQuotation(clause: string): boolean {
  return clause.lastIndexOf('“') > clause.lastIndexOf('”');
}

/** The mentions that stand behind a word of these, and no other such word nearer. */
function withRole(text: string, start: number, mentions: readonly Mention[], words: ReadonlySet<string>): Mention[] {
  return mentions.filter((mention) => {
    if (words === CARRIED_OUT && CARRIED_OUT_BEHIND.test(text.slice(mention.end, mention.end + 16))) return true;
    const role = [...outsideOfTitles(text.slice(start, mention.start)).matchAll(ROLES)].at(-1)?.[0];
    return role !== undefined && words.has(role);
  });
}

/** 《…关于适用〈…〉的解释》 has such words in its title. */
function outsideOfTitles(text: string): string {
  return text.replace(/《[^》]*》/g, '');
}

function firstOfEach(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, index) => mentions.findIndex(({ doc }) => doc === mention.doc) === index);
}
