// Runs the tests, and prints the counts of all runs as the last line: `N passed, N failed[, N skipped]`.
//
//   node scripts/test.mjs                       everything: builds, then unit, server, editors, e2e in both extension
//                                               hosts and on the installed package
//   node scripts/test.mjs LEVEL [NAME…] [--…]   one level (unit, server, editors, e2e), only the tests whose paths below
//                                               test/ or test/LEVEL/ begin with a NAME;
//                                               arguments from the first dash on go to mocha, or to test-e2e.mjs

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, testFiles } from '../esbuild.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

/** What each level needs built, besides its tests. */
const targetsOf = {
  unit: [],
  server: ['server', 'cli', 'indexer', 'convert'],
  editors: ['cli', 'indexer'],
  e2e: ['client', 'preview', 'citationMap', 'server', 'indexer', 'convert'],
};

/** The levels of the folders below test/ whose tests are no unit tests. */
const LEVELS = new Map([
  ['server', 'server'],
  ['cli', 'server'],
  ['editors', 'editors'],
  ['e2e', 'e2e'],
]);

const temporary = mkdtempSync(path.join(tmpdir(), 'tiaowen-counts-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));

/**
 * The run under way, which a signal to us ends too.
 * @type {import('node:child_process').ChildProcess | undefined}
 */
let running;

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/**
 * Runs a command with our output and returns the counts it left in the file named by TIAOWEN_COUNTS. A run that leaves
 * none, or fails without a failed test, counts as one failure.
 * @param {string} title
 * @param {string[]} args arguments of Node
 * @returns {Promise<Counts>}
 */
async function run(title, args) {
  console.log(`\n== ${title}`);
  const file = path.join(temporary, 'counts.json');
  rmSync(file, { force: true });
  // What a test keeps in a cache is no other test's, and not the user's.
  const env = { ...process.env, TIAOWEN_COUNTS: file, XDG_CACHE_HOME: path.join(temporary, 'cache') };
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env });
    running = child;
    child.on('close', (code) => resolve(code ?? 1));
  });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * @param {string} level
 * @param {string[]} names
 * @param {string[]} options
 * @returns {Promise<Counts[]>}
 */
async function runLevel(level, names, options) {
  if (level === 'e2e') {
    // One after the other: the window of one keeps two processors busy.
    const counts = [];
    for (const [option, where] of hostsOf(names, options)) {
      const args = [...options.filter((each) => each !== option), ...(option === undefined ? [] : [option])];
      counts.push(await run(`inside VS Code, ${where}`, ['scripts/test-e2e.mjs', ...args]));
    }
    return counts;
  }
  const files = slowestFirst(prefixesOf(level, names)).map((name) => `out/test/${name.replace(/\.ts$/, '.js')}`);
  if (files.length === 0) return [];
  const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'scripts/mocha-reporter.mjs'];
  return [await run(level, [...mocha, ...sideBySide(level, files), ...options, ...files])];
}

/** More files at once want more memory than a small machine has: each process keeps the real laws. */
const MOST_AT_ONCE = 4;

/** What takes longest, of each level: it begins first, so that no processor has nothing to do while one is at it. */
const SLOWEST = [
  ...['convert/soffice', 'features/hostile', 'syntax/hostile', 'convert/hostile', 'checks/injected', 'checks/laws'],
  ...['drafting/formatLaws', 'drafting/operations.laws', 'checks/fixes', 'drafting/laws', 'features/incremental'],
  ...['server/library', 'cli/check', 'cli/index', 'cli/usage', 'cli/convert', 'server/drafting', 'cli/duties'],
];

/**
 * @param {string[]} names of tests below test/
 * @returns {string[]}
 */
function slowestFirst(names) {
  const slowest = SLOWEST.map((name) => `${name}.test.ts`).filter((name) => names.includes(name));
  return [...slowest, ...names.filter((name) => !slowest.includes(name))];
}

/**
 * Files of unit tests, and those with a server or the command line, know nothing of each other and run in several
 * processes; only editors would wait for each other's.
 * @param {string} level
 * @param {string[]} files
 * @returns {string[]} options of mocha
 */
function sideBySide(level, files) {
  const jobs = Math.min(availableParallelism(), MOST_AT_ONCE, files.length);
  return level !== 'editors' && jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : [];
}

/**
 * The hosts for the tests inside VS Code: the one that an option asks for, or both that run the build. Some of the suite
 * runs on the packed extension, which is made and installed first: where that is asked for, and when no test is named.
 * @param {string[]} names
 * @param {string[]} options
 * @returns {[option: string | undefined, where: string][]}
 */
function hostsOf(names, options) {
  const hosts = [
    [undefined, 'the Node extension host'],
    ['--web', 'the web extension host'],
    ['--package', 'installed from its package'],
  ];
  const asked = hosts.filter(([option]) => options.includes(option));
  if (asked.length > 0) return asked;
  return names.length > 0 ? hosts.slice(0, 2) : hosts;
}

/**
 * The beginnings of the paths of a level's tests below test/. Those that run the built command line belong to `server`,
 * those that run it inside other editors to `editors`, those that run inside VS Code to `e2e`; unit tests are all others.
 * @param {string} level
 * @param {string[]} names
 * @returns {string[]}
 */
function prefixesOf(level, names) {
  if (level === 'e2e') return names.length > 0 ? names.map((name) => `e2e/${name}`) : ['e2e/'];
  const levelOf = (name) => LEVELS.get(name.slice(0, name.indexOf('/'))) ?? 'unit';
  const ofLevel = testFiles()
    .map((file) => file.slice('test/'.length))
    .filter((name) => levelOf(name) === level);
  if (names.length === 0) return ofLevel;
  return ofLevel.filter((file) => names.some((name) => file.startsWith(name) || file.startsWith(`${level}/${name}`)));
}

/** @param {Counts[]} all */
function report(all) {
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    running?.kill(signal);
    process.exit(1);
  });
}
const args = process.argv.slice(2);
const level = args[0]?.startsWith('-') ? undefined : args.shift();
if (level !== undefined && !(level in targetsOf)) {
  console.error(`test.mjs: unknown level ${level} (unit, server, editors, e2e)`);
  process.exit(2);
}
const firstOption = args.findIndex((arg) => arg.startsWith('-'));
const names = firstOption < 0 ? args : args.slice(0, firstOption);
const options = firstOption < 0 ? [] : args.slice(firstOption);

const built = await build(level ? { targets: targetsOf[level], tests: prefixesOf(level, names) } : {});
if (!built) {
  console.error('\nThe build failed: no test was run.');
  report([{ passed: 0, failed: 1, skipped: 0 }]);
} else {
  const all = [];
  for (const each of level ? [level] : Object.keys(targetsOf)) all.push(...(await runLevel(each, names, options)));
  report(all);
}
