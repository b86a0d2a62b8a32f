import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Library, type Resolution } from '../../server/src/library/library.js';
import { drawTarget } from '../support/targets.js';

/** A library of files, by name and text. */
function libraryOf(files: Readonly<Record<string, string>>): Library {
  const library = new Library();
  for (const [name, text] of Object.entries(files)) library.setFile(`file:///${name}`, text);
  return library;
}

/** What the nth mention of a document leads to: file and label, or why to nothing. */
function led(library: Library, name: string, words: string): string {
  const document = library.document(`file:///${name}`);
  assert.ok(document);
  const mention = library
    .citationsOf(document)
    .mentions.find(({ start, end }) => document.text.slice(start, end) === words);
  assert.ok(mention, `no mention ${words}`);
  return draw(library.resolve(document, mention));
}

function draw(resolution: Resolution): string {
  switch (resolution.state) {
    case 'found':
      return resolution.places
        .map(({ document, node }) => `${document.uri.replace('file:///', '')} ${node.label || node.kind}`)
        .join('、');
    case 'missing-provision':
      return `missing ${drawTarget(resolution.target)} in ${resolution.document.uri.replace('file:///', '')}`;
    case 'missing-document':
      return `no text of ${resolution.title}`;
    default:
      return resolution.state;
  }
}

const REGULATION = '甲省乙条例\n（2020年1月1日通过）\n第一章　总则\n第一条　甲。\n第二条　乙。\n丙：\n（一）丁。\n';

