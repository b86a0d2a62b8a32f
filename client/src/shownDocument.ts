/**
 * The document that the status bar speaks of: the one in the active editor, else the one that was last spoken of, as long
 * as an editor shows it, else any that an editor shows. The output panel is an active editor as well, and must not make
 * the item go.
 *
 * @param active the regulation in the active editor; undefined where that shows something else
 * @param visible the regulations that editors show
 * @param last the document spoken of until now
 */
export function shownDocument<T>(active: T | undefined, visible: readonly T[], last: T | undefined): T | undefined {
  if (active !== undefined) return active;
  return last !== undefined && visible.includes(last) ? last : visible[0];
}
