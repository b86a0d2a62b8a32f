import assert from 'node:assert/strict';
import {
  EXPORT_DUTIES,
  EXPORT_WORD,
  IMPORT_WORD,
  type ExportDutiesParams,
  type ExportDutiesResult,
  type ExportWordParams,
  type ExportWordResult,
  type ImportWordParams,
  type ImportWordResult,
} from '../../server/src/protocol.js';
import { paragraph, run, word } from '../support/word.js';
import { Client, endServers } from './client.js';

const TEXT = '某市供水条例\n第一条　供水。\n第二条　排水。\n';

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

describe('conversions for an editor', () => {
  afterEach(endServers);

  function importing(client: Client, content: string, changes: ImportWordParams['changes']): Promise<ImportWordResult> {
    return client.connection.sendRequest(IMPORT_WORD, { content, changes } satisfies ImportWordParams);
  }

  function exporting(client: Client, params: ExportWordParams): Promise<ExportWordResult> {
    return client.connection.sendRequest(EXPORT_WORD, params);
  }

  it('give a Word document of a text, and the text of that', async () => {
    const client = await Client.start();
    for (const [text, isMarkdown] of [
      [TEXT, false],
      ['# 某市供水条例\n\n**第一条** 供水。\n\n第二条　排水。', true],
    ] as const) {
      const { content } = await exporting(client, { text, isMarkdown, options: { size: { body: 14 } } });
      assert.deepEqual(await importing(client, content, 'ask'), { text: TEXT, changes: 0, notes: [] });
    }
  });

  it('ask what becomes of tracked changes before there is a text', async () => {
    const client = await Client.start();
    const body = paragraph(run('第一条　供水') + `<w:ins w:id="1">${run('和排水')}</w:ins>` + run('。'));
    const content = base64(word({ body }));
    assert.deepEqual(await importing(client, content, 'ask'), { changes: 1, notes: [] });
    assert.equal((await importing(client, content, 'accepted')).text, '第一条　供水和排水。\n');
    assert.equal((await importing(client, content, 'rejected')).text, '第一条　供水。\n');
  });

  it('give the list of duties as a table in Word and for spreadsheets, of one subject if asked', async () => {
    const client = await Client.start();
    const uri = 'file:///法规/供水.law.txt';
    await client.open(uri, '某市供水条例\n第一条　供水单位应当供水。用户不得排水。\n');
    const ask = (format: 'csv' | 'docx', subject?: string): Promise<ExportDutiesResult> =>
      client.connection.sendRequest(EXPORT_DUTIES, {
        uri,
        format,
        options: null,
        ...(subject !== undefined && { subject }),
      } satisfies ExportDutiesParams);
    const csv = Buffer.from((await ask('csv', '用户')).content, 'base64').toString('utf8');
    assert.match(csv, /^\uFEFF[^\r\n]+\r\n第一条,用户,[^\r\n]+\r\n$/);
    const whole = await importing(client, (await ask('docx')).content, 'ask');
    assert.match(whole.text ?? '', /责任清单：某市供水条例[^]*供水单位\t应当\t供水[^]*用户\t不得\t排水/);
    const one = await importing(client, (await ask('docx', '用户')).content, 'ask');
    assert.doesNotMatch(one.text ?? '', /供水单位/);
    await assert.rejects(client.connection.sendRequest(EXPORT_DUTIES, { uri: 'file:///none', format: 'csv' }));
  });

  it('say why a document cannot be read, and go on', async () => {
    const client = await Client.start();
    await assert.rejects(importing(client, base64(Buffer.from('第一条')), 'ask'), /不是 Word 文档|no Word document/);
    const { content } = await exporting(client, { text: '', isMarkdown: false, options: null });
    assert.equal((await importing(client, content, 'ask')).text, '\n');
  });
});
