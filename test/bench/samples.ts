import type { Edit, Round } from './edits';

/** How often each round of edits is run; typing is many edits a round, the others are two. */
const TYPING_ROUNDS = 8;
const OTHER_ROUNDS = 40;

/**
 * Runs rounds of edits and measures each edit.
 *
 * @param nameOf the name that an edit's measurement is kept under
 * @param apply makes an edit and returns what is measured of it
 * @param share of the usual number of rounds
 * @returns the measurements by name, in the order of the rounds
 */
export async function samplesOf<T>(
  rounds: readonly Round[],
  nameOf: (edit: Edit, place: string) => string,
  apply: (edit: Edit) => Promise<T>,
  share = 1,
): Promise<Map<string, T[]>> {
  const samples = new Map<string, T[]>();
  for (const { place, edits } of rounds) {
    const times = Math.ceil(share * (edits.length > 2 ? TYPING_ROUNDS : OTHER_ROUNDS));
    for (let time = 0; time < times; time++) {
      for (const edit of edits) {
        const name = nameOf(edit, place);
        const known = samples.get(name) ?? [];
        samples.set(name, known);
        known.push(await apply(edit));
      }
    }
  }
  return samples;
}
