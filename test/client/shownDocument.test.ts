import assert from 'node:assert/strict';
import { shownDocument } from '../../client/src/shownDocument';

describe('the status bar speaks of', () => {
  it('the regulation in the active editor', () => {
    assert.equal(shownDocument('细则', ['条例', '细则'], '条例'), '细则');
  });
  it('the same one while the output panel, or another file beside it, is active', () => {
    assert.equal(shownDocument(undefined, ['条例', '细则'], '细则'), '细则');
  });
  it('one that is still shown, where the editor of the last one was closed', () => {
    assert.equal(shownDocument(undefined, ['条例'], '细则'), '条例');
  });
  it('none, where no editor shows a regulation', () => {
    assert.equal(shownDocument(undefined, [], '细则'), undefined);
    assert.equal(shownDocument(undefined, [], undefined), undefined);
  });
});
