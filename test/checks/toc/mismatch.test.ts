import assert from 'node:assert/strict';
import { mismatch } from '../../../server/src/checks/toc/mismatch.js';
import { findings } from '../findings.js';

const BODY = `第一章　总　　则
第一条 甲。
第二章　产业发展
第一节　布局
第二条 乙。
第二节　特色产业
第三条 丙。
第三章　附　　则
第四条 丁。`;

/** A regulation with that body and a table of contents. */
function withContents(...entries: string[]): string {
  return `条例\n目　录\n${entries.join('\n')}\n\n${BODY}`;
}

const shown = (...entries: string[]): unknown =>
  findings(mismatch, withContents(...entries)).map(({ marked, message, fixed }) => [
    marked,
    message,
    ...(fixed === undefined ? [] : [fixed]),
  ]);

describe('toc/mismatch', () => {
  const first = '第一章 总则';
  const second = ['第二章 产业发展', '　　第一节 布局', '　　第二节 特色产业'];
  const last = '第三章 附则';

  it('takes a table that repeats the headings, whatever its layout', () => {
    assert.deepEqual(shown(first, ...second, last), []);
    assert.deepEqual(
      shown('第一章 总则……1', '第二章　产业发展 ……… 2', '第一节 布局\t3', '第二节 特色产业5', '第三章 附则（6）'),
      [],
    );
  });

  it('takes a table without sections', () => {
    assert.deepEqual(shown(first, '第二章 产业发展', last), []);
  });

  it('does not compare entries that have no number', () => {
    assert.deepEqual(shown('序言', first, ...second, last, '附件'), []);
  });

  it('reports another name, and offers the heading’s', () => {
    assert.deepEqual(findings(mismatch, withContents(first, '第二章 产业促进……3', ...second.slice(1), last)), [
      {
        marked: '产业促进……3',
        message: '目录作“第二章　产业促进”，正文为“第二章　产业发展”。',
        related: ['第二章　产业发展'],
        fixed: '第二章 产业发展……3',
      },
    ]);
  });

  it('names a heading without a name by its number only', () => {
    const text = withContents(first, ...second, last).replace('\n第二章　产业发展\n', '\n第二章\n');
    assert.deepEqual(
      findings(mismatch, text).map(({ message }) => message),
      ['目录作“第二章　产业发展”，正文为“第二章”。'],
    );
  });

  it('reports another number', () => {
    assert.deepEqual(shown(first, ...second, '第四章 附则'), [
      ['第四章', '目录作“第四章　附则”，正文为“第三章　附则”。'],
    ]);
  });

  it('reports a missing entry, at the heading', () => {
    assert.deepEqual(findings(mismatch, withContents(first, ...second.slice(0, 2), last)), [
      { marked: '第二节　特色产业', message: '目录缺“第二节　特色产业”。', related: ['目　录'] },
    ]);
  });

  it('reports an entry too many', () => {
    assert.deepEqual(shown(first, ...second, '第三章 法律责任', last), [
      ['第三章 法律责任', '目录中的“第三章　法律责任”在正文中没有。'],
    ]);
  });

  it('reports an entry at another place once', () => {
    assert.deepEqual(shown(first, second[0] ?? '', second[2] ?? '', second[1] ?? '', last), [
      ['第二节 特色产业', '目录中“第二节　特色产业”的位置与正文不同。'],
    ]);
  });

  it('compares the table of an instrument that a decision republishes', () => {
    const text = `关于修改《示范条例》的决定\n一、删去第五条。\n\n${withContents(first, '第二章 产业', last).replace('条例', '示范条例')}`;
    assert.deepEqual(
      findings(mismatch, text).map(({ marked }) => marked),
      ['产业'],
    );
  });

  it('says nothing of a text without a table', () => {
    assert.deepEqual(findings(mismatch, `条例\n${BODY}`), []);
  });
});
