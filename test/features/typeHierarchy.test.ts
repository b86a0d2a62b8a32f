import assert from 'node:assert/strict';
import type { TypeHierarchyItem } from 'vscode-languageserver';
import { prepareTypeHierarchy, subtypes, supertypes } from '../../server/src/features/typeHierarchy.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import { fixture, show, type Fixture } from '../support/fixture.js';

const TEXTS = `
  === 水法.txt
  中华人民共和国水法
  （2016年7月2日修正）
  第一条　根据宪法，制定本法。
  === 条例.txt
  某省供水条例
  （2020年1月1日通过）
  第一条　根据《中华人民共和国水法》和《城市供水条例》（以下简称《国务院条例》），结合本省实际，制定本条例。
  第二条　依照《某省物价办法》第一条办理。
  === 旧.txt
  某省供水条例
  （2010年1月1日通过）
  第一条　根据水法，制定本条例。
  === 细则.txt
  某市供水条例实施细则
  第一条　根据《某省供水条例》，制定本细则。
  === 物价.txt
  某省物价办法
  第一条　违反《某省供水条例》的，依照《中华人民共和国水法》处罚。
`;

function marked(words: string): Fixture {
  assert.ok(TEXTS.includes(words), words);
  return fixture(TEXTS.replace(words, `$$$$${words}`));
}

function only(at: Fixture): TypeHierarchyItem {
  const [item, ...others] = prepareTypeHierarchy(at.library, at.document, at.position, 'zh');
  assert.ok(item && others.length === 0, 'one item');
  return item;
}

function up(at: Fixture, item = only(at)): TypeHierarchyItem[] {
  return supertypes(at.library, item.data, documentsOf(at), 'zh');
}

function down(at: Fixture, item = only(at)): TypeHierarchyItem[] {
  return subtypes(at.library, item.data, documentsOf(at));
}

function documentsOf(at: Fixture): (uri: string) => RegulationDocument | undefined {
  return (uri) => at.library.document(uri);
}

const names = (items: readonly TypeHierarchyItem[]): string[] => items.map(({ name }) => name);

describe('typeHierarchy', () => {
  it('is prepared of the instrument that is named, anywhere else of the own one', () => {
    for (const [words, expected] of [
      ['某省供水条例\n  （2020', '《某省供水条例》'],
      ['一条　根据《中华人民共和国水法》', '《某省供水条例》'],
      ['水法》和', '《中华人民共和国水法》'],
      ['一条办理', '《某省物价办法》'],
      ['结合本省', '《某省供水条例》'],
    ] as const) {
      assert.equal(only(marked(words)).name, expected, words);
    }
  });

  it('shows the title of the text and the date of its version', () => {
    const at = marked('水法》和');
    const item = only(at);
    assert.equal(item.detail, '2016-07-02');
    assert.equal(show(at, { uri: item.uri, range: item.selectionRange }), '水法.txt: 中华人民共和国水法');
  });

  it('goes up to the laws of the clause 根据…制定本条例, in its order, and further up', () => {
    const at = marked('结合本省');
    const [law, regulation] = up(at);
    assert.deepEqual(names(up(at)), ['《中华人民共和国水法》', '《城市供水条例》']);
    assert.ok(law && regulation);
    assert.deepEqual(names(up(at, law)), ['《中华人民共和国宪法》']);
  });

  it('shows a parent without text where it is named, and what is made under it all the same', () => {
    const at = marked('结合本省');
    const [, missing] = up(at);
    assert.ok(missing);
    assert.equal(missing.detail, '条文库中没有文本');
    assert.equal(show(at, missing), '条例.txt: 《城市供水条例》');
    assert.deepEqual(names(up(at, missing)), []);
    assert.deepEqual(names(down(at, missing)), ['《某省供水条例》']);
  });

  it('goes down to what is made under it: of several versions the newest, and not what only cites it', () => {
    const at = marked('水法》和');
    assert.deepEqual(
      down(at).map(({ name, detail }) => `${name} ${detail ?? ''}`),
      ['《某省供水条例》 2020-01-01'],
    );
    assert.deepEqual(names(down(marked('结合本省'))), ['《某市供水条例实施细则》']);
  });

  it('has nothing for an item whose text is gone, or that is no item of ours', () => {
    const at = marked('结合本省');
    for (const data of [undefined, null, 1, {}, { uri: 'file:///gone' }, { uri: 3, title: 4 }]) {
      assert.deepEqual([up(at, { ...only(at), data }), down(at, { ...only(at), data })], [[], []]);
    }
  });
});
