import assert from 'node:assert/strict';
import { citationsOfInstrument } from '../../server/src/library/citedArticles.js';
import {
  citationsOfProvision,
  mentionsOfInstrument,
  provisionAt,
  type CitingPlace,
} from '../../server/src/library/citedBy.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import { Library } from '../../server/src/library/library.js';
import { fixture } from '../support/fixture.js';
import { laws } from '../support/laws.js';

function drawn(places: readonly CitingPlace[]): string[] {
  return places.map(({ document, span }) => `${document.uri} ${document.text.slice(span.start, span.end)}`);
}

/** Expects the one pass to find what is found for each article by itself. */
function agrees(library: Library, document: RegulationDocument): void {
  const { mentions, articles } = citationsOfInstrument(library, document);
  assert.deepEqual(drawn(mentions), drawn(mentionsOfInstrument(library, { document, key: document.key })));
  const inAnnexes = document.annexes.flatMap((annex) => document.provisionsAround(annex).articles);
  for (const article of [...document.provisions.articles, ...inAnnexes]) {
    const provision = provisionAt(document, article);
    const expected = provision ? citationsOfProvision(library, provision) : [];
    assert.deepEqual(drawn(articles.get(article) ?? []), drawn(expected), article.label);
  }
}

describe('the citations of all articles', () => {
  it('are those of each, ranges, paragraphs, other texts, twins and annexes included', () => {
    const at = fixture(`
      某条例
      第一条　甲。
      第二条　乙。
      丙。
      第二条　依照前款办理。
      第三条　违反第一条至第三条、第二条第二款和第五条规定的，依照第一条至第二条处理。
      第三条之一　丁。
      第四条　依照第三条至第五条、第十条至第二条、前两条办理。
      第五条　前款没有所指。
      附件
      第一条　依照第二条办理。
      第二条　依照第一条至第三条、第五条办理。
      第三条　戊。
      === 细则.txt
      第一条　根据《某条例》第二条、第三条至第五条，制定本细则。
      第二条　违反第一条至第三条的，适用《某条例》第三条之一。
      第三条　己。
    `);
    agrees(at.library, at.document);
    agrees(at.library, at.file('细则.txt'));
  });

  it('are those of each in real laws', function () {
    this.timeout(60_000);
    const some = laws(this).filter(({ name }, index) => index % 60 === 0 || name.startsWith('民法典/'));
    const library = new Library();
    for (const { name, text } of some) library.setFile(`file:///${encodeURIComponent(name)}`, text);
    for (const document of library.documents()) agrees(library, document);
  });
});
