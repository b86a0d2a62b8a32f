import assert from 'node:assert/strict';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { documentHighlights } from '../../server/src/features/documentHighlight.js';
import { fixture } from '../support/fixture.js';

/** What is highlighted, a line each; `=` marks what is spoken of itself. */
function highlighted(source: string): string[] {
  const { library, document, position } = fixture(source);
  return documentHighlights(library, document, position).map(
    ({ range, kind }) => (kind === DocumentHighlightKind.Write ? '=' : '') + document.textDocument.getText(range),
  );
}

describe('document highlights', () => {
  it('of an article: its number, and the citations of it in this document', () => {
    const text = (article: string, citation: string): string => `
      === 甲.txt
      ${article}　甲。
      第二条　违反${citation}规定，或者第一条第一款、第二条规定。
      第三条　第一条至第三条。
      === 乙.txt
      第一条　违反第一条规定。
    `;
    const expected = ['=第一条', '第一条', '第一条第一款', '第一条'];
    assert.deepEqual(highlighted(text('$$第一条', '第一条')), expected);
    assert.deepEqual(highlighted(text('第一条', '$$第一条')), expected);
  });

  it('of an instrument: all its names, and where a short one is given', () => {
    const text = (mention: string): string => `
      第一条　根据${mention}（以下简称《条例》）、《乙办法》制定。
      第二条　依照《条例》第二条和《甲市场条例》第三条办理，适用该条例。
    `;
    assert.deepEqual(highlighted(text('《甲市场$$条例》')), [
      '《甲市场条例》',
      '=条例',
      '《条例》',
      '《甲市场条例》',
      '该条例',
    ]);
  });

  it('of a short name: its uses', () => {
    assert.deepEqual(
      highlighted('第一条　根据《甲市场条例》（以下简称《条$$例》）制定。\n第二条　《条例》和《甲市场条例》。'),
      ['=条例', '《条例》'],
    );
  });

  it('of an article of another document: the citations of it', () => {
    assert.deepEqual(
      highlighted(
        '第一条　依照《甲法》$$第三条办理。\n第二条　依照甲法、《甲法》第三条第二款和第三条办理。\n第三条　乙。',
      ),
      ['第三条', '第三条第二款', '第三条'],
    );
  });

  it('none in running text', () => assert.deepEqual(highlighted('第一条　甲$$乙。\n第二条　第一条。'), []));
});
