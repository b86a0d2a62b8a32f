import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

/** Longest wait for anything in a test, in milliseconds: it tells what never comes, not what is slow. */
export const LIMIT = 30_000;

/**
 * Waits for a promise, and fails where it takes too long, saying what was waited for.
 *
 * @param limit in milliseconds
 */
export async function eventually<T>(what: string, promise: Promise<T>, limit = LIMIT): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks again and again, until the answer is the expected one; fails with the last answer. */
export async function untilEqual<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + LIMIT;
  let found = await ask();
  while (!isDeepStrictEqual(found, expected) && Date.now() < end) found = await ask();
  assert.deepEqual(found, expected);
}

/** Events in the order they came, which a test can wait for. */
export class Events<T> {
  readonly all: T[] = [];
  private readonly waiting = new Set<(event: T) => void>();

  push(event: T): void {
    this.all.push(event);
    for (const notify of [...this.waiting]) notify(event);
  }

  /** The first event that meets the condition, of those that came already or are still to come. */
  first(what: string, condition: (event: T) => boolean): Promise<T> {
    const known = this.all.find(condition);
    return known === undefined ? this.next(what, condition) : Promise.resolve(known);
  }

  /** The first event from now on that meets the condition. */
  next(what: string, condition: (event: T) => boolean = () => true, limit = LIMIT): Promise<T> {
    let notify: (event: T) => void = () => undefined;
    const found = new Promise<T>((resolve) => {
      notify = (event) => condition(event) && resolve(event);
      this.waiting.add(notify);
    });
    return eventually(what, found, limit).finally(() => this.waiting.delete(notify));
  }
}
