import assert from 'node:assert/strict';
import { fixture } from '../support/fixture.js';
import { dedent } from '../support/render.js';
import { markdownOf } from './peerMarkdown.js';

describe('a law in Markdown, for the peer', () => {
  it('has a heading for each symbol and a link for each citation that leads somewhere', () => {
    const { library, document } = fixture(`
      某某办法
      第一章 总则
      第一条 根据《某某条例》第二条和《其他条例》制定。
      第二条 违反第一条的，责令改正。
      === 某某条例.txt
      某某条例
      第一条 甲。
      第二条 乙。
    `);
    const markdown = markdownOf(library, document, () => 'other.md');
    assert.equal(
      decodeURI(markdown).trim().replace(/\n+/g, '\n'),
      dedent(`
        某某办法
        # 第一章 总则
        第一章 总则
        ## 第一条
        第一条 根据[《某某条例》](other.md)[第二条](other.md#第二条)和《其他条例》制定。
        ## 第二条
        第二条 违反[第一条](#第一条)的，责令改正。
      `),
    );
  });
});
