import assert from 'node:assert/strict';
import { FORMATS } from '../../server/src/convert/formats.js';
import { withoutLayout } from '../../server/src/drafting/format/layout.js';
import { generator } from '../support/generator.js';
import { drawOutline } from '../support/outlines.js';
import { faultsOf, parsed } from './akomaNtosoRules.js';
import { validator } from './schema.js';

/** Lines that texts consist of, right ones and wrong ones, in whatever order. */
const LINES = [
  '某市供水条例',
  '（2020年1月2日某市人民代表大会常务委员会通过）',
  '某市人民政府令第3号',
  '目　录',
  '第一编　总则',
  '第一分编　通则',
  '第一章　总　　则',
  '第一章',
  '第一节　一般规定',
  '序　言',
  '第一条',
  '第一条　甲。',
  '第二条　有下列情形之一的：',
  '第二条　依照前两款、第一条第二项和《某法》第三条<办理>。',
  '第一百二十条之一　乙 & 丙。',
  '第×条　未定。',
  '第三条　（一）甲；',
  '（一）甲；',
  '（二）1．乙；',
  '（三）',
  '（×）未定；',
  '1．子项；',
  '2．',
  '（1）孙项；',
  '①曾孙项；',
  '一、一是第一条。',
  '二、',
  '附件1',
  '附件：清单',
  '附件2　表　格',
  '前款规定的《某市',
  '排水条例》第二条。',
  '甲\t乙\t丙',
  '',
  '　　段首空格。',
  '\u0007\ufffe坏字\ud800。',
];
const TEXTS = 400;

describe('any text', () => {
  const written = (text: string): string =>
    new TextDecoder().decode(FORMATS['.akn']?.write(text, { uri: 'file:///a.txt' }) as Uint8Array);
  const next = generator(7);
  const texts = Array.from({ length: TEXTS }, () =>
    Array.from({ length: 1 + next(25) }, () => LINES[next(LINES.length)] ?? '').join('\n'),
  );

  it('is Akoma Ntoso of the right structure, and comes back as it was', async () => {
    for (const text of texts) {
      const xml = written(text);
      assert.deepEqual(faultsOf(parsed(xml)), [], text);
      const back = (await FORMATS['.akn']?.read(new TextEncoder().encode(xml), {})) as string;
      const expected = text.replace(/[\u0007\ufffe\ud800]/g, '\ufffd');
      assert.equal(withoutLayout(back ?? ''), withoutLayout(expected), text);
      assert.deepEqual(drawOutline(back ?? '').map(withoutLayout), drawOutline(expected).map(withoutLayout), text);
    }
  });

  it('is valid by the schema of OASIS', async function () {
    this.timeout(600_000);
    const validate = validator(this);
    assert.deepEqual(await validate(texts.map((text, index) => ({ name: String(index), xml: written(text) }))), []);
  });

  it('is a page of nothing but the words', () => {
    for (const text of texts) {
      const page = new TextDecoder().decode(FORMATS['.html']?.write(text, { uri: 'file:///a.txt' }) as Uint8Array);
      const words = page
        .slice(page.indexOf('<main>'))
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&');
      assert.equal(withoutLayout(words), withoutLayout(text.replace(/[\u0007\ufffe\ud800]/g, '\ufffd')), text);
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, text);
      for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(id), `${id ?? ''} in ${text}`);
    }
  });
});
