/** Longest wait for something that VS Code does by itself, in milliseconds. */
const LIMIT = 30_000;

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
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
