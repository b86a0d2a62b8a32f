import assert from 'node:assert/strict';
import type { CallHierarchyItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/src/features/callHierarchy.js';
import { fileName } from '../../server/src/library/files.js';
import { fixture, show, type Fixture } from '../support/fixture.js';

function prepared(at: Fixture): CallHierarchyItem[] {
  return prepareCallHierarchy(at.library, at.document, at.position);
}

function only(at: Fixture): CallHierarchyItem {
  const [item, ...others] = prepared(at);
  assert.ok(item && others.length === 0, 'one item');
  return item;
}

/** `file: name ← citations`, a line each. */
function incoming(at: Fixture, item = only(at)): string[] {
  const documentOf = (uri: string) => at.library.document(uri);
  return incomingCalls(at.library, item.data, documentOf).map(({ from, fromRanges }) => {
    const words = fromRanges.map((range) => show(at, { uri: from.uri, range }).replace(/^.*: /, ''));
    return `${fileName(from.uri)}: ${from.name} ← ${words.join('、')}`;
  });
}

function outgoing(at: Fixture, item = only(at)): string[] {
  const documentOf = (uri: string) => at.library.document(uri);
  return outgoingCalls(at.library, item.data, documentOf).map(({ to, fromRanges }) => {
    const words = fromRanges.map((range) => show(at, { uri: item.uri, range }).replace(/^.*: /, ''));
    return `${fileName(to.uri)}: ${to.name} → ${words.join('、')}`;
  });
}

const RULES = `
  === 细则.txt
  某市供水条例实施细则
  第一条　根据《某市供水条例》（以下简称《条例》），制定本细则。
  第二条　违反《条例》第三条规定的，依照《条例》第五条第二款第一项处罚；违反第三条的，从重。
  第三条　《条例》第二条至第四条规定的期限为三日。
`;
const REGULATION = `
  === 条例.txt
  某市供水条例
  （2024年3月1日通过）
  第一章　总则
  第一条　为了供水，制定本条例。
  第二条　供水单位应当：
  （一）保证水质；
  （二）落实前项的要求。
  用户应当依照前款配合。
  第二章　管理
  第三条　供水依照第二条和本条例第二条第一款第二项办理。
  第四条　甲。
  第五条　乙。
  违反第三条的，处下列处罚：
  （一）警告；
  （二）罚款。
`;

/** The texts, with a mark put in front of the words; the text with the mark is open. */
function marked(words: string, text = REGULATION + RULES): Fixture {
  assert.ok(text.includes(words), words);
  return fixture(text.replace(words, `$$$$${words}`));
}

describe('callHierarchy', () => {
  describe('is prepared', () => {
    it('on the number of an article: its heading or opening words and the instrument in the detail', () => {
      const at = marked('第三条　供水');
      const item = only(at);
      assert.equal(item.name, '第三条');
      assert.equal(item.detail, '供水依照第二条和本条例第二条第一款第二项办理。　《某市供水条例》');
      assert.equal(show(at, { uri: item.uri, range: item.selectionRange }), '条例.txt: 第三条');
      assert.match(show(at, item), /^条例\.txt: 第三条　供水.*办理。$/);
    });

    it('in running text: the article around', () => {
      assert.equal(only(marked('证水质')).name, '第二条');
    });

    it('on an item, a chapter, a title, a short name', () => {
      assert.equal(only(marked('（一）保证')).name, '第二条第一款第一项');
      assert.equal(only(marked('第二章　管理')).name, '第二章');
      assert.equal(only(marked('某市供水条例\n')).name, '《某市供水条例》');
      assert.equal(only(marked('条例》第五条')).name, '《某市供水条例》');
    });

    it('on a citation: each provision that it names', () => {
      assert.deepEqual(
        prepared(marked('第五条第二款第一项处罚')).map(({ name }) => name),
        ['第五条第二款第一项'],
      );
      const at = fixture('第一条　甲。\n乙。\n依照前$$两款办理。');
      assert.deepEqual(
        prepared(at).map(({ name }) => name),
        ['第一条第一款', '第一条第二款'],
      );
    });

    it('on what leads nowhere: nothing', () => {
      assert.deepEqual(prepared(fixture('第一条　依照$$第九条和《没有的条例》第一条办理。')), []);
      assert.deepEqual(prepared(fixture('某条例\n前言。\n$$没有条文的文字。')), []);
      assert.deepEqual(prepared(fixture('第一条　甲。\n$$第×条　乙。')), []);
    });

    it('with the name that an article has in 【】', () => {
      const item = only(fixture('某法\n$$第一条　【贪污罪】国家工作人员贪污的，处罚。'));
      assert.equal(item.detail, '贪污罪　《某法》');
    });
  });

  describe('incoming: what cites', () => {
    it('an article, in its own text and in others, ranges around it included', () => {
      assert.deepEqual(incoming(marked('第三条　供水')), [
        '条例.txt: 第五条 ← 第三条',
        '细则.txt: 第二条 ← 第三条',
        '细则.txt: 第三条 ← 第二条至第四条',
      ]);
    });

    it('an article, but not what is in it', () => {
      assert.deepEqual(incoming(marked('第二条　供水单位')), [
        '条例.txt: 第三条 ← 第二条、第二条第一款第二项',
        '细则.txt: 第三条 ← 第二条',
      ]);
    });

    it('an item, from the article that it is in as well', () => {
      assert.deepEqual(incoming(marked('（一）保证')), ['条例.txt: 第二条 ← 前项']);
    });

    it('a chapter: its articles are cited by their numbers', () => {
      const at = fixture('$$第一章　总则\n第一条　甲。\n第二章　附则\n第二条　依照第一章办理。');
      assert.deepEqual(incoming(at), ['草案.law.txt: 第二条 ← 第一章']);
    });

    it('an instrument', () => {
      assert.deepEqual(incoming(marked('某市供水条例\n')), [
        '细则.txt: 第一条 ← 《某市供水条例》',
        '细则.txt: 第二条 ← 《条例》、《条例》',
        '细则.txt: 第三条 ← 《条例》',
      ]);
    });

    it('from a preamble', () => {
      const at = fixture(`
        === 条例.txt
        供水条例
        $$第一条　甲。
        === 解释.txt
        关于供水的解释
        （2024年1月1日通过）
        根据《供水条例》第一条，解释如下：
        第一条　乙。
      `);
      assert.deepEqual(incoming(at), ['解释.txt: 序言 ← 第一条']);
    });
  });

  describe('outgoing: what is cited', () => {
    it('by an article: provisions of its own text and of others, those between the ends of a range, whole instruments', () => {
      assert.deepEqual(outgoing(marked('第一条　根据')), ['条例.txt: 《某市供水条例》 → 《某市供水条例》']);
      assert.deepEqual(outgoing(marked('第二条　违反')), [
        '条例.txt: 第三条 → 第三条',
        '条例.txt: 第五条第二款第一项 → 第五条第二款第一项',
        '细则.txt: 第三条 → 第三条',
      ]);
      assert.deepEqual(outgoing(marked('第三条　《条例》')), [
        '条例.txt: 第二条 → 第二条至第四条',
        '条例.txt: 第三条 → 第二条至第四条',
        '条例.txt: 第四条 → 第二条至第四条',
      ]);
    });

    it('by an item only', () => {
      assert.deepEqual(outgoing(marked('（二）落实')), ['条例.txt: 第二条第一款第一项 → 前项']);
    });

    it('not what does not exist', () => {
      assert.deepEqual(outgoing(fixture('$$第一条　依照第九条和《没有的条例》办理。')), []);
    });
  });

  describe('an item that an editor kept', () => {
    it('is found by its number when lines were put in above it', () => {
      const at = marked('第三条　供水');
      const item = only(at);
      const text = at.document.text.replace('第二条　供水单位', '第一条之一　新。\n第二条　供水单位');
      at.library.setOpen(TextDocument.create(at.document.uri, 'regulation', 2, text));
      assert.deepEqual(incoming(at, item)[0], '条例.txt: 第五条 ← 第三条');
    });

    it('has no calls when the provision is gone, or the text, or when it is no item of ours', () => {
      const at = marked('第三条　供水');
      const item = only(at);
      at.library.setOpen(TextDocument.create(at.document.uri, 'regulation', 2, '某市供水条例\n第一条　甲。'));
      assert.deepEqual([incoming(at, item), outgoing(at, item)], [[], []]);
      at.library.close(at.document.uri);
      assert.deepEqual([incoming(at, item), outgoing(at, item)], [[], []]);
      for (const data of [undefined, null, 3, 'x', {}, { uri: at.document.uri, target: 1 }, { uri: 1, target: {} }]) {
        assert.deepEqual(incoming(at, { ...item, data }), []);
      }
    });
  });

  it('goes both ways: what an article cites is cited by it', () => {
    const at = marked('第二条　违反');
    const documentOf = (uri: string) => at.library.document(uri);
    for (const { to } of outgoingCalls(at.library, only(at).data, documentOf)) {
      const back = incomingCalls(at.library, to.data, documentOf).map(({ from }) => `${from.uri} ${from.name}`);
      assert.ok(back.includes(`${at.document.uri} 第二条`), to.name);
    }
  });
});
