import { inChild } from './inChild';
import type { Bench } from './part';
import type { SymbolsMade } from './peerTasks';
import { grouped, type Report } from './report';
import { withTemporaryFolder } from './temporaryFolder';
import { distributionOf, threadTime, warmedUp, type Cost } from './timing';

/** The same work beside vscode-markdown-languageservice with markdown-it, on the same texts written as Markdown. */
export async function peer({ folder, storage, report }: Bench): Promise<void> {
  await withTemporaryFolder(async (markdown) => {
    await inChild('writeMarkdown', folder, storage, markdown);
    report.table('beside vscode-markdown-languageservice, ms', ['ours', 'peer', 'ratio']);
    const own = await inChild('ownSymbols', folder);
    const others = await inChild('peerSymbols', markdown);
    ratioRow(report, 'symbols of all files', threadTime(own.cost), threadTime(others.cost));
    const ownEdits = await inChild('ownEdits', folder, storage);
    const peerEdits = await inChild('peerEdits', markdown);
    for (const key of ['p50', 'p99'] as const) {
      const [mine, its] = [ownEdits.costs, peerEdits.costs].map((costs) => distributionOf(threadTimes(costs))[key]);
      ratioRow(report, `symbols and links after an edit, ${key}`, mine, its);
    }
    report.note('ratio: the peer’s time to ours; below 1 the peer is faster');
    report.note(`symbols: ${counts(own, others)}; after the edit: ${counts(ownEdits, peerEdits)}`);
    report.note(`links after the edit: ours ${grouped(ownEdits.links)}, peer ${grouped(peerEdits.links)}`);
  });
}

function threadTimes(costs: readonly Cost[]): number[] {
  return warmedUp(costs).map(threadTime);
}

function ratioRow(report: Report, label: string, own = Number.NaN, its = Number.NaN): void {
  const digits = own > 100 ? 0 : 2;
  report.row(label, [own.toFixed(digits), its.toFixed(digits), (its / own).toFixed(2)]);
}

function counts(own: SymbolsMade, others: SymbolsMade): string {
  return `ours ${grouped(own.symbols)}, peer ${grouped(others.symbols)}`;
}
