import assert from 'node:assert/strict';
import path from 'node:path';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { tiaowen } from './commandLine.js';

const TEXT = '某市供水规定\n第一条　供水单位应该在30日内答复。\n第二条　其它单位应该协助。\n';

describe('tiaowen check with .tiaowen.json', () => {
  const folder = new TemporaryFolder();
  const check = async (...args: string[]): Promise<string[]> => {
    const { stdout, stderr } = await tiaowen(['check', ...args], folder.path);
    assert.equal(stderr, '');
    return stdout.split('\n').flatMap((line) => /^\S+:(\d+:\d+ \S+ \S+)/.exec(line)?.[1] ?? []);
  };

  it('takes what the folder of a text says, and the folders above', async () => {
    folder.write('草案/甲.txt', TEXT);
    folder.write('草案/下级/乙.txt', TEXT);
    folder.write(
      '.tiaowen.json',
      JSON.stringify({
        profile: 'local-regulation',
        severity: { 'wording/qita': 'off' },
        ignore: [{ code: 'wording/yinggai', file: '甲.txt' }],
      }),
    );
    folder.write('草案/.tiaowen.json', JSON.stringify({ ignore: [{ code: 'wording/yinggai', file: '甲.txt' }] }));
    assert.deepEqual(await check(path.join('草案', '甲.txt')), ['2:12 warning numerals/arabic-quantity']);
    assert.deepEqual(await check(path.join('草案', '下级', '乙.txt')), [
      '2:9 warning wording/yinggai',
      '2:12 warning numerals/arabic-quantity',
      '3:9 warning wording/yinggai',
    ]);
  });

  it('gives way to options', async () => {
    folder.write('甲.txt', TEXT);
    folder.write('.tiaowen.json', JSON.stringify({ profile: 'local-regulation', severity: { wording: 'off' } }));
    assert.deepEqual(
      await check('甲.txt', '--profile', 'administrative-regulation', '--severity', 'wording/qita=error'),
      ['3:5 error wording/qita'],
    );
  });

  it('says what is wrong in it', async () => {
    folder.write('甲.txt', TEXT);
    folder.write('.tiaowen.json', '{ "ignore": [{ "code": "wording/none" }] }');
    const { stderr } = await tiaowen(['check', '甲.txt'], folder.path);
    assert.match(stderr, /\.tiaowen\.json：ignore 中的 \{"code":"wording\/none"\} 没有可用的 code/);
  });
});

describe('tiaowen check --report', () => {
  const folder = new TemporaryFolder();

  it('prints Markdown with links from the working directory', async () => {
    folder.write('供水 条例.txt', '某市供水条例\n第一条　供水的具体办法由市人民政府制定。\n');
    const { code, stdout } = await tiaowen(['check', '供水 条例.txt', '--report', 'delegations'], folder.path);
    assert.equal(code, 0);
    assert.match(stdout, /^# 授权制定：某市供水条例$/m);
    assert.match(
      stdout,
      /\| \[第一条\]\(%E4%BE%9B%E6%B0%B4%20%E6%9D%A1%E4%BE%8B\.txt#L2\) \| 供水的具体办法 \| 市人民政府 \|/,
    );
  });

  it('knows no others', async () => {
    folder.write('供水.txt', '某市供水条例\n第一条　甲。\n');
    const { code, stderr } = await tiaowen(['check', '供水.txt', '--report', 'style'], folder.path);
    assert.equal(code, 2);
    assert.match(stderr, /选项 --report 的值 style 不可用，应为 liability、delegations、coverage/);
  });
});
