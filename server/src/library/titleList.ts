import { withoutIssuer } from '../citations/issuers.js';
import { NearTitles } from './nearTitles.js';

/**
 * The titles of a library. What is made from them is kept while no title comes or goes: at each edit of an open text its
 * title goes and comes back, and nothing is made anew for that.
 */
export class TitleList {
  private readonly titles = new Map<string, string>();
  private readonly near = new NearTitles();
  /** Keys whose documents are others than when the titles were last asked for. */
  private readonly touched = new Set<string>();
  private known: readonly string[] | undefined;
  /** The keys with an issuer in front, by the key without it. */
  private readonly issued = new Map<string, readonly string[]>();

  /**
   * @param titleOf the title of a key now; undefined where no document has it
   */
  constructor(private readonly titleOf: (key: string) => string | undefined) {}

  /** The documents of a key have changed. */
  touch(key: string): void {
    this.touched.add(key);
  }

  /** The titles, in no special order; the same list as before while none has come or gone. */
  list(): readonly string[] {
    this.settle();
    return (this.known ??= [...this.titles.values()]);
  }

  /** See {@link NearTitles.nearest}. */
  nearest(key: string): string | undefined {
    this.settle();
    return this.near.nearest(key);
  }

  /**
   * The keys that add an issuer to another one (最高人民法院关于… to 关于…), in a fixed order.
   *
   * @param key of a title that begins with 关于
   */
  issuedAs(key: string): readonly string[] {
    this.settle();
    return this.issued.get(key) ?? [];
  }

  private settle(): void {
    for (const key of this.touched) {
      const title = this.titleOf(key);
      if (title === this.titles.get(key)) continue;
      if (title === undefined) {
        this.titles.delete(key);
        this.near.delete(key);
        this.setIssued(key, false);
      } else {
        this.titles.set(key, title);
        this.near.add(key, title);
        this.setIssued(key, true);
      }
      this.known = undefined;
    }
    this.touched.clear();
  }

  private setIssued(key: string, isThere: boolean): void {
    const bare = withoutIssuer(key);
    if (bare === key) return;
    const keys = (this.issued.get(bare) ?? []).filter((other) => other !== key);
    if (isThere) keys.push(key);
    if (keys.length > 0) this.issued.set(bare, keys.sort());
    else this.issued.delete(bare);
  }
}
