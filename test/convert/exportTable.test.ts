import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import type { TableDocument } from '../../server/src/convert/formats.js';
import { exportOptions } from '../../server/src/convert/word/exportOptions.js';
import { exportTable } from '../../server/src/convert/word/exportTable.js';
import { dutiesTable } from '../../server/src/features/reports/dutyTable.js';
import { RegulationDocument } from '../../server/src/library/document.js';

const LAW = `某市供水条例
第一条　为了供水，制定本条例。
第二条　供水单位应当保证水质，并可以检查管道。
第三条　有下列情形之一的，由市供水主管部门责令改正：
（一）水质不好；
（二）水价不明。
第四条　禁止损坏管道。
`;

function tableOf(subject?: string): TableDocument {
  return dutiesTable(RegulationDocument.of('file:///a.txt', LAW), 'zh', subject);
}

async function xmlOf(table: TableDocument, options?: unknown): Promise<string> {
  const parts = unzipSync(await exportTable(table, exportOptions(options)));
  return new TextDecoder().decode(parts['word/document.xml']);
}

describe('the list of duties as a table', () => {
  it('has provision, subject, modal and content, and keeps conditions', () => {
    const { title, columns, rows } = tableOf();
    assert.equal(title, '责任清单：某市供水条例');
    assert.deepEqual(
      columns.map(({ head }) => head),
      ['条款', '主体', '应当／可以／不得', '内容'],
    );
    assert.deepEqual(rows, [
      ['第一条', '', '', '无'],
      ['第二条', '供水单位', '应当', '保证水质'],
      ['第二条', '供水单位', '可以', '检查管道'],
      ['第三条', '市供水主管部门', '（应当）', '有下列情形之一的，由市供水主管部门责令改正：'],
      ['第四条', '（任何单位和个人）', '禁止', '损坏管道'],
    ]);
  });

  it('is that of the subjects whose names hold a word', () => {
    const { title, notes, rows } = tableOf('主管部门');
    assert.equal(title, '责任清单：某市供水条例（主管部门）');
    assert.match(notes[0] ?? '', /^1 条，1 项。/);
    assert.deepEqual(
      rows.map(([provision]) => provision),
      ['第三条'],
    );
  });

  it('is a table of Word on landscape pages that repeats its heads', async () => {
    const xml = await xmlOf(tableOf());
    assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, 1);
    const [first = '', ...others] = xml.split('<w:tr>').slice(1);
    assert.match(first, /<w:tblHeader\/>/);
    assert.equal(others.length, 5);
    // A4, as wide as it else is high.
    assert.match(xml, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    assert.match(others[1] ?? '', /供水单位/);
  });

  it('holds no more of a text than XML can', async () => {
    const table = { title: '甲\u0000', notes: [], columns: [{ head: '乙', share: 1 }], rows: [['丙<&\u0001\n丁']] };
    const xml = await xmlOf(table);
    assert.match(xml, /丙&lt;&amp;/);
    assert.match(xml, /丁/);

    assert.doesNotMatch(xml, /[\u0000\u0001]/);
  });
});
