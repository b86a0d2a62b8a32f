import assert from 'node:assert/strict';
import { effectiveDatePlace } from '../../../server/src/checks/structure/effectiveDatePlace.js';
import { promulgation } from '../../../server/src/checks/structure/promulgation.js';
import { findings } from '../findings.js';

describe('structure/effective-date-place', () => {
  const marked = (...articles: readonly string[]): unknown =>
    findings(
      effectiveDatePlace,
      ['供水条例', ...articles.map((words, index) => `第${'一二三四'.charAt(index)}条 ${words}`)].join('\n'),
    ).map((finding) => finding.marked);

  it('reports a date of effect in front of the last article', () => {
    assert.deepEqual(marked('甲。', '本条例自2024年1月1日起施行。', '农村供水参照本条例执行。'), [
      '本条例自2024年1月1日起施行',
    ]);
  });

  it('leaves alone what takes effect by the last article, and other things that take effect', () => {
    assert.deepEqual(marked('甲。', '农村供水参照本条例执行。', '本条例自公布之日起施行。'), []);
    assert.deepEqual(marked('本条例自2024年1月1日起施行。', '第三条自2025年1月1日起施行。'), []);
    assert.deepEqual(marked('处罚决定自送达之日起生效。', '农村供水参照本条例执行。'), []);
  });
});

describe('structure/promulgation', () => {
  const messages = (notes: string, effect: string, title = '供水条例'): unknown =>
    findings(promulgation, `${title}\n${notes}\n第一条 甲。\n第二条 ${effect}。`).map(({ message }) => message);
  const NOTE = '（2024年4月20日国务院令第999号公布）';

  it('reports a regulation or a rule that takes effect too early', () => {
    assert.deepEqual(messages(NOTE, '本条例自2024年5月1日起施行'), ['施行日期距公布日期只有11日，不足三十日。']);
    assert.deepEqual(messages('2024年2月28日 某某部令第12号公布', '本办法自2024年3月28日起施行', '供水办法'), [
      '施行日期距公布日期只有29日，不足三十日。',
    ]);
  });

  it('counts from the act that made the text, not from later amendments', () => {
    const notes = `${NOTE}\n2026年5月1日 国务院令第1001号公布 第一次修订`;
    assert.deepEqual(messages(notes, '本条例自2024年6月1日起施行'), []);
    assert.deepEqual(messages(notes, '本条例自2024年5月1日起施行'), ['施行日期距公布日期只有11日，不足三十日。']);
  });

  it('leaves alone the very day, thirty days, older texts, laws and local regulations', () => {
    assert.deepEqual(messages(NOTE, '本条例自公布之日起施行'), []);
    assert.deepEqual(messages(NOTE, '本条例自2024年5月20日起施行'), []);
    assert.deepEqual(messages(NOTE.replace('2024', '1999'), '本条例自1999年5月1日起施行'), []);
    const congress = '（2024年4月20日某市人民代表大会常务委员会通过 2024年4月25日公布）';
    assert.deepEqual(messages(congress, '本条例自2024年5月1日起施行', '某市供水条例'), []);
  });
});
