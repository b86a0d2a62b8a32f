// Runs the suite of test/e2e inside a real VS Code, on a copy of the fixture workspace: of the build in a workspace file,
// to which tests can add folders without a new extension host, of the package as a folder.
//
//   node scripts/test-e2e.mjs          a desktop VS Code, when there is a display and the download can be had (or was);
//                                      otherwise VS Code's server build with Chromium as its window
//   node scripts/test-e2e.mjs --web    the extension's browser build in the web extension host of the server build
//   node scripts/test-e2e.mjs --package
//                                      some of the suite on the extension as it is packed and installed, in the server build
//   node scripts/test-e2e.mjs --activation
//                                      no test: how long the installed extension takes to start (npm run bench)
//   … --verbose                        prints all that VS Code writes to its console, not only the suite's report
//
// What it tests must be built before (npm run build). Exit code 0 when all tests passed, or when no VS Code can be had
// here, which is said and counted as one skipped test.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findChromium, onPath, openBrowser } from './browser.mjs';
import { exitOnSignals, installExtension, killGroup, startVSCodeServer } from './vscode-server.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Longest silence of the suite, and of a download that makes no progress, in milliseconds. A test that hangs is ended by
 * mocha, and a run whose tests pass may take as long as the machine is slow: only one that says no more is given up.
 */
const SILENCE_LIMIT = 180_000;
const DOWNLOAD_LIMIT = 15_000;

/** Begin the lines of the report, and its line of counts, that the suite (test/e2e/index.ts) prints. */
const REPORT_MARK = 'tiaowen-e2e| ';
const COUNTS_MARK = 'tiaowen-e2e-counts| ';

/**
 * How a run ended. No counts: the suite did not come to its end.
 * @typedef {{code: number, counts?: {passed: number, failed: number, skipped: number}}} Outcome
 */

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/**
 * A desktop VS Code for tests, or undefined where it has no display to run on or cannot be downloaded.
 * @returns {Promise<string | undefined>} its executable
 */
async function desktopVSCode() {
  if (!hasDisplay && !onPath('xvfb-run')) return undefined;
  try {
    const cachePath = path.join(root, '.vscode-test');
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath, timeout: DOWNLOAD_LIMIT });
  } catch (error) {
    console.error(
      `无法下载桌面版 VS Code，改用服务器版。No desktop VS Code (${error.message}): using the server build.`,
    );
    return undefined;
  }
}

/**
 * The console of a run: prints the suite's report, keeps the rest for when the suite does not come to its end, and gives
 * the suite up when it reports nothing for too long.
 */
class Console {
  /** @type {string[]} */
  #rest = [];
  /** @type {Outcome['counts']} */
  counts;
  #timer;
  #giveUp;

  /** @param {() => void} giveUp ends the run */
  constructor(giveUp) {
    this.#giveUp = giveUp;
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      console.error(
        `${SILENCE_LIMIT / 1000} 秒没有报告，测试中止。The suite reported nothing for ${SILENCE_LIMIT / 1000} s.`,
      );
      this.#giveUp();
    }, SILENCE_LIMIT);
  }

  /** Waits for nothing more. */
  end() {
    clearTimeout(this.#timer);
  }

  /** @param {string} text one line or several */
  write(text) {
    for (const line of text.split('\n')) {
      const report = line.indexOf(REPORT_MARK);
      if (report >= 0) this.#wait();
      const counts = line.indexOf(COUNTS_MARK);
      if (counts >= 0) this.counts = JSON.parse(line.slice(counts + COUNTS_MARK.length));
      else if (report >= 0) console.log(line.slice(report + REPORT_MARK.length));
      else if (verbose) console.log(line);
      else this.#rest.push(line);
    }
  }

  printRest() {
    console.error(this.#rest.join('\n'));
  }
}

/**
 * @param {string} executable
 * @param {string} workspace
 * @returns {Promise<Outcome>}
 */
async function runOnDesktop(executable, workspace) {
  const script = [process.execPath, path.join(root, 'scripts', 'test-e2e-desktop.mjs'), executable, workspace];
  const [command, ...args] = hasDisplay ? script : ['xvfb-run', '-a', ...script];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const kill = () => killGroup(child.pid, 'SIGKILL');
  process.once('exit', kill);
  const output = new Console(kill);
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', (line) => output.write(line));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1)).once('close', (code) => resolve(code ?? 1));
  });
  output.end();
  process.off('exit', kill);
  if (!output.counts) output.printRest();
  return { code, counts: output.counts };
}

/**
 * @typedef {object} Host
 * @property {string} tests the entry of the suite below out/test/e2e
 * @property {Record<string, unknown>} [settings]
 * @property {string} [extension] the folder of the extension under development, by default the project's
 * @property {string} [extensions] the folder of installed extensions, by default an empty one
 */

/** @typedef {'node' | 'web' | 'package' | 'activation'} Kind */

