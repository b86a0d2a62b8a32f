// Builds, and opens VS Code with the extension on a folder:
//
//   npm start -- [FOLDER] [--port N]     FOLDER is sample/ by default
//
// The desktop VS Code where `code` is on PATH; otherwise, or where a port is given, VS Code's server build, whose
// address is printed. Ctrl+C ends everything that was started. Wrong arguments: exit code 2.

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../esbuild.mjs';
import { onPath } from './browser.mjs';
import { startVSCodeServer } from './vscode-server.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const SAMPLE = path.join(root, 'sample');
/** What is opened with the sample, so that there is something to be seen. */
const DRAFT = path.join(SAMPLE, '内蒙古自治区促进边境地区高质量发展条例实施细则（草案）.law.txt');

/**
 * Says what is wrong with the arguments and ends.
 * @param {string} chinese
 * @param {string} english
 * @returns {never}
 */
function refuse(chinese, english) {
  console.error(`${chinese}。${english}.`);
  process.exit(2);
}

/** @returns {{folder: string, file: string | undefined, port: number | undefined}} the file is one to be opened with it */
function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? '';
    if (option === '--port') refuse('--port 需要一个端口号', '--port needs a number');
    refuse(`未知选项 ${option}`, `Unknown option ${option} (usage: npm start -- [FOLDER] [--port N])`);
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1) refuse('只能打开一个文件夹', 'Only one folder can be opened');
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d+$/.test(values.port) && port >= 1 && port <= 65535)) {
    refuse(`--port ${values.port} 不是端口号（1 至 65535）`, `--port ${values.port} is no port (1 to 65535)`);
  }
  // npm runs scripts in the package's folder; INIT_CWD is where the user typed the command.
  const folder = positionals[0] ? path.resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]) : SAMPLE;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) refuse(`文件夹不存在：${folder}`, `No such folder: ${folder}`);
  if (!found.isDirectory()) refuse(`不是文件夹：${folder}`, `Not a folder: ${folder}`);
  return { folder, file: folder === SAMPLE ? DRAFT : undefined, port };
}

/**
 * Opens the desktop VS Code.
 * @param {string} code
 * @param {string} folder
 * @param {string | undefined} file
 * @returns {boolean} false when it could not
 */
function openDesktop(code, folder, file) {
  console.log(`用桌面版 VS Code 打开 ${folder}。Opening ${folder} in the desktop VS Code (${code}).`);
  const result = spawnSync(code, [`--extensionDevelopmentPath=${root}`, folder, ...(file ? [file] : [])], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return result.status === 0;
}

/**
 * Opens VS Code's server build, and stays until it ends or is ended.
 * @param {string} folder
 * @param {string | undefined} file
 * @param {number | undefined} port
 */
async function openServer(folder, file, port) {
  const interruption = new AbortController();
  const interrupted = new Promise((resolve) => {
    interruption.signal.addEventListener('abort', () => resolve('interrupted'));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interruption.abort());
  try {
    const server = await startVSCodeServer({ port, signal: interruption.signal });
    const url = server.url({ folder, file, extension: root });
    console.log(`在浏览器中打开（Ctrl+C 结束）。Open in a browser (Ctrl+C ends it):\n${url}`);
    const why = await Promise.race([interrupted, server.ended]);
    await server.stop();
    if (why !== 'interrupted') throw new Error("VS Code's server ended by itself");
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
  }
}

const { folder, file, port } = readArguments();
if (!(await build({ tests: false }))) process.exit(1);
const code = port === undefined ? onPath('code') : undefined;
if (!code || !openDesktop(code, folder, file)) {
  try {
    await openServer(folder, file, port);
  } catch (error) {
    console.error(`无法打开 VS Code。VS Code cannot be opened: ${error.message}`);
    process.exitCode = 1;
  }
}
