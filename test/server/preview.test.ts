import assert from 'node:assert/strict';
import { PREVIEW, type PreviewResult } from '../../server/src/protocol.js';
import { Client, endServers } from './client.js';

describe('the preview', () => {
  after(endServers);

  it('is that of the text as it is now; there is none of what the server does not have', async () => {
    const client = await Client.start();
    await client.open('untitled:办法', '某市办法\n第一条　依照第二条办理。\n第二条　甲。\n');
    const { title, body, targets, style } = await client.request<PreviewResult>(PREVIEW, { uri: 'untitled:办法' });
    assert.equal(title, '某市办法');
    assert.match(body, /data-target="0">第二条<\/a>办理。/);
    assert.equal(targets[0]?.range.start.line, 2);
    assert.match(style, /--vscode-editor-background/);
    await assert.rejects(client.request(PREVIEW, { uri: 'untitled:没有' }));
  });
});
