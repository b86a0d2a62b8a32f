import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { exportTable } from '../../server/src/convert/word/exportTable.js';
import { exportWord } from '../../server/src/convert/word/exportWord.js';
import { CORPUS } from '../../server/src/corpus.js';
import { withoutLayout } from '../../server/src/drafting/format/layout.js';
import { dutiesTable } from '../../server/src/features/reports/dutyTable.js';
import { RegulationDocument } from '../../server/src/library/document.js';
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

describe('an exported Word document in LibreOffice', function () {
  this.timeout(180_000);
  const table = dutiesTable(RegulationDocument.of('file:///a.txt', CORPUS[0]?.text ?? ''), 'zh');
  const folder = new TemporaryFolder('suite');
  before(async function () {
    try {
      await run('soffice', ['--version']);
    } catch {
      console.log('      （跳过：没有 soffice）');
      this.skip();
    }
    folder.write('供水.docx', await exportWord(TEXT));
    folder.write('责任清单.docx', await exportTable(table));
    // Its start takes longer than what it does, so that each format is asked for once.
    await convert('pdf', '供水.docx', '责任清单.docx');
    await convert('txt:Text (encoded):UTF8', '供水.docx');
    await convert('fodt', '责任清单.docx');
  });

  async function convert(format: string, ...files: string[]): Promise<void> {
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder.path, 'profile')).href}`;
    const paths = files.map((file) => path.join(folder.path, file));
    await run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder.path, ...paths]);
  }

  /** What LibreOffice has made of a document. */
  function converted(name: string): Buffer {
    return readFileSync(path.join(folder.path, name));
  }

  it('has the words of the text, on two pages', () => {
    assert.equal(withoutLayout(converted('供水.txt').toString('utf8')), withoutLayout(TEXT));
    assert.equal(pagesOf(converted('供水.pdf')), 2);
  });

  it('of duties is a table on landscape pages, each of which repeats the heads', () => {
    const text = converted('责任清单.fodt').toString('utf8');
    assert.match(text, /style:print-orientation="landscape"/);
    const heads = /<table:table-header-rows>.*?<\/table:table-header-rows>/s.exec(text)?.[0] ?? '';
    assert.deepEqual(
      cellsOf(heads),
      table.columns.map(({ head }) => head),
    );
    const rows = text.slice(text.indexOf(heads) + heads.length);
    assert.deepEqual(cellsOf(rows).map(withoutLayout), table.rows.flat().map(withoutLayout));
    assert.ok(pagesOf(converted('责任清单.pdf')) > 3);
  });
});

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The words of each cell in a document of LibreOffice's. */
function cellsOf(xml: string): string[] {
  return [...xml.matchAll(/<table:table-cell[^>]*?(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(([, cell = '']) =>
    cell.replace(/\s*<[^>]*>\s*/g, ''),
  );
}
