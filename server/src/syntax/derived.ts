import type { GreenNode } from './structure.js';

let slots = 0;

/**
 * What a layer remembers of nodes without place. It lives and dies with the node, so that nodes which two versions of a
 * text share need not be read again. A WeakMap would do as well, but is several times as slow, and so is garbage
 * collection with it.
 */
export class Derived<T> {
  private readonly slot = slots++;

  get({ derived }: GreenNode): T | undefined {
    return derived?.[this.slot] as T | undefined;
  }

  set(node: GreenNode, value: T | undefined): void {
    (node.derived ??= [])[this.slot] = value;
  }
}
