/**
 * The titles of a library, a list that stays the same object while no title comes or goes: what is made from it, as an
 * index for searching, need not be made anew at each edit of some text.
 */
export class TitleList {
  private readonly titles = new Map<string, string>();
  /** Keys whose documents are others than when the list was last read. */
  private readonly touched = new Set<string>();
  private list: readonly string[] | undefined;

  /** The documents of a key have changed. */
  touch(key: string): void {
    this.touched.add(key);
  }

  /**
   * The titles, in no special order.
   *
   * @param titleOf the title of a key now; undefined where no document has it any more
   */
  read(titleOf: (key: string) => string | undefined): readonly string[] {
    for (const key of this.touched) {
      const title = titleOf(key);
      if (title === this.titles.get(key)) continue;
      if (title === undefined) this.titles.delete(key);
      else this.titles.set(key, title);
      this.list = undefined;
    }
    this.touched.clear();
    return (this.list ??= [...this.titles.values()]);
  }
}
