import assert from 'node:assert/strict';
import { escapeMarkdown, markdownLink } from '../../server/src/features/escapeMarkdown.js';

describe('escapeMarkdown', () => {
  for (const [text, escaped] of [
    ['第一条　为了加强管理，制定本条例。', '第一条　为了加强管理，制定本条例。'],
    ['<script>alert(1)</script>', '\\<script\\>alert\\(1\\)\\<\\/script\\>'],
    ['[打开](command:workbench.action.quit)', '\\[打开\\]\\(command\\:workbench\\.action\\.quit\\)'],
    ['![图](https://example.org/a.png)', '\\!\\[图\\]\\(https\\:\\/\\/example\\.org\\/a\\.png\\)'],
    ['www.example.org，a@example.org', 'www\\.example\\.org，a\\@example\\.org'],
    ['**粗** _斜_ `码` ~删~', '\\*\\*粗\\*\\* \\_斜\\_ \\`码\\` \\~删\\~'],
    ['# 标题', '\\# 标题'],
    ['> 引文', '\\> 引文'],
    ['1. 高效节能', '1\\. 高效节能'],
    ['- 项', '\\- 项'],
    ['| 表 | 格 |', '\\| 表 \\| 格 \\|'],
    ['&lt;b&gt; &#60;', '\\&lt\\;b\\&gt\\; \\&\\#60\\;'],
    ['$(icon)', '\\$\\(icon\\)'],
    ['\\](x)', '\\\\\\]\\(x\\)'],
    ['甲\n\n---\r\n乙\u2028丙', '甲 \\-\\-\\- 乙 丙'],
    ['    四个空格', '四个空格'],
    ['\t制表', '制表'],
    ['', ''],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(escapeMarkdown(text), escaped));
  }
});

describe('markdownLink', () => {
  for (const [text, uri, link] of [
    ['打开', 'file:///%E6%B3%95.txt#L12,5', '[打开](file:///%E6%B3%95.txt#L12,5)'],
    ['打开', 'file:///a(2020-01-01).txt', '[打开](file:///a%282020-01-01%29.txt)'],
    ['打开', 'file:///a b.txt', '[打开](file:///a%20b.txt)'],
    ['打开', 'file:///a\n\n<b>`c`\\', '[打开](file:///a%0A%0A%3Cb%3E%60c%60%5C)'],
    ['打开', 'x:/a?b=1&c=2', '[打开](x:/a?b=1&c=2)'],
    ['打开', 'x:/a&lt;b', '[打开](x:/a%26lt;b)'],
    ['](x)[', 'file:///a', '[\\]\\(x\\)\\[](file:///a)'],
  ] as const) {
    it(JSON.stringify([text, uri]), () => assert.equal(markdownLink(text, uri), link));
  }
});
