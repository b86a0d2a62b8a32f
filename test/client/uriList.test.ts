import assert from 'node:assert/strict';
import { wordFilesIn } from '../../client/src/uriList.js';

describe('a dragged list of files', () => {
  it('tells the Word documents in it', () => {
    const list = '# 说明.docx\r\nfile:///a/%E4%BE%9B%E6%B0%B4.docx\r\nfile:///a/b.txt\r\n\r\nfile:///a/C.DOCX\r\n';
    assert.deepEqual(wordFilesIn(list), ['file:///a/%E4%BE%9B%E6%B0%B4.docx', 'file:///a/C.DOCX']);
    assert.deepEqual(wordFilesIn(''), []);
  });
});
