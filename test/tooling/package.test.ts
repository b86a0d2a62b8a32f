import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { TemporaryFolder } from '../support/temporaryFolder.js';

/** All that the packed extension may hold. */
const PACKED = [
  /^package(?:\.nls(?:\.zh-cn)?)?\.json$/,
  /^(?:CHANGELOG|README(?:\.zh-CN)?)\.md$/,
  /^LICENSE$/,
  /^language-configuration\.json$/,
  /^syntaxes\/[\w.]+\.tmLanguage\.json$/,
  /^l10n\/[\w.-]+\.json$/,
  /^docs\/(?:suppressions|checks\/[\w/-]+)\.md$/,
  /^docs\/walkthrough\/\w+(?:(?:\.zh-cn)?\.md|\.png)$/,
  /^images\/[\w-]+\.(?:png|svg)$/,
  /^dist\/(?:client|server|indexer|convert|preview|citationMap)\.js$/,
];

/** Bytes; what is added to the extension is to find room below it. */
const LIMIT = 1_000_000;

/** What a zip says of a file beside its name, which it says twice. */
const ZIP_ENTRY = 30 + 46;

describe('the packed extension', () => {
  const folder = new TemporaryFolder();
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

  it('is smaller than a million bytes', function () {
    this.timeout(120_000);
    const bundles = files.filter((file) => file.startsWith('dist/')).map((file) => path.basename(file, '.js'));
    const args = ['esbuild.mjs', ...bundles, '--production', `--into=${folder.path}`];
    execFileSync(process.execPath, args, { stdio: 'pipe' });
    const sizes = files.map((file) => {
      const content = readFileSync(file.startsWith('dist/') ? path.join(folder.path, path.basename(file)) : file);
      return ZIP_ENTRY + 2 * file.length + deflateRawSync(content).length;
    });
    const size = sizes.reduce((sum, each) => sum + each, 0);
    assert.ok(size < LIMIT, `${size} bytes`);
  });
});
