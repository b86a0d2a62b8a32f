import assert from 'node:assert/strict';
import { ResponseError, type TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { prepareRename, rename, type RenameOptions } from '../../server/src/features/rename.js';
import { fileName } from '../../server/src/library/files.js';
import { fixture, type Fixture } from '../support/fixture.js';

const OPTIONS: RenameOptions = {
  locale: 'zh',
  takesDocumentChanges: true,
  takesChangeAnnotations: true,
  isEditable: ({ uri }) => fileName(uri).endsWith('.law.txt'),
};

/** The words that are offered for renaming. */
function offered(at: Fixture): string | undefined {
  const found = prepareRename(at.library, at.document, at.position);
  if (!found) return undefined;
  const words = at.document.textDocument.getText(found.range);
  assert.equal(words.replace(/\s/g, ''), found.placeholder);
  return words;
}

function renamed(at: Fixture, name: string, options = OPTIONS): WorkspaceEdit {
  return rename(at.library, at.document, at.position, name, options);
}

/** The texts that change, by their names, as they are then. */
function texts(at: Fixture, edit: WorkspaceEdit): Record<string, string> {
  const all = edit.documentChanges
    ? (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [textDocument.uri, edits] as const)
    : Object.entries(edit.changes ?? {});
  return Object.fromEntries(
    all.map(([uri, edits]) => {
      const document = at.library.document(uri);
      assert.ok(document);
      return [fileName(uri), TextDocument.applyEdits(document.textDocument, edits as TextEdit[]).trim()];
    }),
  );
}

/** Why a name is refused. */
function refusal(at: Fixture, name: string): string {
  try {
    renamed(at, name);
  } catch (error) {
    assert.ok(error instanceof ResponseError);
    return error.message;
  }
  return '';
}

describe('rename', () => {
  it('a term: its definition and its uses in its scope', () => {
    const at = fixture(`
      目录
      第一章　志愿者
      第一章　志愿者
      第一条　本办法所称志愿者，是指自然人；$$志愿者自愿。
      第二条　违反《志愿者条例》的，依照志愿者守则处理。
    `);
    assert.equal(offered(at), '志愿者');
    assert.deepEqual(texts(at, renamed(at, '义工')), {
      '草案.law.txt': [
        '目录',
        '第一章　义工',
        '第一章　义工',
        '第一条　本办法所称义工，是指自然人；义工自愿。',
        '第二条　违反《志愿者条例》的，依照义工守则处理。',
      ].join('\n'),
    });
  });

  it('a term of a chapter in that chapter only', () => {
    const at = fixture(`
      第一章　甲
      第一条　本章所称承$$运人，是指运货的人。
      第二章　乙
      第二条　承运人。
    `);
    assert.match(texts(at, renamed(at, '货运人'))['草案.law.txt'] ?? '', /本章所称货运人[^]*第二条　承运人。/);
  });

  it('what is short for something, what it means and where it is explained, together', () => {
    const at = fixture(`
      第一条　县管理中心（以下简称中心）负责。
      第二条　本办法所称中心，是指甲。
      第三条　中$$心登记。
      前款所称中心，包括乙。
    `);
    assert.deepEqual(texts(at, renamed(at, '本部'))['草案.law.txt']?.match(/本部/g)?.length, 4);
  });

  it('a short name of an instrument, in 《》 or not', () => {
    const bracketed = fixture(`
      第一条　根据《甲市场管理条例》（以下简称《条例》）制定。
      第二条　违反《条$$例》第三条，依照单行条例和《乙条例》处理。
      第三条　《条例》第四条。
    `);
    assert.equal(offered(bracketed), '条例');
    assert.deepEqual(texts(bracketed, renamed(bracketed, '市场条例'))['草案.law.txt']?.split('\n'), [
      '第一条　根据《甲市场管理条例》（以下简称《市场条例》）制定。',
      '第二条　违反《市场条例》第三条，依照单行条例和《乙条例》处理。',
      '第三条　《市场条例》第四条。',
    ]);
    const bare = fixture('第一条　根据《甲市场管理条例》（以下简称$$市场条例）制定。\n第二条　违反市场条例第三条。');
    assert.deepEqual(texts(bare, renamed(bare, '条例'))['草案.law.txt']?.split('\n'), [
      '第一条　根据《甲市场管理条例》（以下简称条例）制定。',
      '第二条　违反条例第三条。',
    ]);
  });

  describe('the title', () => {
    const workspace = `
      甲市市$$场管理条例（草案）
      第一条　甲。
      第二条　《甲市市场管理条例（草案）》以本条为准。
      === 细则.law.txt
      甲市市场管理条例实施细则
      第一条　根据《甲市市场管理条例》（以下简称《条例》）制定。
      第二条　违反《条例》第一条、《甲市市场管理
      条例》第二条、《关于修改〈甲市市场管理条例〉的决定》的，处罚。
      === 库.txt
      另一办法
      第一条　依照《甲市市场管理条例》第一条。
    `;

    it('and what cites it by its full title in the workspace, to be confirmed; not the library', () => {
      const at = fixture(workspace);
      const edit = renamed(at, '甲市集市管理条例');
      assert.deepEqual(texts(at, edit), {
        '草案.law.txt': '甲市集市管理条例\n第一条　甲。\n第二条　《甲市集市管理条例》以本条为准。',
        '细则.law.txt': [
          '甲市市场管理条例实施细则',
          '第一条　根据《甲市集市管理条例》（以下简称《条例》）制定。',
          '第二条　违反《条例》第一条、《甲市集市管理条例》第二条、《关于修改〈甲市市场管理条例〉的决定》的，处罚。',
        ].join('\n'),
      });
      const annotated = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
        fileName(textDocument.uri),
        edits.every((each) => 'annotationId' in each),
      ]);
      assert.deepEqual(annotated, [
        ['草案.law.txt', false],
        ['细则.law.txt', true],
      ]);
      assert.deepEqual(
        Object.values(edit.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
        [true],
      );
    });

    it('without versions and annotations for a client that takes none', () => {
      const at = fixture(workspace);
      const edit = renamed(at, '甲市集市管理条例', {
        ...OPTIONS,
        takesDocumentChanges: false,
        takesChangeAnnotations: false,
      });
      assert.deepEqual(Object.keys(edit), ['changes']);
      assert.deepEqual(Object.keys(texts(at, edit)), ['草案.law.txt', '细则.law.txt']);
    });

    it('of a statute, which citations name without 中华人民共和国', () => {
      const at = fixture(`
        中华人民共和国市$$场法
        第一条　甲。
        === 办法.law.txt
        某办法
        第一条　根据《市场法》、《中华人民共和国市场法》制定。
      `);
      assert.match(
        texts(at, renamed(at, '中华人民共和国集市法'))['办法.law.txt'] ?? '',
        /根据《集市法》、《中华人民共和国集市法》制定/,
      );
    });

    it('is refused where it is empty, has 《》 in it, or is that of another text', () => {
      const at = fixture(workspace);
      assert.equal(refusal(at, '  '), '标题不能为空。');
      assert.equal(refusal(at, '实施《甲法》办法'), '标题中不能有书名号《》或者换行；标题中的书名用〈〉。');
      assert.equal(refusal(at, '另一办法'), '已经有《另一办法》。');
    });
  });

  it('is refused to a name that is none, or is taken', () => {
    const at = fixture(`
      第一条　本办法所称志愿者，是指自然人；组织（以下简称志愿组织）负责。
      第二条　根据《甲条例》（以下简称《条例》），志愿$$者登记。
    `);
    assert.equal(refusal(at, ''), '名称不能为空。');
    assert.equal(refusal(at, '义工（者）'), '名称中不能有“（”。');
    assert.equal(refusal(at, '义 工'), '名称中不能有空格或者换行。');
    assert.equal(refusal(at, '志愿组织'), '本文已经定义了“志愿组织”，改用这个名称会使两者混同。');
    assert.equal(refusal(at, '条例'), '本文已经定义了“条例”，改用这个名称会使两者混同。');
    assert.equal(refusal(at, '志愿者'), '');
  });

  it('is offered for nothing else', () => {
    for (const source of [
      '第一条　$$甲乙。',
      '第一条　依照$$第一条。',
      '第一章　总$$则\n第一条　甲。',
      '第一条　根据《甲$$条例》制定。',
    ]) {
      const at = fixture(source);
      assert.equal(offered(at), undefined);
      assert.equal(refusal(at, '丙'), '这里不能重命名：请把光标放在用语、简称、条的序号或者本文的标题上。');
    }
  });
});
