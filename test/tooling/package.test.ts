import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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
  /^docs\/walkthrough\/\w+(?:\.zh-cn)?\.md$/,
  /^images\/[\w-]+\.(?:png|svg)$/,
  /^dist\/(?:client|client\.web|server|server\.web|indexer|convert|preview|citationMap)\.js$/,
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
    const nls = JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8')) as Record<string, string>;
    const named = [
      ...['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'LICENSE', 'CHANGELOG.md'],
      ...Object.entries(nls).flatMap(([key, value]) => (key.endsWith('.media') ? [value] : [])),
      ...['language-configuration.json', 'syntaxes/regulation.tmLanguage.json', 'images/icon.png'],
    ];
    assert.deepEqual(
      [...named, 'docs/suppressions.md', ...pages].filter((file) => !files.includes(file)),
      [],
    );
  });
});