/** @type {Host} */
const NODE_HOST = { tests: 'index.js' };
/** @type {Host} */
const WEB_HOST = { tests: 'web.js', settings: { 'remote.extensionKind': { 'tiaowen.tiaowen': ['web'] } } };

/**
 * Installs the extension as TIAOWEN_VSIX names it, or packs it first. A suite needs an extension under development, which
 * is an empty one here.
 * @param {string} temporary a folder
 * @returns {Promise<Host>}
 */
async function installedPackage(temporary) {
  const packed = process.env.TIAOWEN_VSIX;
  const vsix = packed ?? path.join(temporary, 'tiaowen.vsix');
  if (packed === undefined) {
    execFileSync('npm', ['run', '--silent', 'package', '--', '--out', vsix], {
      cwd: root,
      // What it says is part of the error where it fails.
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
  }
  const extensions = path.join(temporary, 'extensions');
  mkdirSync(extensions);
  await installExtension(vsix, extensions);
  const extension = path.join(temporary, 'suite');
  mkdirSync(extension);
  const manifest = { name: 'suite', publisher: 'tiaowen', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(path.join(extension, 'package.json'), JSON.stringify(manifest));
  return { tests: 'package.js', extension, extensions };
}

/**
 * @param {Kind} kind
 * @param {string} temporary a folder
 * @returns {Promise<Host>}
 */
async function hostFor(kind, temporary) {
  if (kind === 'node') return NODE_HOST;
  if (kind === 'web') return WEB_HOST;
  const installed = await installedPackage(temporary);
  return kind === 'package' ? installed : { ...installed, tests: '../../bench/activationSuite.js' };
}

/**
 * @param {string} chromium
 * @param {string} workspace
 * @param {Host} host
 * @returns {Promise<Outcome>}
 */
async function runOnServer(chromium, workspace, { tests, settings, extension = root, extensions }) {
  let giveUp = () => {};
  const silent = new Promise((resolve) => (giveUp = () => resolve(1)));
  const output = new Console(giveUp);
  const server = await startVSCodeServer({ settings, extensions, log: (line) => output.write(line) });
  let browser;
  try {
    const opened = await openBrowser(chromium);
    browser = opened.browser;
    const ended = new Promise((resolve) => void opened.page.exposeFunction('codeAutomationExit', resolve));
    await opened.page.exposeFunction('codeAutomationLog', (_type, args) => output.write(format(...args)));
    const entry = path.join(root, 'out', 'test', 'e2e', tests);
    await opened.page.goto(server.url({ folder: workspace, extension, tests: entry }));
    const code = await Promise.race([ended, silent]);
    if (!output.counts && code !== 0) output.printRest();
    return { code, counts: output.counts };
  } finally {
    output.end();
    await browser?.close();
    await server.stop();
  }
}

/**
 * Runs the suite where it can run here.
 * @param {Kind} kind
 * @returns {Promise<Outcome>}
 */
async function runSuite(kind) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'tiaowen-e2e-'));
  const folder = path.join(temporary, 'workspace');
  cpSync(path.join(root, 'test', 'fixtures', 'workspace'), folder, { recursive: true });
  const file = path.join(temporary, 'tests.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'workspace' }] }));
  const workspace = kind === 'node' || kind === 'web' ? file : folder;
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
  const desktop = kind === 'node' ? await desktopVSCode() : undefined;
  if (desktop) return runOnDesktop(desktop, workspace);
  const chromium = findChromium();
  if (chromium) {
    return runOnServer(chromium, workspace, await hostFor(kind, temporary));
  }
  console.error('跳过：此机没有可用的 VS Code。Skipped: no VS Code can run here.');
  return { code: 0, counts: { passed: 0, failed: 0, skipped: 1 } };
}

const options = process.argv.slice(2);
const wrong = options.find((option) => !['--web', '--package', '--activation', '--verbose'].includes(option));
if (wrong !== undefined) {
  console.error(`未知选项 ${wrong}。Unknown option ${wrong} (--web, --package, --activation, --verbose).`);
  process.exit(2);
}
const needed = options.includes('--activation') ? ['bench', 'activationSuite.js'] : ['test', 'e2e', 'index.js'];
if (!existsSync(path.join(root, 'out', ...needed))) {
  console.error('请先构建：npm run build。Build first: npm run build.');
  process.exit(2);
}
const verbose = options.includes('--verbose');
exitOnSignals();
try {
  const { code, counts } = await runSuite(
    ['web', 'package', 'activation'].find((kind) => options.includes(`--${kind}`)) ?? 'node',
  );
  if (counts && process.env.TIAOWEN_COUNTS) writeFileSync(process.env.TIAOWEN_COUNTS, JSON.stringify(counts));
  process.exitCode = code;
} catch (error) {
  console.error(`无法运行 VS Code。VS Code cannot run: ${error.message}`);
  if (error.cause) console.error(error.cause);
  process.exitCode = 1;
}
