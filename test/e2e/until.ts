import type * as vscode from 'vscode';

/** Longest wait for something that VS Code does by itself, in milliseconds: on a busy machine it does little. */
const LIMIT = 60_000;
/** How long to wait before asking again for what no event announces. */
const INTERVAL = 50;

/**
 * Waits until `probe` gives something other than undefined, null, false or an empty list, and returns it. For what VS
 * Code announces by no event of its API: the probe is asked again and again, up to a limit.
 * @param what the awaited state in words, for the error
 * @throws Error naming `what` when the limit has passed
 */
export async function until<T>(what: string, probe: () => T | Thenable<T>): Promise<NonNullable<T>> {
  const end = Date.now() + LIMIT;
  for (;;) {
    const value = await probe();
    const there = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== false;
    if (there) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`still not so after ${LIMIT / 1000} s: ${what}`);
    await pause();
  }
}

/**
 * Waits, as {@link until} does, until a check passes.
 * @param check throws while it does not pass
 * @throws what the check threw last, when the limit has passed
 */
export async function untilPasses(check: () => void | Promise<void>): Promise<void> {
  const end = Date.now() + LIMIT;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause();
  }
}

/**
 * Runs a check now and after each event, until it passes.
 * @param check throws while it does not pass
 * @throws what the check threw last, when the limit has passed
 */
export function untilPassesOn(event: vscode.Event<unknown>, check: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    const subscription = event(run);
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(failure ?? new Error('no reason'));
    }, LIMIT);
    function run(): void {
      try {
        check();
      } catch (error) {
        failure = error as Error;
        return;
      }
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    }
    run();
  });
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, INTERVAL));
}
