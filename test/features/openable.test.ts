import assert from 'node:assert/strict';
import type { Location, LocationLink, MarkupContent } from 'vscode-languageserver';
import { codeActions } from '../../server/src/features/codeAction.js';
import { definition } from '../../server/src/features/definition.js';
import { hover } from '../../server/src/features/hover.js';
import { isOpenable, isWordText } from '../../server/src/features/openable.js';
import { references } from '../../server/src/features/references.js';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbol.js';
import { Library } from '../../server/src/library/library.js';
import { TextDocument } from 'vscode-languageserver-textdocument';

const WORD_FILE = 'file:///%E4%BE%9B%E6%B0%B4%E6%9D%A1%E4%BE%8B.docx';
const WORD_TEXT = 'tiaowen-text:/%E4%BE%9B%E6%B0%B4%E6%9D%A1%E4%BE%8B.docx.txt?file';
const CITED = '某市供水条例\n第一条　供水。\n第二条　按照第一条办理。';
const CITING = '某市供水办法\n第一条　依照《某市供水条例》第一条办理。';

describe('Word documents in answers', () => {
  it('are told from other documents', () => {
    assert.ok(isOpenable({ uri: 'file:///a/条例.txt' }));
    assert.ok(isOpenable({ uri: WORD_TEXT }));
    assert.ok(!isOpenable({ uri: WORD_FILE }));
    assert.ok(!isOpenable({ uri: 'file:///a/%E6%9D%A1.DOCX' }));
    assert.ok(isWordText(WORD_TEXT) && !isWordText(WORD_FILE));
  });

  function answers(uri: string): { places: string[]; hover: string; symbols: number } {
    const library = new Library();
    library.setFile(uri, CITED);
    const document = library.setOpen(TextDocument.create('file:///%E5%8A%9E%E6%B3%95.txt', 'regulation', 1, CITING));
    const position = { line: 1, character: CITING.split('\n')[1]?.lastIndexOf('第一条') ?? 0 };
    const links = definition(library, document, position, true) as LocationLink[];
    const locations = definition(library, document, position, false) as Location[];
    const shown = hover(library, document, position, { locale: 'zh', maxLength: 600 });
    return {
      places: [
        ...links.map(({ targetUri }) => targetUri),
        ...[...locations, ...references(library, document, position, true)].map((location) => location.uri),
      ],
      hover: (shown?.contents as MarkupContent).value,
      symbols: workspaceSymbols(library, '某市供水条例').symbols.length,
    };
  }

  it('are no places, where the editor does not show their texts; their text is there all the same', () => {
    const { places, hover, symbols } = answers(WORD_FILE);
    assert.deepEqual(places, ['file:///%E5%8A%9E%E6%B3%95.txt']);
    assert.match(hover, /供水。[^]*供水条例\\\.docx/);
    assert.doesNotMatch(hover, /\]\(file:\/\/\/%E4%BE%9B/);
    assert.equal(symbols, 0);
  });

  it('are places in the documents that show their texts', () => {
    const { places, hover, symbols } = answers(WORD_TEXT);
    assert.equal(places.filter((uri) => uri === WORD_TEXT).length, 4);
    assert.ok(hover.includes(`[打开](${WORD_TEXT}#L2,1)`), hover);
    assert.equal(symbols, 1);
  });

  it('are not mended: nothing writes into them', () => {
    const library = new Library();
    const text = '第一十二条　供水。';
    for (const [uri, count] of [
      ['file:///a.txt', 1],
      [WORD_TEXT, 0],
    ] as const) {
      const document = library.setOpen(TextDocument.create(uri, 'regulation', 1, text));
      const span = { start: 0, end: 5 };
      const fix = { title: { zh: '改', en: 'Change' }, edits: [{ span, newText: '第十二条' }] };
      const problem = {
        span,
        code: 'x',
        severity: 'warning',
        message: { zh: '错', en: 'Wrong' },
        fixes: [fix],
      } as const;
      const options = { locale: 'zh', relatedInformation: true } as const;
      assert.equal(codeActions(library, document, [problem], document.rangeOf(span), {}, options).length, count, uri);
    }
  });
});
