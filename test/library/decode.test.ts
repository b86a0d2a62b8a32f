import assert from 'node:assert/strict';
import { decode, UndecodableError } from '../../server/src/library/decode.js';

const TEXT = '某市供水条例\n第一条　为了加强供水管理，保障供水，制定本条例。\n第二条　供水单位应当保证水质。\n';
/** 第一条　供水。 */
const GB18030 = Buffer.from('b5dad2bbccf5a1a1b9a9cbaea1a3', 'hex');

const utf8 = Buffer.from(TEXT);
const utf16le = Buffer.from(TEXT, 'utf16le');
const utf16be = Buffer.from(TEXT, 'utf16le').swap16();

describe('decode', () => {
  const detected: [what: string, bytes: Uint8Array, encoding: string, text: string][] = [
    ['UTF-8', utf8, 'utf-8', TEXT],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from('efbbbf', 'hex'), utf8]), 'utf-8', TEXT],
    ['UTF-16LE', utf16le, 'utf-16le', TEXT],
    ['UTF-16LE with a mark', Buffer.concat([Buffer.from('fffe', 'hex'), utf16le]), 'utf-16le', TEXT],
    ['UTF-16BE', utf16be, 'utf-16be', TEXT],
    ['UTF-16BE with a mark', Buffer.concat([Buffer.from('feff', 'hex'), utf16be]), 'utf-16be', TEXT],
    ['GB18030', GB18030, 'gb18030', '第一条　供水。'],
    // A character of four bytes, outside GBK.
    ['GB18030 beyond GBK', Buffer.concat([GB18030, Buffer.from('95328236', 'hex')]), 'gb18030', '第一条　供水。𠀀'],
    ['nothing', new Uint8Array(), 'utf-8', ''],
    ['ASCII', Buffer.from('Article 1\r\n'), 'utf-8', 'Article 1\r\n'],
  ];
  for (const [what, bytes, encoding, text] of detected) {
    it(`detects ${what}`, () => assert.deepEqual(decode(bytes), { text, encoding }));
  }

  const binary: [what: string, bytes: Uint8Array][] = [
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex')],
    ['a Word document', Buffer.from('504b0304140006000800000021000000000000000000000000001300ff', 'hex')],
    ['bytes of no encoding', Buffer.from('ff80ff80ff80', 'hex')],
  ];
  for (const [what, bytes] of binary) {
    it(`refuses ${what}`, () => assert.throws(() => decode(bytes), UndecodableError));
  }

  it('takes the encoding that it is told, and refuses what is not in it', () => {
    assert.equal(decode(GB18030, 'gb18030').text, '第一条　供水。');
    assert.equal(decode(utf16be, 'utf-16be').text, TEXT);
    assert.throws(() => decode(GB18030, 'utf-8'), /UTF-8/);
  });
});
