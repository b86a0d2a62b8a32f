import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { citationsOfProvision, provisionAt } from '../../server/src/library/citedBy.js';
import { Library } from '../../server/src/library/library.js';
import { askEverything } from '../support/everything.js';
import { laws, type Law } from '../support/laws.js';

/** One law of twenty, and those that are published part by part. */
function someLaws(context: Mocha.Context): Law[] {
  return laws(context).filter(({ name }, index) => index % 20 === 0 || name.startsWith('民法典/'));
}

describe('features', () => {
  const texts: [name: string, text: string][] = [
    ['nothing', ''],
    ['line breaks', '\r\n\r\n\u2028\u0085'],
    ['half a character', '第一条　\ud800。\n第\udc00条　依照第一条。'],
    ['NULs', '第一条\0　甲。\0\n\0第二条　依照第一条\0。'],
    ['open brackets', '《'.repeat(500) + '（以下简称《' + '第一条　'.repeat(100)],
    ['a breakless title', `第一条　根据《某\n市条例》（以下简称《条\n例》）第一条。`],
    ['many headings', '第一章　甲\n第一节　乙\n'.repeat(5000)],
    ['many paragraphs', '甲。\n'.repeat(12_000)],
    ['a long line', `第一条　${'依照第一条、'.repeat(5000)}`],
    ['numbers without end', '第一百百百条　第九千九百九十九条至第一条，第零条。\n第0条　第99999条。'],
  ];
  for (const [name, text] of texts) {
    it(`answer on ${name}`, () => {
      const library = new Library();
      const document = library.setOpen(TextDocument.create('file:///a', 'regulation', 1, text));
      const middle = Math.floor(text.length / 2);
      assert.doesNotThrow(() => askEverything(library, document, [0, 5, middle, text.length]));
    });
  }

  it('agree on real laws: what a citation leads to is cited by that citation', function () {
    this.timeout(60_000);
    const wrong: string[] = [];
    for (const { name, text } of someLaws(this)) {
      const library = new Library();
      const document = library.setOpen(TextDocument.create('file:///a', 'regulation', 1, text));
      for (const mention of library.citationsOf(document).mentions) {
        const resolution = library.resolve(document, mention);
        if (mention.kind !== 'provision' || resolution.state !== 'found') continue;
        for (const { node } of resolution.places) {
          const provision = provisionAt(document, node);
          const places = provision ? citationsOfProvision(library, provision) : [];
          const isCited = places.some(({ span }) => span.start === mention.start && span.end === mention.end);
          if (!isCited) wrong.push(`${name}: ${text.slice(mention.start, mention.end)}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
});
