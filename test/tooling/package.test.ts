import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';

/** All that the packed extension may hold. */
const PACKED = [
  /^package(?:\.nls(?:\.zh-cn)?)?\.json$/,
  /^(?:CHANGELOG|README(?:\.zh-CN)?)\.md$/,
  /^LICENSE$/,
  /^language-configuration\.json$/,
  /^syntaxes\/[\w.]+\.tmLanguage\.json$/,
  /^l10n\/[\w.-]+\.json$/,
  /^docs\/(?:suppressions|checks\/[\w/-]+)\.md$/,
  /^images\/[\w-]+\.(?:png|svg)$/,
  /^dist\/(?:client|client\.web|server|server\.web|indexer)\.js$/,
];

describe('the packed extension', () => {
  let files: string[];
  before(async function () {
    this.timeout(60_000);
    files = await listFiles({ packageManager: PackageManager.None });
  });

  it('holds no source, no test, no map and no other file without use', () => {
    assert.deepEqual(
      files.filter((file) => !PACKED.some((pattern) => pattern.test(file))),
      [],
    );
  });

  it('holds what the manifest names, and a page for every check', () => {
    const pages = readdirSync('docs/checks', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/checks/${name.replaceAll('\\', '/')}`);
    const named = [
      ...['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'LICENSE', 'CHANGELOG.md'],
      ...['language-configuration.json', 'syntaxes/regulation.tmLanguage.json', 'images/icon.png'],
    ];
    assert.deepEqual(
      [...named, 'docs/suppressions.md', ...pages].filter((file) => !files.includes(file)),
      [],
    );
  });
});
