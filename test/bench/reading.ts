import { inChild } from './inChild';
import type { Bench } from './part';
import type { Read } from './readFolder';
import { grouped, type Report } from './report';
import { medianCost, type Cost } from './timing';

const TIMES = 7;

/** The unit: reading and decoding the laws, in a fresh process each time, as the index is made in one. */
export async function reading({ folder, report }: Bench): Promise<void> {
  const { files, characters } = await inChild('readFolder', folder);
  const times: Read[] = [];
  for (let time = 0; time < TIMES; time++) times.push(await inChild('readFolder', folder));
  report.table('reading, ms', ['wall', 'CPU']);
  row(report, '1 unit: read and decode all laws, keep them', medianCost(times.map(({ cost }) => cost)));
  row(report, 'once more in the same process, keep none', medianCost(times.map(({ again }) => again)));
  report.note(`${grouped(files)} files, ${grouped(characters)} characters; medians of ${TIMES} processes`);
}

function row(report: Report, label: string, { wall, cpu }: Cost): void {
  report.row(label, [wall.toFixed(0), cpu.toFixed(0)]);
}
