import assert from 'node:assert/strict';
import { FORMATS, type Format } from '../../server/src/convert/formats.js';
import { word } from '../../server/src/convert/word/word.js';
import { textOf } from '../../server/src/library/readText.js';
import { reasonOf } from '../../server/src/library/unreadable.js';
import { Costs, DOCUMENTS, heapInUse, isTried, nextTurn, superlinear } from '../support/cost.js';
import { generator } from '../support/generator.js';
import {
  hostileAkomaNtoso,
  hostileBytes,
  hostileText,
  hostileWord,
  REPEATED,
  repeatedText,
} from '../support/hostile.js';

const ALL: Readonly<Record<string, Format>> = { ...FORMATS, '.docx': word };
/** Formats that texts are written in, each once. */
const WRITTEN = ['.md', '.html', '.akn', '.docx'];
const EMPTY = new Uint8Array();

async function write(extension: string, text: string): Promise<Uint8Array> {
  return (await ALL[extension]?.write(text, { uri: 'file:///a.txt' })) ?? EMPTY;
}

async function read(extension: string, bytes: Uint8Array): Promise<void> {
  try {
    const result = await ALL[extension]?.read(bytes, {});
    assert.equal(typeof (typeof result === 'string' ? result : result?.text), 'string');
  } catch (error) {
    assertRefused(error);
  }
}

/** A file may be refused, in words for people, and not fail in any other way. */
function assertRefused(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'UnreadableError') throw error;
  assert.match(reasonOf(error).zh, /[\u4e00-\u9fff]/);
}

describe('hostile documents', () => {
  it('are written in every format, and read or refused', async function () {
    this.timeout(0);
    const next = generator(20_262);
    const costs = new Costs();
    const faults: string[] = [];
    const before = heapInUse();
    const attempt = async (name: string, length: number, work: () => Promise<unknown>): Promise<void> => {
      const start = performance.now();
      try {
        await work();
      } catch (error) {
        faults.push(`${name}: ${(error as Error).stack ?? String(error)}`);
      }
      costs.add(name, performance.now() - start, length);
    };
    for (let index = 0; index < DOCUMENTS; index++) {
      await nextTurn();
      const text = hostileText(next);
      const { length } = text;
      for (const extension of WRITTEN) {
        await attempt(`${extension} of ${String(index)}`, length, () => write(extension, text).catch(assertRefused));
      }
      const bytes = hostileBytes(next, text);
      const name = `reading ${String(index)}`;
      await attempt(`${name}.txt`, length, () => textOf(bytes, 'a.txt', 'auto').catch(assertRefused));
      await attempt(`${name}.md`, length, () => read('.md', bytes));
      const docx = hostileWord(next, text);
      await attempt(`${name}.docx`, docx.length, () => read('.docx', docx));
      const akn = hostileAkomaNtoso(next, await write('.akn', text.slice(0, 5000)));
      await attempt(`${name}.akn`, akn.length, () => read('.akn', akn));
    }
    console.log(`      ${costs.toString()}`);
    assert.deepEqual(faults, []);
    const kept = heapInUse() - before;
    assert.ok(kept < 60e6, `${String(Math.round(kept / 1e6))} MB are kept`);
  });

  it('take time in proportion to their length', async function () {
    this.timeout(0);
    const next = generator(4);
    const slow: string[] = [];
    const drawn = Array.from({ length: DOCUMENTS / 5 }, () => repeatedText(next));
    for (const make of [...REPEATED.filter(isTried), ...drawn]) {
      for (const extension of WRITTEN) {
        const factor = await superlinear((length) => write(extension, make(length)), 5000);
        if (factor !== undefined) slow.push(`${extension}: ${factor.toFixed(0)} times for ${JSON.stringify(make(20))}`);
      }
      const factor = await superlinear((length) => read('.md', new TextEncoder().encode(make(length))), 5000);
      if (factor !== undefined) slow.push(`reading .md: ${factor.toFixed(0)} times for ${JSON.stringify(make(20))}`);
    }
    assert.deepEqual(slow, []);
  });

  it('may have more lines than a call can have arguments', async function () {
    this.timeout(0);
    const text = `第一条　甲：\n${'（一）乙；\n'.repeat(150_000)}`;
    for (const extension of ['.html', '.akn']) assert.ok((await write(extension, text)).length > text.length);
  });
});
