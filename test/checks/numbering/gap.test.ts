import assert from 'node:assert/strict';
import { gap } from '../../../server/src/checks/numbering/gap.js';
import { findings } from '../findings.js';

const shown = (source: string): unknown => findings(gap, source).map(({ marked, message }) => [marked, message]);

describe('numbering/gap', () => {
  it('reports a missing article once, at the one behind it', () => {
    const text = `
      示范市养犬管理条例
      第一条 为了规范养犬行为，制定本条例。
      第二条 本市行政区域内的养犬行为，适用本条例。
      第四条 养犬人应当依法养犬。
      第五条 本条例自公布之日起施行。`;
    assert.deepEqual(findings(gap, text), [{ marked: '第四条', message: '第二条之后缺第三条。', related: ['第二条'] }]);
  });

  it('names a range of missing articles', () => {
    assert.deepEqual(shown('条例\n第一条 甲。\n第五条 乙。'), [['第五条', '第一条之后缺第二条至第四条。']]);
    assert.deepEqual(shown('条例\n第一条 甲。\n第四条 乙。'), [['第四条', '第一条之后缺第二条、第三条。']]);
  });

  it('follows inserted articles', () => {
    const text = (...articles: string[]): string => `刑法\n${articles.map((label) => `${label} 甲。`).join('\n')}`;
    const before = ['第一条', '第二条'];
    assert.deepEqual(shown(text(...before, '第二条之一', '第二条之二', '第三条')), []);
    assert.deepEqual(shown(text(...before, '第二条之二', '第三条')), [['第二条之二', '第二条之后缺第二条之一。']]);
    assert.deepEqual(shown(text('第一条', '第二条之一', '第三条')), [['第二条之一', '第一条之后缺第二条。']]);
  });

  it('counts articles through all chapters, sections in each chapter', () => {
    const text = `
      条例
      第一章 总则
      第一节 甲
      第一条 甲。
      第二节 乙
      第二条 乙。
      第二章 分则
      第一节 丙
      第三条 丙。
      第三节 丁
      第四条 丁。`;
    assert.deepEqual(shown(text), [['第三节', '第一节之后缺第二节。']]);
  });

  it('lets chapters begin again in each part, or run on', () => {
    const statute = (second: string): string => `
      法典
      第一编 总则
      第一章 甲
      第一条 甲。
      第二编 分则
      ${second} 乙
      第二条 乙。
      第三章 丙
      第三条 丙。`;
    assert.deepEqual(shown(statute('第二章')), []);
    assert.deepEqual(shown(statute('第一章')), [['第三章', '第一章之后缺第二章。']]);
  });

  it('counts items in each list and subitems in each item', () => {
    const text = `
      条例
      第一条 下列行为：
      （一）甲：
      1.子；
      3.丑；
      （三）丙。
      有下列情形的：
      （一）丁；
      （二）戊。`;
    assert.deepEqual(shown(text), [
      ['（三）', '（一）之后缺（二）。'],
      ['3.', '1.之后缺2.。'],
    ]);
  });

  it('lets text stand between the items of one list', () => {
    const text = `
      条例
      第一条 按照下列程序办理：
      （一）受理。
      （二）公示。
      对公示有异议的，应当复核。
      （三）审批。`;
    assert.deepEqual(shown(text), []);
  });

  it('offers the number to a line that lost it', () => {
    const text = `
      条例
      第一条 禁止下列行为：
      （一）损坏设施；
      占用道路；
      （三）随意堆放。`;
    assert.deepEqual(findings(gap, text), [
      { marked: '占用道路；', message: '此处缺序号（二）。', fixed: '（二）占用道路；' },
    ]);
  });

  it('finds a number whose line break was lost', () => {
    const items = '条例\n第一条 禁止：\n（一）甲；（二）乙；\n（三）丙。';
    assert.deepEqual(findings(gap, items), [
      {
        marked: '（三）',
        message: '（一）之后缺（二）。',
        related: ['（一）', '（二）'],
        fixed: '（一）甲；\n（二）乙；',
      },
    ]);
    const articles = '条例\n第一条 甲。\n第二条 乙。 第三条继续教育实行登记制度。\n第四条 丁。';
    assert.deepEqual(findings(gap, articles), [
      {
        marked: '第四条',
        message: '第二条之后缺第三条。',
        related: ['第二条', '第三条'],
        fixed: '第二条 乙。\n第三条继续教育实行登记制度。',
      },
    ]);
  });

  it('finds a number that is miswritten with 笫', () => {
    assert.deepEqual(findings(gap, '条例\n第一条 甲。\n笫二条 乙。\n第三条 丙。'), [
      { marked: '第三条', message: '第一条之后缺第二条。', related: ['第一条', '笫二条'], fixed: '第二条 乙。' },
    ]);
  });

  it('takes no citation for a number whose line break was lost', () => {
    const text = '条例\n第一条 依照本法处罚。第二条规定的情形除外。\n第三条 丙。';
    assert.deepEqual(findings(gap, text), [{ marked: '第三条', message: '第一条之后缺第二条。', related: ['第一条'] }]);
  });

  it('asks a text to begin at 第一条, but not one that goes on with another', () => {
    assert.deepEqual(shown('条例\n第三条 甲。\n第四条 乙。'), [['第三条', '第三条之前缺第一条、第二条。']]);
    assert.deepEqual(shown('中华人民共和国宪法修正案\n第十八条 宪法序言中的“甲”修改为“乙”。'), []);
    assert.deepEqual(shown('中华人民共和国民法典\n物权编\n第二百零五条 本编调整物权关系。'), []);
  });

  it('lets a new provision without a number fill the gap', () => {
    assert.deepEqual(shown('条例\n第一条 甲。\n第×条 乙。\n第三条 丙。'), []);
    assert.deepEqual(shown('条例\n第一条 甲。\n第×条 乙。\n第二条 丙。'), []);
  });

  it('counts in annexes anew', () => {
    const text = `
      条例
      第一条 甲。
      第二条 乙。
      附件一 办法
      第一条 丙。
      第三条 丁。`;
    assert.deepEqual(shown(text), [['第三条', '第一条之后缺第二条。']]);
  });

  it('leaves out what an amending decision quotes', () => {
    const text = `
      关于修改《示范市养犬管理条例》的决定
      一、第三条修改为：
      “第三条 养犬人应当遵守下列规定：
      （一）束犬链；
      （二）清理粪便。”
      二、删去第九条。`;
    assert.deepEqual(shown(text), []);
  });

  it('counts clauses, which begin again in the next text', () => {
    assert.deepEqual(shown('意见\n一、甲。\n二、乙。\n四、丁。'), [['四、', '二、之后缺三、。']]);
    assert.deepEqual(shown('通知\n一、甲。\n二、乙。\n清单\n一、丙。\n二、丁。'), []);
  });
});
