import assert from 'node:assert/strict';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import { folderUri, isWithin, readableUri, Spellings, uriBelow, uriKey } from '../../server/src/uris.js';

describe('URIs', () => {
  it('have one key, however they are escaped', () => {
    const key = uriKey('file:///c%3A/%E6%B3%95%E8%A7%84/%E4%BE%9B%E6%B0%B4%EF%BC%88%E8%8D%89%EF%BC%89.txt');
    assert.equal(uriKey('file:///C:/法规/供水（草）.txt'), key);
    assert.equal(uriKey('file:///c:/%e6%b3%95规/供水（草）.txt'), key);
    assert.notEqual(uriKey('file:///c:/法规/供水.txt'), key);
  });

  it('have the key that parsing and writing makes, in whatever form they are', () => {
    const part = fc.constantFrom(
      ...['/', '//', 'a', '.', '-', '~', '(', ')', '%20', '%28', '%', '%41', '%2F', '%C3%A9', '%E7%AC%AC', '%e7%ac%ac'],
      ...['%E0%80%80', '%ED%A0%80', '%EF%BF%BF', '%E7%AC', '第', ' ', 'c:', 'C%3A', '?', '#', '!', '+', '\n'],
    );
    fc.assert(
      fc.property(
        fc.constantFrom('file:///', 'file://', 'File:///'),
        fc.array(part, { maxLength: 6 }),
        (begin, parts) => {
          const uri = begin + parts.join('');
          let expected = uri;
          try {
            expected = URI.parse(uri).toString();
          } catch {
            // No URI: its own key.
          }
          assert.equal(uriKey(uri), expected);
        },
      ),
      { numRuns: 5000 },
    );
  });

  for (const odd of ['', '%', 'untitled:草稿', '供水', '//', 'a b:c']) {
    it(`have a key where they are odd: ${odd}`, () => assert.equal(typeof uriKey(odd), 'string'));
  }

  it('lie within a folder or outside it', () => {
    assert.ok(isWithin('file:///a/b/c.txt', 'file:///a/b'));
    assert.ok(isWithin('file:///a/b', 'file:///a/b'));
    assert.ok(!isWithin('file:///a/bc.txt', 'file:///a/b'));
  });

  it('are made from a folder and a name', () => {
    assert.equal(uriBelow('file:///a/', '供 水.txt'), 'file:///a/%E4%BE%9B%20%E6%B0%B4.txt');
    assert.equal(uriBelow('tiaowen-corpus:/', '条例.txt'), 'tiaowen-corpus:/%E6%9D%A1%E4%BE%8B.txt');
  });

  const folders: [entry: string, uri: string | undefined][] = [
    ['/a/法', 'file:///a/%E6%B3%95'],
    ['/a/b/', 'file:///a/b'],
    ['file:///a/b/', 'file:///a/b'],
    ['memfs:/法', 'memfs:/%E6%B3%95'],
    ['法规', undefined],
    ['./法规', undefined],
    ['', undefined],
  ];
  for (const [entry, uri] of folders) {
    it(`are those of folders in the settings: ${entry}`, () => assert.equal(folderUri(entry), uri));
  }

  it('are read by people', () => {
    assert.equal(readableUri('file:///a/%E6%B3%95%20%E8%A7%84.txt'), '/a/法 规.txt');
    assert.equal(readableUri('memfs:/%E6%B3%95.txt'), 'memfs:/法.txt');
  });

  it('are spelled as the editor spells them', () => {
    const spellings = new Spellings();
    assert.equal(spellings.settle('file:///%E6%B3%95.txt'), 'file:///%E6%B3%95.txt');
    assert.equal(spellings.settle('file:///法.txt'), 'file:///%E6%B3%95.txt');
    spellings.adopt('file:///法.txt');
    assert.equal(spellings.of('file:///%E6%B3%95.txt'), 'file:///法.txt');
    assert.equal(spellings.of('file:///%E6%B0%B4.txt'), 'file:///%E6%B0%B4.txt');
  });

  it('are those of the documents that show the files, however either is spelled', () => {
    const spellings = new Spellings((uri) => uri.replace('file:', 'shown:'));
    assert.equal(spellings.settle('file:///%E6%B3%95.docx'), 'shown:///%E6%B3%95.docx');
    assert.equal(spellings.of('file:///法.docx'), 'shown:///%E6%B3%95.docx');
    spellings.adopt('shown:/法.docx');
    assert.equal(spellings.of('file:///%E6%B3%95.docx'), 'shown:/法.docx');
    assert.equal(spellings.settle('file:///法.docx'), 'shown:/法.docx');
  });
});
