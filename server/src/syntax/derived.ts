/** A tree, or a node without place, of which something can be remembered: see {@link Derived}. */
export interface Source {
  derived: unknown[] | undefined;
}

let slots = 0;

/**
 * What a layer remembers of trees or of nodes without place. It lives and dies with them: of a node that two versions of
 * a text share nothing need be read again. A WeakMap is several times as slow; and if its values lead back to its keys,
 * as nodes do to their tree, every version stays in memory until the next full garbage collection.
 */
export class Derived<T> {
  private readonly slot = slots++;

  get({ derived }: Source): T | undefined {
    return derived?.[this.slot] as T | undefined;
  }

  set(source: Source, value: T | undefined): void {
    (source.derived ??= [])[this.slot] = value;
  }
}