describe('the library', () => {
  it('leads to another text by title, short name and alias', () => {
    const library = libraryOf({
      'a.txt': REGULATION,
      'law.txt': '中华人民共和国丙法\n第一条　甲。\n',
      'b.txt':
        '细则\n第一条　根据《甲省乙条例》（以下简称《条例》）第一条、《丙法》第一条。\n第二条　《条例》第二条第二款第一项、《条例》第九条。\n第三条　《丁条例》第三条。',
    });
    assert.equal(led(library, 'b.txt', '《甲省乙条例》'), 'a.txt document');
    assert.equal(led(library, 'b.txt', '第一条'), 'a.txt 第一条');
    assert.equal(led(library, 'b.txt', '《丙法》'), 'law.txt document');
    assert.equal(led(library, 'b.txt', '《条例》'), 'a.txt document');
    assert.equal(led(library, 'b.txt', '第二条第二款第一项'), 'a.txt （一）');
    assert.equal(led(library, 'b.txt', '第九条'), 'missing 9条 in a.txt');
    assert.equal(led(library, 'b.txt', '第三条'), 'no text of 丁条例');
  });

  it('finds a draft by the title it will have', () => {
    const library = libraryOf({
      'a.txt': '甲条例实施细则（草案）\n第一条　甲。',
      'b.txt': '办法\n第一条　依照《甲条例实施细则》第一条。',
    });
    assert.equal(led(library, 'b.txt', '《甲条例实施细则》'), 'a.txt document');
  });

  it('takes the newest of several versions', () => {
    const library = libraryOf({
      'old.txt': REGULATION,
      'new.txt': REGULATION.replace('2020', '2023'),
      'b.txt': '办法\n第一条　依照《甲省乙条例》第二条。',
    });
    assert.equal(led(library, 'b.txt', '第二条'), 'new.txt 第二条');
  });

  it('takes the same one of two versions without a date, in whatever order their files came', () => {
    const texts = { 'a.txt': '甲条例\n第一条　甲。', 'c.txt': '甲条例\n第一条　乙。' };
    const citing = { 'b.txt': '办法\n第一条　依照《甲条例》第一条。' };
    const reversed = Object.fromEntries(Object.entries(texts).reverse());
    for (const files of [texts, reversed])
      assert.equal(led(libraryOf({ ...files, ...citing }), 'b.txt', '第一条'), 'a.txt 第一条');
  });

  it('looks for a provision of a statute published part by part in all its files', () => {
    const library = libraryOf({
      'one.txt': '中华人民共和国民法典\n总则\n第一章　甲\n第一条　甲。\n第二条　依照本法第二编和第三条、第九条。',
      'two.txt': '中华人民共和国民法典\n物权编\n第一章　乙\n第三条　乙。\n第四条　丙。',
    });
    assert.equal(led(library, 'one.txt', '第二编'), 'two.txt document');
    assert.equal(led(library, 'one.txt', '第三条'), 'two.txt 第三条');
    // Another part, whose file is not at hand, may have it.
    assert.equal(led(library, 'one.txt', '第九条'), 'no text of 中华人民共和国民法典');
  });

  it('means the annex’s own articles in an annex', () => {
    const library = libraryOf({
      'a.txt': '条例\n第一条　甲。\n附件一　规则\n第一条　乙。\n第二条　依照第一条，前条。',
    });
    const document = library.document('file:///a.txt');
    assert.ok(document);
    const places = library.citationsOf(document).mentions.map((mention) => {
      const resolution = library.resolve(document, mention);
      return resolution.state === 'found' ? resolution.places[0]?.node.text : resolution.state;
    });
    assert.deepEqual(places, ['第一条　乙。', '第一条　乙。']);
  });

  it('means by 前款 the article it stands in, even if another has the same number', () => {
    const library = libraryOf({ 'a.txt': '条例\n第一条　甲。\n乙。\n第一条　丙。\n依照前款。' });
    const document = library.document('file:///a.txt');
    assert.ok(document);
    const [mention] = library.citationsOf(document).mentions;
    assert.ok(mention);
    const resolution = library.resolve(document, mention);
    assert.equal(resolution.state === 'found' && resolution.places[0]?.node.text, '丙。');
  });

  it('lists the citations of an instrument, its own and those of others', () => {
    const library = libraryOf({
      'a.txt': '甲省乙条例\n第一条　甲。\n第二条　依照本条例第一条。',
      'b.txt': '办法\n第一条　《甲省乙条例》（以下简称《条例》）第一条。',
      'c.txt': '规定\n第一条　《丙条例》第一条。',
    });
    const cited = library.document('file:///a.txt');
    assert.ok(cited);
    assert.deepEqual(
      library
        .citing(cited)
        .map(
          ({ document, mention }) =>
            `${document.uri.replace('file:///', '')} ${document.text.slice(mention.start, mention.end)}`,
        ),
      ['a.txt 第一条', 'b.txt 《甲省乙条例》', 'b.txt 第一条'],
    );
    assert.equal(library.citing({ key: '丙条例' }).length, 2);
  });

  it('shows what an editor has open instead of the file, until it is closed', () => {
    const library = libraryOf({
      'a.txt': '甲条例\n第一条　甲。',
      'b.txt': '办法\n第一条　《甲条例》第二条、《乙条例》第一条。',
    });
    assert.equal(led(library, 'b.txt', '第二条'), 'missing 2条 in a.txt');
    library.setOpen(TextDocument.create('file:///a.txt', 'regulation', 1, '甲条例\n第一条　甲。\n第二条　乙。'));
    assert.equal(led(library, 'b.txt', '第二条'), 'a.txt 第二条');
    // A title that is edited is found by its new name at once.
    library.setOpen(TextDocument.create('file:///a.txt', 'regulation', 2, '乙条例\n第一条　甲。'));
    assert.equal(led(library, 'b.txt', '第二条'), 'no text of 甲条例');
    assert.equal(led(library, 'b.txt', '第一条'), 'a.txt 第一条');
    library.close('file:///a.txt');
    assert.equal(led(library, 'b.txt', '第二条'), 'missing 2条 in a.txt');
    library.deleteFile('file:///a.txt');
    assert.equal(led(library, 'b.txt', '第二条'), 'no text of 甲条例');
  });

  it('keeps an open text right when its file changes or goes', () => {
    const library = libraryOf({ 'a.txt': '甲条例\n第一条　甲。' });
    library.setOpen(TextDocument.create('file:///a.txt', 'regulation', 1, '甲条例\n第一条　乙。'));
    library.setFile('file:///a.txt', '丙条例');
    library.deleteFile('file:///a.txt');
    assert.equal(library.document('file:///a.txt')?.title, '甲条例');
    library.close('file:///a.txt');
    assert.equal(library.document('file:///a.txt'), undefined);
  });
});
