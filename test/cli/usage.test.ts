import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { version } from '../../package.json';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { CLI, tiaowen } from './commandLine.js';

describe('the command line', () => {
  const folder = new TemporaryFolder();

  const wrong: [args: string[], complaint: string][] = [
    [['outlin', '条例.txt'], '没有命令 outlin；用法见 tiaowen --help'],
    [['outline'], '缺少参数 FILE；用法见 tiaowen outline --help'],
    [['outline', '甲.txt', '乙.txt'], '命令 outline 的参数过多；用法见 tiaowen outline --help'],
    [['refs', '条例.txt', '--jsn'], '没有选项 --jsn；用法见 tiaowen refs --help'],
    [['refs', '条例.txt', '--library'], '选项 --library <DIR> 缺少值；用法见 tiaowen refs --help'],
    [['check', '条例.txt', '--format', 'xml'], '选项 --format 的值 xml 不可用，应为 text、json、sarif'],
    [
      ['check', '条例.txt', '--max-severity', 'fatal'],
      '选项 --max-severity 的值 fatal 不可用，应为 none、hint、information、warning、error',
    ],
    [
      ['outline', '条例.txt', '--encoding', 'latin1'],
      '选项 --encoding 的值 latin1 不可用，应为 auto、utf-8、utf-16le、utf-16be、gb18030',
    ],
    [['outline', '条例.txt', '--lang', 'fr'], '选项 --lang 的值 fr 不可用，应为 zh、en'],
    [['lsp'], '缺少选项 --stdio；用法见 tiaowen lsp --help'],
    [['check', '条例.txt', '--subject', '用户'], '选项 --subject 只用于 --report duties'],
    [['check', '条例.txt', '--report', 'liability', '--format', 'csv'], '选项 --format 的值 csv 不可用，应为 text'],
    [['index', '没有'], '没有：不存在'],
    [['index', '条例.txt'], '条例.txt：不是文件夹'],
    [['outline', '没有.txt'], '没有.txt：不存在'],
    [['outline', '.'], '.：是文件夹，这里需要文件'],
    [['refs', '条例.txt', '--library', '没有'], '没有：不存在'],
    [['refs', '条例.txt', '--library', '条例.txt'], '条例.txt：不是文件夹'],
    [['outline', '图.png'], '图.png：不是文本，或者编码无法识别'],
    [['outline', '条例.txt', '--encoding', 'utf-16le'], '条例.txt：不是文本，或者编码无法识别（不是有效的 utf-16le）'],
    [['outline', '大.txt'], '大.txt：文件过大，超过 32 MB 的上限'],
  ];
  for (const [args, complaint] of wrong) {
    it(`${args.join(' ')}: ${complaint}`, async () => {
      folder.write('条例.txt', '第一条　供水单位应当保证水质水压。');
      folder.write('图.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff]));
      writeLargeFile(folder, '大.txt');
      const { code, stderr } = await tiaowen(args, folder.path);
      assert.deepEqual([stderr, code], [`tiaowen: ${complaint}\n`, 2]);
    });
  }

  it('says of a folder without texts that there is nothing to check', async () => {
    folder.write('空/表.csv', '');
    const expected = { code: 0, stdout: '', stderr: 'tiaowen: 空：没有可以检查的文本\n' };
    assert.deepEqual(await tiaowen(['check', '空'], folder.path), expected);
  });

  it('shows its usage where it is given nothing to do', async () => {
    const { code, stdout, stderr } = await tiaowen([]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^用法：/);
  });

  it('prints its version and its usage', async function () {
    // A run for each command.
    this.timeout(60_000);
    assert.equal((await tiaowen(['--version'])).stdout, `${version}\n`);
    const help = await tiaowen(['--help']);
    assert.equal(help.code, 0);
    for (const word of ['outline', 'refs', 'check', 'lsp', '--library', '--encoding', '--lang', '退出码']) {
      assert.ok(help.stdout.includes(word), word);
    }
    for (const command of ['outline', 'refs', 'check', 'renumber', 'format', 'convert', 'duties', 'index', 'lsp']) {
      assert.ok(help.stdout.includes(`\n  ${command} `), command);
      const { code, stdout } = await tiaowen([command, '--help'], '.', {}, []);
      assert.equal(code, 0);
      assert.match(stdout, command === 'lsp' ? /^用法：[^]*\n选项：/ : /^用法：[^]*\n参数：\n {2}\S+ +[^]*\n选项：/);
      // Every line of it is Chinese, but for the terms of the command line.
      assert.doesNotMatch(stdout, /\b(?:the|default|choices|display|output)\b/);
    }
    const english = await tiaowen(['check', '--help', '--lang=en']);
    assert.match(english.stdout, /^Usage: tiaowen check/);
    assert.match(english.stdout, /--max-severity/);
  });

  it('survives a reader that has seen enough', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `第${String(index + 1)}条　供水。`);
    const file = folder.write('长.txt', lines.join('\n'));
    const child = spawn(process.execPath, [CLI, 'outline', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (data: string) => (stderr += data));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.deepEqual([code, stderr], [0, '']);
  });
});

/** A file of 50 MB that takes no room. */
function writeLargeFile(folder: TemporaryFolder, name: string): void {
  const file = openSync(folder.write(name, ''), 'r+');
  ftruncateSync(file, 50 * 1024 * 1024);
  closeSync(file);
}
