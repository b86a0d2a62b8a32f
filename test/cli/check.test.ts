import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileDiagnostics } from '../../server/src/cli/check.js';
import { CHECKS } from '../../server/src/checks/registry.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { word } from '../support/word.js';
import { tiaowen } from './commandLine.js';

/** Has one error, the missing article, and one warning, the list that begins at （二）. */
const FAULTY = [
  '某市供水条例',
  '第一条　供水单位应当遵守本条例。',
  '第三条　供水单位应当：',
  '（二）保证水质；',
  '（三）保证水压。',
].join('\n');
const FINE = '某市排水条例\n第一条　排水单位应当遵守本条例。\n第二条　本条例自2020年1月1日起施行。\n';

interface Sarif {
  version: string;
  runs: {
    columnKind: string;
    tool: { driver: { rules: { id: string }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
    }[];
  }[];
}

describe('tiaowen check', () => {
  const folder = new TemporaryFolder();

  it('prints path:line:column severity code message, and ends with 1 where there is an error', async () => {
    folder.write('供水.txt', FAULTY);
    const { code, stdout, stderr } = await tiaowen(['check', '供水.txt'], folder.path);
    assert.match(stdout, /^供水\.txt:3:1 error numbering\/gap \S/);
    assert.match(stdout, /^供水\.txt:4:1 warning numbering\/first-item \S/m);
    assert.deepEqual([code, stderr], [1, '']);
  });

  it('says nothing of a text without a fault, nor of an empty one', async () => {
    folder.write('排水.txt', FINE);
    folder.write('空.txt', '');
    assert.deepEqual(await tiaowen(['check', '排水.txt', '空.txt'], folder.path), { code: 0, stdout: '', stderr: '' });
  });

  it('walks folders for texts, and checks each once', async () => {
    folder.write('法规/供水.txt', FAULTY);
    folder.write('法规/地方/排水.fagui', FINE);
    folder.write('法规/地方/说明.md', '# 说明');
    folder.write('法规/README.md', '本文件夹的说明，违反前款规定。');
    folder.write('法规/地方/表.csv', '第一条');
    folder.write('法规/.git/供水.txt', FAULTY);
    const args = ['check', '法规', path.join('法规', '供水.txt'), '--format', 'json'];
    const files = JSON.parse((await tiaowen(args, folder.path)).stdout) as FileDiagnostics[];
    assert.deepEqual(
      files.map(({ file }) => file),
      [path.join('法规', '供水.txt'), path.join('法规', '地方', '排水.fagui'), path.join('法规', '地方', '说明.md')],
    );
  });

  it('prints JSON with the fixes', async () => {
    const text = '第一条　供水。\n第二条　供水。\n第一十条　供水。\n';
    folder.write('供水.txt', text);
    const { stdout } = await tiaowen(['check', '供水.txt', '--format', 'json'], folder.path);
    const [file] = JSON.parse(stdout) as FileDiagnostics[];
    const diagnostic = file?.diagnostics.find(({ code }) => code === 'numbering/non-canonical');
    const [fix] = diagnostic?.fixes ?? [];
    assert.ok(diagnostic?.message && fix?.title);
    const document = TextDocument.create('', '', 0, text);
    assert.equal(TextDocument.applyEdits(document, [...fix.edits]), text.replace('第一十条', '第十条'));
  });

  it('prints SARIF 2.1.0 with a rule for every check', async () => {
    folder.write('供 水.txt', FAULTY);
    const { code, stdout } = await tiaowen(['check', '供 水.txt', '--format', 'sarif'], folder.path);
    const sarif = JSON.parse(stdout) as Sarif;
    const [run] = sarif.runs;
    assert.deepEqual([code, sarif.version, run?.columnKind], [1, '2.1.0', 'utf16CodeUnits']);
    assert.deepEqual(
      run?.tool.driver.rules.map(({ id }) => id),
      CHECKS.map((check) => check.code),
    );
    const [gap] = run.results;
    assert.deepEqual([gap?.ruleId, gap?.level], ['numbering/gap', 'error']);
    assert.equal(run.tool.driver.rules[gap?.ruleIndex ?? -1]?.id, 'numbering/gap');
    assert.deepEqual(gap?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: encodeURIComponent('供 水.txt') },
      region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 4 },
    });
  });

  const tolerances: [tolerated: string, text: string, code: number][] = [
    ['error', FAULTY, 0],
    ['warning', FAULTY, 1],
    ['warning', FAULTY.replace('第三条', '第二条'), 0],
    ['information', FAULTY.replace('第三条', '第二条'), 1],
    ['none', FINE, 0],
  ];
  for (const [tolerated, text, expected] of tolerances) {
    it(`--max-severity ${tolerated} ends with ${String(expected)} on ${text === FINE ? 'no fault' : 'faults'}`, async () => {
      folder.write('供水.txt', text);
      const { code } = await tiaowen(['check', '供水.txt', '--max-severity', tolerated], folder.path);
      assert.equal(code, expected);
    });
  }

  it('names what cannot be read, goes on with the rest and ends with 2', async () => {
    folder.write('供水.txt', FAULTY);
    folder.write('法规/图.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 4, 5, 6, 7, 0xff]));
    const { code, stdout, stderr } = await tiaowen(['check', '没有.txt', '法规', '供水.txt'], folder.path);
    assert.equal(code, 2);
    assert.match(stdout, /^供水\.txt:3:1 error/);
    assert.deepEqual(stderr.split('\n'), [
      'tiaowen: 没有.txt：不存在',
      `tiaowen: ${path.join('法规', '图.txt')}：不是文本，或者编码无法识别`,
      '',
    ]);
  });

  it('checks Word documents, below folders those named as regulations, and offers no edits of them', async () => {
    const text = FAULTY.replace('第三条', '第3条');
    folder.write('草案/供水条例.docx', word(text));
    folder.write('草案/会议记录.docx', word(text));
    folder.write('草案/~$水条例.docx', 'x');
    folder.write('草案/供水.txt', text);
    const { code, stdout, stderr } = await tiaowen(['check', '草案', '--format', 'json'], folder.path);
    assert.deepEqual([code, stderr], [1, '']);
    const [txt, docx, ...others] = (JSON.parse(stdout) as FileDiagnostics[]).sort((a, b) =>
      a.file.localeCompare(b.file),
    );
    assert.deepEqual(
      [txt?.file, docx?.file, others],
      [path.join('草案', '供水.txt'), path.join('草案', '供水条例.docx'), []],
    );
    const withoutFixes = txt?.diagnostics.map((diagnostic) => ({ ...diagnostic, fixes: [] }));
    assert.ok(txt?.diagnostics.some(({ fixes }) => fixes.length > 0));
    assert.deepEqual(docx?.diagnostics, withoutFixes);
  });

  it('speaks English where it is asked to', async () => {
    folder.write('供水.txt', FAULTY);
    const { stdout } = await tiaowen(['check', '供水.txt', '--lang', 'en'], folder.path);
    assert.match(stdout, /^供水\.txt:3:1 error numbering\/gap [A-Z]/);
    const { stderr } = await tiaowen(['check', '没有.txt'], folder.path, { LANG: 'en_US.UTF-8' });
    assert.equal(stderr, 'tiaowen: 没有.txt: does not exist\n');
  });

  it('goes through a library of real laws', async function () {
    const laws = process.env.TIAOWEN_LAWS ?? path.resolve('../shared/laws');
    if (!existsSync(laws)) return this.skip();
    this.timeout(120_000);
    const { code, stdout, stderr } = await tiaowen(['check', laws, '--format', 'json']);
    const files = JSON.parse(stdout) as FileDiagnostics[];
    assert.ok(files.length > 1000, `${String(files.length)} files`);
    assert.deepEqual([code, stderr], [1, '']);
  });

  it('takes severities by code and by group, also of checks that are off', async () => {
    folder.write('办法.txt', '某市河道管理办法\n第一条　根据《中华人民共和国水法》制定。\n第三条　甲。\n');
    const args = ['check', '办法.txt', '--severity', 'numbering=hint'];
    const quiet = await tiaowen(args, folder.path);
    assert.deepEqual(
      [quiet.code, quiet.stdout],
      [0, '办法.txt:3:1 hint numbering/gap 第一条之后缺第二条（《立法法》第六十五条）。\n'],
    );
    const { stdout } = await tiaowen([...args, '--severity', 'citation/not-in-library=information'], folder.path);
    assert.equal(
      stdout.split('\n')[0],
      '办法.txt:1:1 information citation/not-in-library 引用了 1 件条文库中没有的文件：《中华人民共和国水法》。',
    );
  });

  for (const [wrong, complaint] of [
    ['gap=hint', '选项 --severity 的值 gap=hint 不可用，应为“检查代码或者类别=严重程度”'],
    ['numbering', '选项 --severity 的值 numbering 不可用，应为“检查代码或者类别=严重程度”'],
    ['numbering=loud', '选项 --severity numbering 的值 loud 不可用，应为 error、warning、information、hint、off'],
  ] as const) {
    it(`refuses --severity ${wrong}`, async () => {
      folder.write('办法.txt', '第一条　甲。');
      const { code, stderr } = await tiaowen(['check', '办法.txt', '--severity', wrong], folder.path);
      assert.equal(code, 2);
      assert.ok(stderr.startsWith(`tiaowen: ${complaint}`), stderr);
    });
  }
});
