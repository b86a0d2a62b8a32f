import assert from 'node:assert/strict';
import type { DocumentLink } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentLinks, resolveDocumentLink } from '../../server/src/features/documentLink.js';
import { fixture, show, type Fixture } from '../support/fixture.js';

const at = fixture(`
  === 细则.txt
  $$第一条　根据《供水条例》（以下简称《条例》），制定本细则。
  第二条　依照《条例》第二条第一项和前条、第九条以及《没有的条例》第一条办理。
  === 条例.txt
  供水条例
  第一条　甲。
  第二条　供水单位应当：
  （一）保证水质。
`);

function resolved(here: Fixture, link: DocumentLink): DocumentLink {
  return resolveDocumentLink(here.library, link, (uri) => here.library.document(uri));
}

describe('documentLink', () => {
  const links = documentLinks(at.library, at.document);

  it('is every citation that leads somewhere, without its target', () => {
    assert.deepEqual(
      links.map(({ range, target }) => [show(at, { uri: at.document.uri, range }), target]),
      ['《供水条例》', '《条例》', '第二条第一项', '前条'].map((words) => [`细则.txt: ${words}`, undefined]),
    );
  });

  it('is resolved into the place, line and character counted from 1, and what stands there', () => {
    assert.deepEqual(
      links.map((link) => {
        const { target = '', tooltip } = resolved(at, link);
        return [decodeURIComponent(target), tooltip];
      }),
      [
        ['file:///条例.txt#L1,1', '《供水条例》'],
        ['file:///条例.txt#L1,1', '《供水条例》'],
        ['file:///条例.txt#L4,1', '《供水条例》第二条第一项\n保证水质。'],
        ['file:///细则.txt#L1,1', '细则.txt第一条\n根据《供水条例》（以下简称《条例》），制定本细则。'],
      ],
    );
  });

  it('stays as it is where its citation is gone', () => {
    const [first] = links;
    assert.ok(first);
    const here = fixture('=== 细则.txt\n第一条　甲。');
    assert.equal(resolved(here, first).target, undefined);
    here.library.setOpen(TextDocument.create('file:///x', 'regulation', 1, ''));
    assert.equal(resolved(here, { range: first.range, data: { uri: 'file:///gone' } }).target, undefined);
    assert.equal(resolved(here, { range: first.range }).target, undefined);
  });
});
