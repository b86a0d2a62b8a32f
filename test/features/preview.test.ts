import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { preview } from '../../server/src/features/preview.js';
import { Library } from '../../server/src/library/library.js';
import type { PreviewResult } from '../../server/src/protocol.js';

const RULES =
  '某市供水办法\n\n第一条　依照《某市供水条例》第二条，和《某省条例》第一条。\n第二条　违反第一条的，依照前条办理。\n';

function previewOf(text: string, uri = 'file:///%E5%8A%9E%E6%B3%95.txt'): PreviewResult {
  const library = new Library();
  library.setFile('file:///law.txt', '某市供水条例\n第一条　供水。\n第二条　排水。\n');
  library.setFile('file:///law.docx', '某市排水条例\n第一条　排水。\n');
  return preview(library, library.setOpen(TextDocument.create(uri, 'regulation', 1, text)));
}

describe('the preview', () => {
  it('says which line each element comes from', () => {
    const { body } = previewOf(RULES);
    assert.match(body, /<h1 data-line="0">某市供水办法<\/h1>/);
    assert.match(body, /<p class="paragraph" id="art_1__para_1" data-line="2">/);
    assert.match(body, /<p class="paragraph" id="art_2__para_1" data-line="3">/);
  });

  it('names where citations lead by their place among the targets, and links none that lead nowhere', () => {
    const { body, targets } = previewOf(RULES);
    const links = [...body.matchAll(/<a class="citation" href="#" data-target="(\d)">([^<]*)<\/a>/g)];
    assert.deepEqual(
      links.map(([, index, words]) => {
        const { uri, range } = targets[Number(index)] ?? assert.fail('no target');
        return `${words ?? ''} → ${uri} ${String(range.start.line)}`;
      }),
      [
        '《某市供水条例》 → file:///law.txt 0',
        '第二条 → file:///law.txt 2',
        '第一条 → file:///%E5%8A%9E%E6%B3%95.txt 2',
        '前条 → file:///%E5%8A%9E%E6%B3%95.txt 2',
      ],
    );
    assert.ok(body.includes('和《某省条例》第一条。'));
    assert.doesNotMatch(body, /file:|command:/);
  });

  it('leads to no Word document, which no editor opens', () => {
    assert.deepEqual(previewOf('某市办法\n第一条　依照《某市排水条例》第一条。\n').targets, []);
  });

  it('is called by the title, else by the file', () => {
    assert.equal(previewOf(RULES).title, '某市供水办法');
    assert.equal(previewOf('第一条　甲。\n').title, '办法');
  });
});
