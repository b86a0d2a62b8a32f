import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { isRegulationFile, isWordFile } from '../../server/src/library/files.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { CLI } from './commandLine.js';

const DRAFT = '内蒙古自治区边境口岸管理实施细则.law.txt';
const RULES = '示范县农贸市场管理办法.txt';

const folder = new TemporaryFolder();

/** A repository with the fixture workspace in it, all of it added. */
function repository(): void {
  cpSync(path.join('test', 'fixtures', 'workspace'), folder.path, { recursive: true });
  folder.write('README.md', '# 说明\n');
  mkdirSync(programsFolder(), { recursive: true });
  symlinkSync(CLI, path.join(programsFolder(), 'tiaowen'));
  for (const args of [
    ['init', '-q'],
    ['add', '--all'],
  ])
    execFileSync('git', args, { cwd: folder.path });
}

/** Where Git does not look, and the command `tiaowen` is. */
function programsFolder(): string {
  return path.join(folder.path, '.git', 'programs');
}

/** Runs a shell command in the repository, with `tiaowen` on the path; a failed command in front ends it. */
function shell(command: string, args: readonly string[] = []): { code: number | null; stdout: string } {
  const programs = programsFolder();
  const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env;
  const PATH = [programs, path.dirname(process.execPath), process.env.PATH].join(path.delimiter);
  const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command, 'bash', ...args], {
    cwd: folder.path,
    env: { ...rest, PATH },
    encoding: 'utf8',
  });
  return { code: status, stdout };
}

describe('the hooks for pre-commit', () => {
  /** The mappings of a list of flat ones, which is all of YAML that the file has. */
  const hooks = readFileSync('.pre-commit-hooks.yaml', 'utf8')
    .split(/^- /m)
    .slice(1)
    .map((hook) => new Map([...hook.matchAll(/^ *(\w+): (.*)$/gm)].map(([, key = '', value = '']) => [key, value])));
  const valueOf = (id: string, key: string): string =>
    hooks.find((hook) => hook.get('id') === id)?.get(key) ?? assert.fail(`${id} has no ${key}`);
  /** Runs a hook's entry as pre-commit does: with the files of the repository whose names it asks for. */
  const run = (id: string): { code: number | null; stdout: string } => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: folder.path, encoding: 'utf8' });
    const given = tracked.split('\0').filter((name) => name !== '' && new RegExp(valueOf(id, 'files')).test(name));
    assert.deepEqual(given, [DRAFT, RULES]);
    return shell(`${valueOf(id, 'entry')} "$@"`, given);
  };

  it('are two, installed as a package of Node', () => {
    assert.deepEqual(
      hooks.map((hook) => [hook.get('id'), hook.get('language')]),
      [
        ['tiaowen-check', 'node'],
        ['tiaowen-format', 'node'],
      ],
    );
  });

  for (const name of [
    DRAFT,
    RULES,
    'a.law.txt',
    'a.fagui',
    '供水条例（草案）.docx',
    '水法.md',
    'README.txt',
    '条例.csv',
  ]) {
    it(`get ${name} where it is a regulation by its name`, () => {
      const uri = `file:///${encodeURIComponent(name)}`;
      assert.equal(new RegExp(valueOf('tiaowen-check', 'files')).test(`法规/${name}`), isRegulationFile(uri));
      const isFormatted = isRegulationFile(uri) && !isWordFile(uri);
      assert.equal(new RegExp(valueOf('tiaowen-format', 'files')).test(`法规/${name}`), isFormatted);
    });
  }

  it('check: fails with the problems', () => {
    repository();
    const { code, stdout } = run('tiaowen-check');
    assert.equal(code, 1);
    assert.match(stdout, new RegExp(`^${DRAFT}:13:1 error numbering/gap`, 'm'));
  });

  it('format: writes the layout, after which nothing is left to change', () => {
    repository();
    assert.equal(run('tiaowen-format').code, 0);
    const changed = execFileSync('git', ['diff', '--name-only', '-z'], { cwd: folder.path, encoding: 'utf8' });
    assert.equal(changed, `${DRAFT}\0`);
    assert.match(readFileSync(path.join(folder.path, DRAFT), 'utf8'), /^第一章　总则$/m);
    execFileSync('git', ['add', '--all'], { cwd: folder.path });
    run('tiaowen-format');
    assert.equal(execFileSync('git', ['diff'], { cwd: folder.path, encoding: 'utf8' }), '');
  });
});

describe('the workflow of the docs', () => {
  const workflow = readFileSync('docs/ci/github-actions.yml', 'utf8');
  const commands = [...workflow.matchAll(/^ *run: (.*\btiaowen .*)$/gm)].map(([, command = '']) => command);
  const [check = '', layout = ''] = commands;

  it('has a step for the problems and one for the layout, and sends what the first writes', () => {
    assert.equal(commands.length, 2);
    assert.equal(/ > (\S+)$/.exec(check)?.[1], /sarif_file: (\S+)/.exec(workflow)?.[1]);
  });

  it('fails on problems, and its log places each of them in a file of the repository', () => {
    repository();
    assert.equal(shell(check).code, 1);
    const log = JSON.parse(readFileSync(path.join(folder.path, 'tiaowen.sarif'), 'utf8')) as Log;
    const [run] = log.runs;
    assert.ok(run?.results && run.results.length > 0 && log.runs.length === 1);
    const rules = run.tool.driver.rules ?? [];
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { ruleId, ruleIndex, message, locations, fixes = [] } of run.results) {
      assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
      assert.ok(message.text);
      const place = locations?.[0]?.physicalLocation;
      const uri = place?.artifactLocation?.uri ?? '';
      assert.match(uri, /^[\w%.~/-]+$/);
      const lines = readFileSync(path.join(folder.path, decodeURIComponent(uri)), 'utf8').split('\n');
      const replaced = fixes.flatMap(({ artifactChanges }) => artifactChanges.flatMap((each) => each.replacements));
      for (const region of [place?.region, ...replaced.map(({ deletedRegion }) => deletedRegion)]) {
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region ?? {};
        assert.ok(startLine >= 1 && startColumn >= 1 && endLine <= lines.length, JSON.stringify(region));
        assert.ok(endLine > startLine || (endLine === startLine && endColumn >= startColumn), JSON.stringify(region));
        assert.ok(endColumn <= (lines[endLine - 1]?.length ?? -1) + 1, JSON.stringify(region));
      }
    }
  });

  it('fails on a text with another layout, and passes once it is formatted', () => {
    repository();
    const { code, stdout } = shell(layout);
    assert.notEqual(code, 0);
    assert.match(stdout, new RegExp(`^${DRAFT}`));
    execFileSync(process.execPath, [CLI, 'format', '--write', DRAFT], { cwd: folder.path });
    assert.equal(
      execFileSync(process.execPath, [CLI, 'format', '--check', DRAFT, RULES], { cwd: folder.path }).length,
      0,
    );
  });
});
