import assert from 'node:assert/strict';
import { folderNameKind, isBelow, isOnKnownMachine, pathsBelow, type UriParts } from '../../client/src/uriScope';

const file = (path: string, authority = ''): UriParts => ({ scheme: 'file', authority, path });

describe('what a folder holds', () => {
  const folder = file('/laws');

  for (const path of ['/laws', '/laws/水法.txt', '/laws/地方性法规/河南/水法.txt', '/laws/a..b/..c.txt']) {
    it(`/laws holds ${path}`, () => assert.equal(isBelow(file(path), folder), true));
  }
  for (const path of ['/', '/law', '/laws2/水法.txt', '/laws/../etc/passwd', '/laws/..', '/laws/a\\..\\..\\etc']) {
    it(`/laws does not hold ${path}`, () => assert.equal(isBelow(file(path), folder), false));
  }
  it('another scheme or another host is another folder', () => {
    assert.equal(isBelow({ scheme: 'vscode-vfs', authority: '', path: '/laws/水法.txt' }, folder), false);
    assert.equal(isBelow(file('/laws/水法.txt', 'server'), folder), false);
    assert.equal(isBelow(file('/laws/水法.txt', 'SERVER'), file('/laws', 'server')), true);
  });
  it('the root holds everything, a folder named with a slash at its end the same as without', () => {
    assert.equal(isBelow(file('/laws/水法.txt'), file('/')), true);
    assert.equal(isBelow(file('/laws/水法.txt'), file('/laws/')), true);
    assert.equal(isBelow(file('/laws2'), file('/laws/')), false);
  });
});

describe('a link', () => {
  it('leads to no machine that no folder lies on', () => {
    assert.equal(isOnKnownMachine(file('/a.txt'), []), true);
    assert.equal(isOnKnownMachine(file('/share/a.txt', 'other'), [file('/laws'), file('/laws', 'server')]), false);
    assert.equal(isOnKnownMachine(file('/share/a.txt', 'Server'), [file('/laws', 'server')]), true);
    assert.equal(isOnKnownMachine({ scheme: 'vscode-vfs', authority: 'github', path: '/a' }, []), true);
  });

  it('may be the file, or each folder that it is in, up to the workspace', () => {
    assert.deepEqual(pathsBelow(file('/laws/甲/乙.txt'), file('/laws')), ['/laws/甲', '/laws/甲/乙.txt']);
    assert.deepEqual(pathsBelow(file('/乙.txt'), file('/')), ['/乙.txt']);
    assert.deepEqual(pathsBelow(file('/laws'), file('/laws/')), []);
  });
});

describe('an entry of the setting for library folders', () => {
  for (const [entry, kind] of [
    ['/data/laws', 'path'],
    ['D:\\法规', 'path'],
    ['d:/法规', 'path'],
    ['\\\\server\\laws', 'path'],
    ['file:///data/laws', 'uri'],
    ['vscode-vfs://github/laws', 'uri'],
    ['laws', 'unusable'],
    ['../laws', 'unusable'],
    ['', 'unusable'],
  ] as const) {
    it(`${entry || '(empty)'}: ${kind}`, () => assert.equal(folderNameKind(entry), kind));
  }
});
