import assert from 'node:assert/strict';
import { newNonce } from '../../client/src/page';
import { previewPage } from '../../client/src/preview/page';
import { readPageMessage } from '../../client/src/preview/previewMessages';
import { preview } from '../../server/src/features/preview.js';
import { Library } from '../../server/src/library/library.js';

const HOSTILE =
  '某市<script>alert(1)</script>条例\n第一条　"><img src=x onerror=alert(1)></div></body>依照第二条。\n第二条　甲。\n';

function pageOf(text: string): string {
  const library = new Library();
  library.setFile('file:///law.txt', text);
  const result = preview(library, library.document('file:///law.txt') ?? assert.fail('no document'));
  return previewPage({ ...result, uri: 'file:///a"b.txt', script: 'run();', nonce: 'abc123' });
}

describe('the page of a preview', () => {
  it('lets nothing load, and only its own script and style sheet count', () => {
    const page = pageOf('某市条例\n第一条　甲。\n');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1]?.split('; ');
    assert.deepEqual(policy, [
      "default-src 'none'",
      "script-src 'nonce-abc123'",
      "style-src 'nonce-abc123'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    // The policy holds from where it stands.
    assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<style'));
    assert.deepEqual(page.match(/<(?:script|style)[^>]*>/g), ['<style nonce="abc123">', '<script nonce="abc123">']);
    assert.doesNotMatch(page, /\b(?:src|style|on[a-z]+)=|url\(|@import|https?:|command:/);
  });

  it('takes nothing in a text for markup', () => {
    const page = pageOf(HOSTILE);
    assert.deepEqual(page.match(/<(?:script|style|img)[^>]*>/g), ['<style nonce="abc123">', '<script nonce="abc123">']);
    assert.ok(page.includes('<title>某市&lt;script&gt;alert(1)&lt;/script&gt;条例</title>'));
    assert.ok(page.includes('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&lt;/div&gt;&lt;/body&gt;'));
    assert.ok(page.includes('<body data-uri="file:///a&quot;b.txt">'));
  });

  it('has a nonce of its own', () => {
    assert.match(newNonce(), /^[0-9a-f]{32}$/);
    assert.notEqual(newNonce(), newNonce());
  });
});

describe('messages from the page of a preview', () => {
  const limits = { lines: 10, targets: 2, body: 3 };
  for (const message of [
    { type: 'ready' },
    { type: 'open', target: 1, body: 3 },
    { type: 'reveal', line: 9 },
    { type: 'leave' },
    { type: 'scrolled', line: 0 },
  ]) {
    it(`are taken: ${JSON.stringify(message)}`, () =>
      assert.deepEqual(readPageMessage({ ...message, more: 1 }, limits), message));
  }
  for (const message of [
    undefined,
    null,
    'open',
    {},
    { type: 'run' },
    { type: 'open', target: 2, body: 3 },
    { type: 'open', target: -1, body: 3 },
    { type: 'open', target: '0', body: 3 },
    { type: 'open', target: 0, body: 2 },
    { type: 'open', target: 0 },
    { type: 'reveal', line: 10 },
    { type: 'reveal', line: 0.5 },
    { type: 'reveal', line: Number.NaN },
    { type: 'scrolled' },
  ]) {
    it(`are not taken: ${JSON.stringify(message)}`, () => assert.equal(readPageMessage(message, limits), undefined));
  }

  it('about a target are not taken before there is a body', () => {
    assert.equal(readPageMessage({ type: 'open', target: 0 }, { ...limits, body: undefined }), undefined);
  });
});
