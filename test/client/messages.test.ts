import assert from 'node:assert/strict';
import { chosenLanguage, escapedMarkdown, message, withoutIcons } from '../../client/src/messages';

describe('messages of the client', () => {
  it('put values in their places', () => {
    assert.equal(message('zh', 'provisionUnreadable', '/水法.txt', '没有这个文件'), '不能打开 /水法.txt：没有这个文件');
    assert.equal(message('en', 'provisionUnreadable', '/水法.txt', '$1 {0}'), '/水法.txt cannot be opened: $1 {0}');
    assert.equal(message('zh', 'articles', 73), '73 条');
  });

  it('make no links, commands or icons of words of others', () => {
    const crafted = '[点此](command:workbench.action.terminal.new)条例.txt';
    assert.equal(
      message('zh', 'provisionUnreadable', crafted, '[甲](https://a)'),
      '不能打开 [点此] (command:workbench.action.terminal.new)条例.txt：[甲] (https://a)',
    );
    assert.equal(withoutIcons('$(error) 条例'), '$ (error) 条例');
    assert.equal(
      escapedMarkdown('![甲](https://a/b.png)<img src=x>\n# **乙**'),
      '\\!\\[甲\\](https://a/b.png)\\<img src=x\\> \\# \\*\\*乙\\*\\*',
    );
  });

  for (const [setting, editor, language] of [
    ['auto', 'zh-cn', 'zh'],
    ['auto', 'zh-tw', 'zh'],
    ['auto', 'en', 'en'],
    ['auto', 'de', 'en'],
    ['zh', 'en', 'zh'],
    ['en', 'zh-cn', 'en'],
    [undefined, 'zh-cn', 'zh'],
    ['法文', 'en', 'en'],
  ] as const) {
    it(`are in ${language} where the setting is ${String(setting)} and the editor's language ${editor}`, () => {
      assert.equal(chosenLanguage(setting, editor), language);
    });
  }
});
