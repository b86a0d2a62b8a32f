import assert from 'node:assert/strict';
import { readAkomaNtoso } from '../../server/src/convert/akomaNtoso/read.js';
import { writeAkomaNtoso } from '../../server/src/convert/akomaNtoso/write.js';
import { withoutLayout } from '../../server/src/drafting/format/layout.js';
import { Library } from '../../server/src/library/library.js';
import { laws } from '../support/laws.js';
import { drawOutline } from '../support/outlines.js';
import { faultsOf, parsed } from './akomaNtosoRules.js';
import { validator } from './schema.js';

/** Which laws are taken: every so manieth. */
const EVERY = Number(process.env['TIAOWEN_EVERY'] ?? 10);
/** Laws that are validated together. */
const BATCH = 10;

describe('Akoma Ntoso of real laws', function () {
  this.timeout(1_800_000);

  it('holds every word, and is read back as the same structure', async function () {
    const counts = { documents: 0, sameLines: 0, references: 0, bytes: 0 };
    const failures: string[] = [];
    for (const { name, text } of laws(this).filter((_, index) => index % EVERY === 0)) {
      const xml = written(text);
      const back = await readAkomaNtoso(new TextEncoder().encode(xml));
      counts.documents++;
      counts.references += xml.split(/<r?ref /).length - 1;
      counts.bytes += xml.length;
      if (linesOf(back) === linesOf(text)) counts.sameLines++;
      if (withoutLayout(back) !== withoutLayout(text)) failures.push(`${name}: words`);
      else if (drawn(back) !== drawn(text)) failures.push(`${name}: outline`);
      for (const fault of faultsOf(parsed(xml))) failures.push(`${name}: ${fault}`);
    }
    console.log(`      ${JSON.stringify({ ...counts, failures: failures.length })}`);
    assert.deepEqual(failures, []);
  });

  it('is valid by the schema of OASIS', async function () {
    const validate = validator(this);
    const wrong = written('某市条例\n第一条　甲。\n').replaceAll('paragraph', 'p');
    assert.notDeepEqual(await validate([{ name: 'wrong', xml: wrong }]), [], 'the schema finds what is wrong');
    const failures: string[] = [];
    const chosen = laws(this).filter((_, index) => index % EVERY === 0);
    for (let at = 0; at < chosen.length; at += BATCH) {
      const batch = chosen.slice(at, at + BATCH);
      failures.push(...(await validate(batch.map(({ name, text }) => ({ name, xml: written(text) })))));
    }
    console.log(`      ${JSON.stringify({ documents: chosen.length, failures: failures.length })}`);
    assert.deepEqual(failures, []);
  });
});

function written(text: string): string {
  const library = new Library();
  library.setFile('file:///law.txt', text);
  const document = library.document('file:///law.txt');
  assert.ok(document);
  return writeAkomaNtoso(document, library);
}

/** The lines that have words, without layout. */
function linesOf(text: string): string {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map(withoutLayout)
    .filter((line) => line !== '')
    .join('\n');
}

function drawn(text: string): string {
  return drawOutline(text).map(withoutLayout).join('\n');
}
