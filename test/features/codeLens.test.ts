import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver';
import { codeLenses, resolveCodeLens } from '../../server/src/features/codeLens.js';
import type { Locale } from '../../server/src/features/locale.js';
import { SHOW_REFERENCES } from '../../server/src/protocol.js';
import { fixture, show, type Fixture } from '../support/fixture.js';

const at = fixture(`
  供水条例
  第一条　甲。
  乙，依照前款办理。
  第二条　依照第一条和第一条第二款办理。
  第三条　依照第一条至第二条、第九条办理。
  附件
  第二条　丙。
  第三条　依照第二条办理。
  === 细则.txt
  第一条　根据《供水条例》（以下简称《条例》）第一条至第三条，制定本细则。
  第二条　《条例》另有规定的除外；依照第一条办理。
`);

/** What stands above each line: the line, and the words of the lens. */
function lenses(locale: Locale = 'zh'): string[] {
  return codeLenses(at.library, at.document, locale, false).map(
    ({ range, command }) =>
      `${show(at, { uri: at.document.uri, range }).replace(/^.*: /, '')}: ${command?.title ?? ''}`,
  );
}

describe('codeLens', () => {
  it('says of the title and of each article how often it is cited from elsewhere', () => {
    assert.deepEqual(lenses(), [
      '供水条例: 被引用 2 处（本文 0，其他 2）',
      '第一条: 被引用 4 处（本文 3，其他 1）',
      '第二条: 被引用 2 处（本文 1，其他 1）',
      '第三条: 被引用 1 处（本文 0，其他 1）',
      '第二条: 被引用 1 处（本文 1，其他 0）',
    ]);
  });

  it('says it in English', () => {
    assert.equal(lenses('en')[3], '第三条: cited once (here 0, elsewhere 1)');
  });

  it('is words only for a client without the command', () => {
    for (const { command } of codeLenses(at.library, at.document, 'zh', false)) assert.equal(command?.command, '');
  });

  it('is resolved into the command that lists the places, as many as it says', () => {
    const documentOf = (uri: string) => at.library.document(uri);
    const unresolved = codeLenses(at.library, at.document, 'zh', true);
    const titles = lenses();
    unresolved.forEach((lens, index) => {
      assert.equal(lens.command, undefined);
      const { command } = resolveCodeLens(at.library, lens, documentOf, 'zh');
      assert.ok(command);
      assert.equal(command.command, SHOW_REFERENCES);
      assert.ok(titles[index]?.endsWith(command.title), command.title);
      const [uri, position, locations] = command.arguments as [string, unknown, Location[]];
      assert.equal(uri, at.document.uri);
      assert.deepEqual(position, lens.range.start);
      assert.equal(locations.length, Number(/\d+/.exec(command.title)?.[0]));
    });
  });

  it('lists the places', () => {
    const [, first] = codeLenses(at.library, at.document, 'zh', true);
    assert.ok(first);
    const { command } = resolveCodeLens(at.library, first, (uri) => at.library.document(uri), 'zh');
    const [, , locations] = command?.arguments as [string, unknown, Location[]];
    assert.deepEqual(
      locations.map((location) => show(at, location)).sort(),
      ['草案.law.txt: 第一条', '草案.law.txt: 第一条', '草案.law.txt: 第一条第二款', '细则.txt: 第一条'].sort(),
    );
  });

  it('that is stale is resolved into nothing', () => {
    const range = { start: at.position, end: at.position };
    for (const data of [
      undefined,
      { uri: 'file:///gone', target: {} },
      { uri: at.document.uri, target: { article: '99' } },
    ]) {
      const resolved = resolveCodeLens(at.library, { range, data }, (uri) => at.library.document(uri), 'zh');
      assert.deepEqual(resolved.command, { title: '', command: '' });
    }
  });

  it('is not there in a text that nothing cites', () => {
    const alone: Fixture = fixture('某条例\n第一条　甲。\n第二条　本条规定的除外。');
    assert.deepEqual(codeLenses(alone.library, alone.document, 'zh', true), []);
  });
});
