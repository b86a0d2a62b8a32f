import { AmendedInstrument } from '../citations/amendment.js';

/**
 * Whether an instrument amends another one: 关于修改《…》的决定, 刑法修正案（十）. The provisions that it quotes stand
 * between its own, and what it cites may exist only before or only after it.
 */
export function isAmending(title: string): boolean {
  return AmendedInstrument.of(title) !== undefined;
}
