import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { exportWord } from '../../server/src/convert/word/exportWord.js';
import { withoutLayout } from '../../server/src/drafting/format/layout.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';

const run = promisify(execFile);

const TEXT = `某市供水条例
（2019年5月1日通过）
目　录
第一章　总则
第二章　附则
第一章　总则
第一条　有下列情形之一的，适用本条例：
（一）取水；
（二）用水。
第二章　附则
第二条　标准如下：
项目\t限值
浊度\t1
附件
供水价格表
`;

describe('an exported Word document in LibreOffice', () => {
  const folder = new TemporaryFolder();

  it('has the words of the text, on two pages', async function () {
    this.timeout(180_000);
    try {
      await run('soffice', ['--version']);
    } catch {
      console.log('      （跳过：没有 soffice）');
      return this.skip();
    }
    const file = folder.write('供水.docx', await exportWord(TEXT));
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder.path, 'profile')).href}`;
    const convert = (format: string): Promise<unknown> =>
      run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder.path, file]);
    await convert('txt:Text (encoded):UTF8');
    assert.equal(withoutLayout(readFileSync(path.join(folder.path, '供水.txt'), 'utf8')), withoutLayout(TEXT));
    await convert('pdf');
    const pdf = readFileSync(path.join(folder.path, '供水.pdf'), 'latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 2);
  });
});
