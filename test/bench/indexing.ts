import path from 'node:path';
import { inChild } from './inChild';
import type { Indexed } from './indexFolder';
import { copyLaws, COPY_COUNT } from './laws';
import type { Bench } from './part';
import type { Report } from './report';
import { withTemporaryFolder } from './temporaryFolder';
import { medianCost, type Cost } from './timing';

/** Rounds of reading and indexing by turns, so that what else the machine does falls on all of them. */
const ROUNDS = 3;

/** The start of a library without an index and with one, in units of reading; at ten times the files; its sizes. */
export async function indexing({ folder, report }: Bench): Promise<void> {
  await withTemporaryFolder(async (temporary) => {
    const { unit, cold, warm } = await roundsOf(folder, temporary);
    const starts = { cold: startOf(cold), warm: startOf(warm) };
    report.table('start of the library, ratios', ['wall', 'CPU']);
    ratioRow(report, 'cold : reading', starts.cold, unit, 1.5);
    ratioRow(report, 'warm : reading', starts.warm, unit, 0.15);
    ratioRow(report, 'warm, until the index answers : reading', medianCost(warm.map(({ answers }) => answers)), unit);
    ratioRow(report, 'citations found afterwards : reading', medianCost(cold.map(({ citations }) => citations)), unit);
    ratioRow(report, 'citations after a warm start : reading', medianCost(warm.map((one) => one.citations)), unit);

    const copies = path.join(temporary, 'copies');
    copyLaws(folder, copies);
    // The copies are in the system's cache as the laws are, once they have been read.
    const { cost } = await inChild('readFolder', copies);
    const storage = path.join(temporary, 'copies.index');
    const tenCold = await inChild('indexFolder', copies, storage);
    const tenWarm = await inChild('indexFolder', copies, storage);
    report.table(`${COPY_COUNT} × the files : once the files`, ['wall', 'CPU']);
    ratioRow(report, 'reading', cost, unit);
    ratioRow(report, 'cold start', tenCold.start, starts.cold, 11);
    ratioRow(report, 'warm start', tenWarm.start, starts.warm, 11);

    report.table('bytes per character', ['disk', 'peak', 'held']);
    if (cold[0]) memoryRow(report, 'cold', cold[0]);
    if (warm[0]) memoryRow(report, 'warm', warm[0]);
    memoryRow(report, `cold, ${COPY_COUNT} × the files`, tenCold);
    memoryRow(report, `warm, ${COPY_COUNT} × the files`, tenWarm);
    report.note(`${tenCold.files} files of ${tenCold.instruments} instruments`);
  });
}

interface Rounds {
  readonly unit: Cost;
  readonly cold: Indexed[];
  readonly warm: Indexed[];
}

async function roundsOf(folder: string, temporary: string): Promise<Rounds> {
  const readings: Cost[] = [];
  const cold: Indexed[] = [];
  const warm: Indexed[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const storage = path.join(temporary, `round-${round}`);
    readings.push((await inChild('readFolder', folder)).cost);
    cold.push(await inChild('indexFolder', folder, storage));
    warm.push(await inChild('indexFolder', folder, storage));
  }
  return { unit: medianCost(readings), cold, warm };
}

function startOf(indexed: readonly Indexed[]): Cost {
  return medianCost(indexed.map(({ start }) => start));
}

function ratioRow(report: Report, label: string, cost: Cost, base: Cost, limit?: number): void {
  const ratio = cost.wall / base.wall;
  const cells = [ratio, cost.cpu / base.cpu].map((value) => value.toFixed(2));
  report.row(label, cells, limit === undefined ? undefined : { value: ratio, limit });
}

function memoryRow(report: Report, label: string, { onDisk, peakMemory, heldMemory, characters }: Indexed): void {
  const perCharacter = [onDisk, peakMemory, heldMemory].map((bytes) => (bytes / characters).toFixed(1));
  report.row(label, perCharacter, { value: heldMemory / characters, limit: 40 });
}
