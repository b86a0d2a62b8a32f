import { inChild } from './inChild';
import type { Indexed } from './indexFolder';
import { copyLaws, COPY_COUNT } from './laws';
import type { Bench } from './part';
import type { Report } from './report';
import { withTemporaryFolder } from './temporaryFolder';
import { medianCost, type Cost } from './timing';

/** Rounds of reading and indexing by turns, so that what else the machine does falls on both. */
const ROUNDS = 3;

/** Cold index in units of reading, at ten times the files, and the memory that it takes. */
export async function indexing({ folder, report }: Bench): Promise<void> {
  const readings: Cost[] = [];
  const indexed: Indexed[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    readings.push((await inChild('readFolder', folder)).cost);
    indexed.push(await inChild('indexFolder', folder));
  }
  const unit = medianCost(readings);
  const cold = medianCost(indexed.map(({ cost }) => cost));
  report.table('indexing, ratios', ['wall', 'CPU']);
  ratioRow(report, 'cold index : reading', cold, unit, 1.5);
  const [one] = indexed;
  if (!one) return;
  await withTemporaryFolder(async (copies) => {
    copyLaws(folder, copies);
    // The copies are in the system's cache as the laws are, once they have been read.
    const { cost } = await inChild('readFolder', copies);
    const ten = await inChild('indexFolder', copies);
    ratioRow(report, `cold index, ${COPY_COUNT} × the files : once the files`, ten.cost, cold, 11);
    ratioRow(report, `reading, ${COPY_COUNT} × the files : once the files`, cost, unit);
    report.table('memory, bytes per character', ['held', 'peak']);
    memoryRow(report, 'all laws', one);
    memoryRow(report, `${COPY_COUNT} × the files`, ten);
    report.note(`${one.files} files of ${one.instruments} instruments; ${ten.files} of ${ten.instruments}`);
  });
}

function ratioRow(report: Report, label: string, cost: Cost, base: Cost, limit?: number): void {
  const ratio = cost.wall / base.wall;
  const cells = [ratio, cost.cpu / base.cpu].map((value) => value.toFixed(2));
  report.row(label, cells, limit === undefined ? undefined : { value: ratio, limit });
}

function memoryRow(report: Report, label: string, { heldMemory, peakMemory, characters }: Indexed): void {
  const perCharacter = [heldMemory, peakMemory].map((bytes) => (bytes / characters).toFixed(1));
  report.row(label, perCharacter, { value: heldMemory / characters, limit: 40 });
}
