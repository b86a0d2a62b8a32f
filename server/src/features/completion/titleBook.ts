import { COUNTRY, readTitle } from '../../citations/titles.js';
import { isScattered } from '../scattered.js';

/**
 * The titles of a library as one text, a line each, so that a search is a search in a text: of 15,000 titles it takes a
 * tenth of the time that it takes to look at each.
 */
export class TitleBook {
  /** A line break in front of each title and behind the last. */
  private readonly text: string;

  constructor(titles: readonly string[]) {
    // A short title is nearer to what was typed than a long one.
    const written = [...new Set(titles.map(readTitle))].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    this.text = `\n${written.map((title) => `${title}\n`).join('')}`;
  }

  /**
   * Finds titles: first the very one, then those that begin like it, with or without 中华人民共和国, those that hold it, those
   * that hold its characters in the same order; the shorter ones first.
   *
   * @param wanted as of `readTitle`
   * @param limit the most titles to give
   */
  find(wanted: string, limit: number): string[] {
    const found = new Set<string>();
    const parts = [`\n${wanted}\n`, `\n${COUNTRY}${wanted}\n`, `\n${wanted}`, `\n${COUNTRY}${wanted}`, wanted];
    for (const part of wanted === '' ? ['\n'] : parts) this.addLines(part, found, limit, () => true);
    const [first = ''] = wanted;
    if (wanted.length > 1) this.addLines(first, found, limit, (title) => isScattered(wanted, title));
    return [...found];
  }

  private addLines(part: string, found: Set<string>, limit: number, isWanted: (title: string) => boolean): void {
    // From the break before a title to the break behind it.
    let end = 0;
    for (let at = this.text.indexOf(part); at >= 0 && found.size < limit; at = this.text.indexOf(part, end)) {
      const inside = this.text[at] === '\n' ? at + 1 : at;
      const start = this.text.lastIndexOf('\n', inside - 1) + 1;
      end = this.text.indexOf('\n', inside);
      if (end < 0) return;
      const title = this.text.slice(start, end);
      if (isWanted(title)) found.add(title);
    }
  }
}
