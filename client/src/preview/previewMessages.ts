/** What the page of a preview tells the extension. */
export type PageMessage =
  /** The script runs. */
  | { readonly type: 'ready' }
  /** A citation was clicked: the index of where it leads, among the targets of the body of that number. */
  | { readonly type: 'open'; readonly target: number; readonly body: number }
  /** A line (from 0) was double-clicked. */
  | { readonly type: 'reveal'; readonly line: number }
  /** Escape was pressed. */
  | { readonly type: 'leave' }
  /** A line is now at the top of the page. */
  | { readonly type: 'scrolled'; readonly line: number };

/** What the extension tells the page. */
export type HostMessage =
  /** The body that is to be shown instead of the one before, and its number. */
  | { readonly type: 'show'; readonly body: string; readonly number: number }
  /** The line that is at the top of the editor. */
  | { readonly type: 'scrollTo'; readonly line: number };

/**
 * Checks what came from a page, which is not taken on trust.
 *
 * @param lines how many lines the text has
 * @param targets how many targets there are
 * @param body the number of the body that is shown: what is said of an older one counts no more
 * @returns undefined where it is none of the messages, or names a line or a target that is not there
 */
export function readPageMessage(
  message: unknown,
  { lines, targets, body }: { readonly lines: number; readonly targets: number; readonly body: number | undefined },
): PageMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, line, target, body: of } = message as Partial<Record<string, unknown>>;
  switch (type) {
    case 'ready':
    case 'leave':
      return { type };
    case 'open':
      return isBelow(target, targets) && of !== undefined && of === body ? { type, target, body } : undefined;
    case 'reveal':
    case 'scrolled':
      return isBelow(line, lines) ? { type, line } : undefined;
    default:
      return undefined;
  }
}

function isBelow(value: unknown, limit: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < limit;
}
