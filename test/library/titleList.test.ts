import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Library } from '../../server/src/library/library.js';

describe('the titles of a library', () => {
  it('are those of its texts, of several versions one', () => {
    const library = new Library();
    library.setFile('file:///a', '甲条例\n（2020年1月1日通过）\n第一条　甲。');
    library.setFile('file:///b', '甲条例（试行）\n（2018年1月1日通过）\n第一条　甲。');
    library.setFile('file:///c', '乙办法\n第一条　乙。');
    library.setFile('file:///d', '第一条　没有标题。');
    assert.deepEqual([...library.instrumentTitles()].sort(), ['乙办法', '甲条例']);
    library.deleteFile('file:///a');
    assert.deepEqual([...library.instrumentTitles()].sort(), ['乙办法', '甲条例（试行）']);
    library.deleteFile('file:///b');
    assert.deepEqual(library.instrumentTitles(), ['乙办法']);
  });

  it('are the same list while texts are edited, and another one when a title is', () => {
    const library = new Library();
    const edit = (text: string): readonly string[] => {
      library.setOpen(TextDocument.create('file:///a', 'regulation', 1, text));
      return library.instrumentTitles();
    };
    const first = edit('甲条例\n第一条　甲。');
    assert.equal(edit('甲条例\n第一条　甲乙。'), first);
    assert.deepEqual(edit('甲乙条例\n第一条　甲乙。'), ['甲乙条例']);
  });
});
