import { inChild } from './inChild';
import type { Bench } from './part';
import { grouped } from './report';
import { medianOf } from './timing';

const TIMES = 7;

/** The unit: reading and decoding the laws, one after the other, in a process that does nothing else. */
export async function reading({ folder, report }: Bench): Promise<void> {
  const { costs, files, characters } = await inChild('readRepeatedly', folder, TIMES);
  report.table('reading', ['wall', 'CPU']);
  const cells = [medianOf(costs.map(({ wall }) => wall)), medianOf(costs.map(({ cpu }) => cpu))];
  report.row(
    '1 unit: read and decode all laws',
    cells.map((time) => `${time.toFixed(0)} ms`),
  );
  report.note(`${grouped(files)} files, ${grouped(characters)} characters, median of ${TIMES} times`);
}
