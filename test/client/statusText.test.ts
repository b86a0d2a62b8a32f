import assert from 'node:assert/strict';
import { statusText } from '../../client/src/statusText';

const status = { uri: 'file:///law.txt', version: 1, title: '某某县农贸市场管理办法', articles: 25, problems: 3 };

describe('the status bar', () => {
  it('shows the instrument, its articles and its problems', () => {
    assert.deepEqual(statusText(status, 'zh'), {
      text: '$(law) 某某县农贸市场管理办法 · 25 条 · 3 个问题',
      tooltip: '某某县农贸市场管理办法 · 25 条 · 3 个问题\n点击查看问题',
    });
    assert.equal(statusText(status, 'en').text, '$(law) 某某县农贸市场管理办法 · 25 articles · 3 problems');
    const single = { ...status, articles: 1, problems: 1 };
    assert.equal(statusText(single, 'en').text, '$(law) 某某县农贸市场管理办法 · 1 article · 1 problem');
  });
  it('draws no icons that a title names', () => {
    assert.equal(
      statusText({ ...status, title: '$(error)办法' }, 'zh').text,
      '$(law) $ (error)办法 · 25 条 · 3 个问题',
    );
  });
  it('cuts a long title with a mark, and shows all of it in the tooltip', () => {
    const title = '全国人民代表大会常务委员会关于修改部分法律的决定';
    const { text, tooltip } = statusText({ ...status, title }, 'zh');
    assert.equal(text, '$(law) 全国人民代表大会常务委员会关于修改部分… · 25 条 · 3 个问题');
    assert.ok(tooltip.startsWith(title));
  });
  it('says so where there is no problem, and leaves out what a text does not have', () => {
    assert.equal(
      statusText({ ...status, title: '', articles: 0, problems: 0 }, 'zh').text,
      '$(law) 法规文本 · 没有问题',
    );
  });
});
