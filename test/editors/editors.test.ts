import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLI } from '../cli/commandLine.js';

/** What an editor showed in the end, as its driver (neovim.lua, emacs.el) writes it. */
interface Results {
  /** Set where the driver came to no end; nothing else is there then. */
  readonly error?: string;
  readonly outline: readonly string[];
  readonly diagnostics: readonly string[];
  readonly hover: string;
  readonly intoRegulation: Place;
  readonly intoOtherFile: Place;
  readonly formatted: string;
  readonly renamed: string;
}

interface Place {
  readonly file: string;
  /** The text of the line. */
  readonly line: string;
}

interface Editor {
  readonly name: string;
  readonly command: string;
  /** Runs the configuration of the docs, and the driver behind it. */
  readonly args: (configuration: string, driver: string) => readonly string[];
  readonly configuration: string;
  readonly driver: string;
  /** What it takes to have it, in a word of Debian's. */
  readonly isThere: readonly string[];
}

const EDITORS: readonly Editor[] = [
  {
    name: 'Neovim',
    command: 'nvim',
    configuration: 'docs/editors/neovim.lua',
    driver: 'test/editors/neovim.lua',
    args: (configuration, driver) => ['--headless', '-n', '-i', 'NONE', '-u', configuration, '-c', `luafile ${driver}`],
    isThere: ['--version'],
  },
  {
    name: 'Emacs',
    command: 'emacs',
    configuration: 'docs/editors/emacs.el',
    driver: 'test/editors/emacs.el',
    args: (configuration, driver) => ['--batch', '-l', configuration, '-l', driver],
    isThere: ['--batch', '--eval', "(require 'eglot)"],
  },
];

/** Longest run of an editor, in milliseconds. */
const LIMIT = 100_000;

for (const editor of EDITORS) {
  describe(`${editor.name} with the configuration of the docs`, function () {
    this.timeout(LIMIT + 10_000);
    let folder: string;
    let results: Results;

    before(async function () {
      folder = mkdtempSync(path.join(tmpdir(), 'tiaowen-editor-'));
      if (spawnSync(editor.command, editor.isThere, { stdio: 'ignore' }).status !== 0) {
        console.log(`    此机没有 ${editor.name}，跳过。${editor.name} is not on this machine: skipped.`);
        this.skip();
      }
      results = await run(editor, folder);
      assert.equal(results.error, undefined);
    });
    after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

    it('shows the outline, chapters, articles and items', () => {
      const outline = results.outline.join('\n');
      for (const name of [
        '第一章 总则',
        '第一条',
        '第一款 口岸所在的旗市区',
        '第二章 管理',
        '（三） 按照《市场办法》',
      ]) {
        assert.ok(outline.includes(name), outline);
      }
    });

    it('shows the problems', () => {
      const problems = results.diagnostics.join('\n');
      for (const code of ['numbering/gap', 'numbering/non-canonical', 'citation/dangling']) {
        assert.ok(problems.includes(code), problems);
      }
    });

    it('shows the provision that is cited', () => {
      assert.match(results.hover, /第二章 › 第十二条第二款/);
      assert.match(results.hover, /推动边境地区打造各民族共同团结奋斗/);
    });

    it('goes to a definition in the bundled regulation, and in another file', () => {
      assert.equal(results.intoRegulation.file, '内蒙古自治区促进边境地区高质量发展条例.txt');
      assert.match(results.intoRegulation.line, /^旗县级以上人民政府及其有关部门应当推动边境地区打造/);
      assert.deepEqual(results.intoOtherFile, {
        file: '示范县农贸市场管理办法.txt',
        line: '（一）建立进货查验制度；',
      });
    });

    it('gives a text its layout', () => {
      assert.match(results.formatted, /^第一章　总则$/m);
      assert.match(results.formatted, /^第二章　管理$/m);
      assert.equal(plain(results.formatted), plain(read('内蒙古自治区边境口岸管理实施细则.law.txt')));
    });

    it('renames a term everywhere in its text', () => {
      const expected = read('示范县农贸市场管理办法.txt').replaceAll(/(?<=规范|区域内|所称)农贸市场/g, '集贸市场');
      assert.equal(results.renamed.trimEnd(), expected.trimEnd());
    });
  });
}

/** A text of the workspace as it was. */
function read(name: string): string {
  return readFileSync(path.join('test', 'fixtures', 'workspace', name), 'utf8');
}

function plain(text: string): string {
  return text.replace(/\s/g, '');
}

/** Runs an editor in a copy of the fixture workspace, with nothing of the user's, and with `tiaowen` on its path. */
async function run(editor: Editor, folder: string): Promise<Results> {
  const [workspace, programs, home] = ['workspace', 'bin', 'home'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  cpSync(path.join('test', 'fixtures', 'workspace'), workspace, { recursive: true });
  mkdirSync(programs);
  mkdirSync(home);
  symlinkSync(CLI, path.join(programs, 'tiaowen'));
  const file = path.join(folder, 'results.json');
  const child = spawn(editor.command, editor.args(path.resolve(editor.configuration), path.resolve(editor.driver)), {
    cwd: workspace,
    env: {
      ...process.env,
      PATH: [programs, path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
      HOME: home,
      XDG_CACHE_HOME: home,
      XDG_CONFIG_HOME: home,
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      TIAOWEN_RESULTS: file,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (data: string) => (output += data));
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT);
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearTimeout(timer);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Results;
  } catch (cause) {
    throw new Error(`${editor.name} wrote no results:\n${output.slice(-2000)}`, { cause });
  }
}
