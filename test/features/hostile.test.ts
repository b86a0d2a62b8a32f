import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { runChecks } from '../../server/src/checks/registry.js';
import { documentSymbols } from '../../server/src/features/documentSymbol.js';
import { preview } from '../../server/src/features/preview.js';
import { references } from '../../server/src/features/references.js';
import { report } from '../../server/src/features/reports/reports.js';
import { dutiesCsv } from '../../server/src/features/reports/dutyTable.js';
import { structureTree } from '../../server/src/features/structureTree.js';
import { type RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';
import { REPORT_NAMES } from '../../server/src/protocol.js';
import { Costs, DOCUMENTS, heapInUse, isTried, nextTurn, superlinear, timeOf } from '../support/cost.js';
import { askEverything } from '../support/everything.js';
import { generator } from '../support/generator.js';
import { hostileText, REPEATED, repeatedText } from '../support/hostile.js';

/** What an editor asks of a text, in groups of which each begins with the text as it stands. */
const WORK: Readonly<Record<string, (library: Library, document: RegulationDocument) => void>> = {
  reading: (library, document) => {
    assert.equal(document.tree.root.full.end, document.text.length);
    for (const { start, end } of library.citationsOf(document).mentions) assert.ok(start < end);
  },
  checks: (library, document) => {
    const problems = runChecks({ document, library });
    structureTree(library, document, problems);
  },
  features: (library, document) => askEverything(library, document, caretsIn(document.text)),
  pages: (library, document) => {
    assert.doesNotMatch(
      preview(library, document).body,
      /<(?:script|iframe|img|object|embed|link|meta)\b|javascript:[^<]*"/i,
    );
    for (const name of REPORT_NAMES) report(name, library, document, ({ uri }) => uri, 'zh');
    dutiesCsv(document, 'zh');
  },
};

function caretsIn({ length }: string): number[] {
  return [0, Math.min(5, length), Math.floor(length / 2), length];
}

function opened(text: string): [Library, RegulationDocument] {
  const library = new Library();
  return [library, library.setOpen(TextDocument.create('file:///a.txt', 'regulation', 1, text))];
}

describe('hostile documents', () => {
  it('are answered for, and nothing of them is kept', async function () {
    this.timeout(0);
    const next = generator(20_261);
    const costs = new Costs();
    const faults: string[] = [];
    const before = heapInUse();
    for (let index = 0; index < DOCUMENTS; index++) {
      await nextTurn();
      const text = hostileText(next);
      const [library, document] = opened(text);
      for (const [name, work] of Object.entries(WORK)) {
        try {
          costs.add(`${name} of ${String(index)}`, await timeOf(() => work(library, document)), text.length);
        } catch (error) {
          faults.push(`${name} of document ${String(index)}: ${(error as Error).stack ?? String(error)}`);
        }
      }
    }
    console.log(`      ${costs.toString()}`);
    assert.deepEqual(faults, []);
    const kept = heapInUse() - before;
    assert.ok(kept < 60e6, `${String(Math.round(kept / 1e6))} MB are kept`);
  });

  it('take time in proportion to their length', async function () {
    this.timeout(0);
    const next = generator(3);
    const slow: string[] = [];
    const drawn = Array.from({ length: DOCUMENTS / 5 }, () => repeatedText(next));
    for (const make of [...REPEATED.filter(isTried), ...drawn]) {
      for (const [name, work] of Object.entries(WORK)) {
        const factor = await superlinear((length) => work(...opened(make(length))), 5000);
        if (factor !== undefined) slow.push(`${name}: ${factor.toFixed(0)} times for ${JSON.stringify(make(20))}`);
      }
    }
    assert.deepEqual(slow, []);
  });

  // A call has no more arguments than the stack has room for, which is some hundred thousand.
  const MANY = 150_000;
  const many: Readonly<Record<string, string>> = {
    items: `第一条　甲：\n${'（一）乙；\n'.repeat(MANY)}`,
    citations: `第一条　${'第二条、'.repeat(MANY)}`,
    duties: `第一条　${'甲应当供水；'.repeat(MANY)}`,
  };
  for (const [what, text] of Object.entries(many)) {
    it(`may have ${String(MANY)} ${what}`, function () {
      this.timeout(0);
      const [library, document] = opened(text);
      runChecks({ document, library });
      documentSymbols(document);
      preview(library, document);
      dutiesCsv(document, 'zh');
    });
  }

  it('that define one name thousands of times are asked for its uses in time', async () => {
    const ask = (length: number): unknown => {
      const [library, document] = opened(`第一条　${'９，是指甲。除'.repeat(length / 7)}`);
      return references(library, document, { line: 0, character: Math.floor(length / 2) + 1 }, true);
    };
    assert.equal(await superlinear(ask, 5000), undefined);
  });

  it('that give one short name thousands of times are read in time', async () => {
    const read = (length: number): unknown => {
      const [library, document] = opened(`第一条　${'《某法》（以下简称某法）'.repeat(length / 12)}`);
      return library.citationsOf(document);
    };
    assert.equal(await superlinear(read, 5000), undefined);
  });

  it('of lines that each cite an item which no line has are read in time', async () => {
    const read = (length: number): unknown => {
      const [library, document] = opened('第二项决定\n'.repeat(length / 6));
      return library.citationsOf(document);
    };
    assert.equal(await superlinear(read, 5000), undefined);
  });
});
