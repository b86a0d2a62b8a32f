import { amendedStatute } from './amendment.js';
import { guessedTitles, STATUTE_NAMES, unbracketedTitles } from './names.js';
import { titleKey } from './titles.js';

/**
 * The keys of all titles that a text could cite, read from its characters alone: some that it does not cite are among
 * them, but none that it cites is missing. What it cites with the issuer outside of 《》 is among them without it: see
 * `withoutIssuer`. It takes a small part of what finding the citations takes, and so tells which
 * texts of a large library have to be looked into at all.
 *
 * @param title the title of the text itself: an amendment cites what it amends
 */
export function keysNamed(text: string, title: string): string[] {
  const keys = new Set<string>();
  // What a full title has beside the written one, its key leaves out again.
  for (const written of bracketed(text)) keys.add(titleKey(written));
  for (const { title: named } of STATUTE_NAMES.find(text)) keys.add(titleKey(named));
  for (const { title: named } of unbracketedTitles(text)) keys.add(titleKey(named));
  for (const { title: named } of guessedTitles(text)) keys.add(titleKey(named));
  const amended = amendedStatute(title);
  if (amended !== undefined) keys.add(titleKey(amended));
  return [...keys];
}

/** What stands in 《》, from each 《 to the 》 that closes it; inside another title as well. */
function* bracketed(text: string): Generator<string> {
  const opened: number[] = [];
  let open = text.indexOf('《');
  for (let close = text.indexOf('》'); close >= 0; close = text.indexOf('》', close + 1)) {
    for (; open >= 0 && open < close; open = text.indexOf('《', open + 1)) opened.push(open);
    const start = opened.pop();
    if (start !== undefined && close - start <= LONGEST) yield text.slice(start + 1, close);
  }
}

/** In UTF-16 units; longer than any title, and what keeps the slices of a hostile text small. */
const LONGEST = 400;
