// Bundles the product into dist/ and the tests into out/test/.
//
//   node esbuild.mjs [TARGET…] [--watch] [--production] [--into=FOLDER]
//
// Without TARGET everything is built. A target that fails leaves the others as they are and makes the exit code 1.
// `--production` minifies and leaves the tests out. `--into` writes the product elsewhere than into dist/.

import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));

/** The folders whose code decides what is found in a text, and the texts that are cited without being read again. */
const READING = ['server/src/syntax', 'server/src/citations', 'server/src/library', 'corpus'];

/**
 * A name of the code that reads texts, which changes when the code does.
 * @returns {string}
 */
function nameOfCode() {
  const hash = createHash('sha1');
  for (const folder of READING) {
    const files = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
    for (const file of paths.sort()) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

const define = { TIAOWEN_CODE: JSON.stringify(nameOfCode()) };

/** What every bundle has in common; `charset` keeps Chinese text as it is instead of six bytes of escape a character. */
const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  define,
  loader: { '.txt': 'text' },
  logLevel: 'info',
  sourcemap: true,
};

const MINIFIED = { minifyWhitespace: true, minifySyntax: true, minifyIdentifiers: true };

/** Some LSP packages have UMD as `main`, whose `require` no bundler can follow: take their ES modules first. */
const forNode = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const forBrowser = { ...common, platform: 'browser', target: 'es2022', define: { ...define, global: 'globalThis' } };
/** One bundle for both hosts, so that what they share is packed once. */
const forBoth = {
  ...forNode,
  target: 'es2022',
  define: forBrowser.define,
  conditions: ['browser', 'module'],
  plugins: [eachInItsHost()],
};

/**
 * The product's bundles by target name.
 * @type {Record<string, esbuild.BuildOptions>}
 */
const products = {
  client: {
    ...forBoth,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.js',
    // The engine compiles a script of short names, which mean something else in each function, in nearly twice the time.
    minifyIdentifiers: false,
    plugins: [...forBoth.plugins, editorWithoutCopies()],
  },
  preview: {
    ...forBrowser,
    format: 'iife',
    entryPoints: ['client/webview/preview.ts'],
    outfile: 'dist/preview.js',
    sourcemap: false,
  },
  citationMap: {
    ...forBrowser,
    format: 'iife',
    entryPoints: ['client/webview/citationMap.ts'],
    outfile: 'dist/citationMap.js',
    sourcemap: false,
  },
  server: { ...forBoth, format: 'iife', entryPoints: ['server/src/main.server.ts'], outfile: 'dist/server.js' },
  indexer: { ...forNode, entryPoints: ['server/src/main.indexer.ts'], outfile: 'dist/indexer.js' },
  // Loaded only when it is needed: in Node as a module, in a browser's worker as a script.
  convert: {
    ...common,
    platform: 'neutral',
    format: 'iife',
    target: 'es2022',
    mainFields: ['module', 'main'],
    globalName: 'tiaowenConvert',
    footer: { js: 'if (typeof module === "object") module.exports = tiaowenConvert;' },
    entryPoints: ['server/src/main.convert.ts'],
    outfile: 'dist/convert.js',
  },
  cli: {
    ...forNode,
    entryPoints: ['server/src/main.cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [executable('dist/cli.js')],
  },
};

/**
 * What is built only when it is named.
 * @type {Record<string, esbuild.BuildOptions>}
 */
const tools = {
  bench: {
    ...forNode,
    entryPoints: ['test/bench/index.ts', 'test/bench/child.ts', 'test/bench/activationSuite.ts'],
    outdir: 'out/bench',
    external: ['vscode'],
    logLevel: 'warning',
  },
};

/** The tests that run on the installed package too: enough to tell whether all that the extension needs is in it. */
const ON_PACKAGE = ['activation', 'corpus', 'diagnostics', 'documentSymbol', 'hover'];

/**
 * The bundles of the tests: one file for each `test/**\/*.test.ts`, for mocha; and from those below test/e2e the suites
 * that run inside VS Code, in its Node host (out/test/e2e/index.js), in its web host (out/test/e2e/web.js) and on the
 * installed package (out/test/e2e/package.js).
 * @param {string[]} [prefixes] beginnings of paths below test/, such as `syntax` or `e2e/hover`; everything when left out
 * @returns {esbuild.BuildOptions[]}
 */
function testBundles(prefixes) {
  const files = testFiles(prefixes);
  const ofMocha = files.filter((file) => !file.startsWith('test/e2e/'));
  const ofVSCode = files.filter((file) => file.startsWith('test/e2e/'));
  const bundles = [];
  if (ofMocha.length > 0) {
    bundles.push({
      ...forNode,
      entryPoints: ofMocha,
      outdir: 'out',
      outbase: '.',
      packages: 'external',
      sourcemap: 'inline',
      logLevel: 'warning',
    });
  }
  if (ofVSCode.length > 0) {
    const suite = {
      entryPoints: ['test/e2e/index.ts'],
      sourcemap: 'inline',
      logLevel: 'warning',
      plugins: [listOfTests(ofVSCode)],
    };
    bundles.push({ ...forNode, ...suite, outfile: 'out/test/e2e/index.js', external: ['vscode', 'mocha'] });
    const onPackage = ofVSCode.filter((file) => ON_PACKAGE.some((name) => file === `test/e2e/${name}.test.ts`));
    bundles.push({
      ...forNode,
      ...suite,
      plugins: [listOfTests(onPackage)],
      outfile: 'out/test/e2e/package.js',
      external: ['vscode', 'mocha'],
    });
    bundles.push({
      ...forBrowser,
      ...suite,
      outfile: 'out/test/e2e/web.js',
      external: ['vscode'],
      // Mocha's browser build takes the `module` of the bundle for its own, so the suite is exported after it has run.
      format: 'iife',
      globalName: 'suite',
      footer: { js: 'module.exports = suite;' },
      alias: { mocha: 'mocha/mocha.mjs', 'node:assert/strict': './test/e2e/assert.web.cjs' },
      // The assertions look at Node's process.
      banner: { js: 'const process = { env: {}, stderr: {} };' },
    });
  }
  return bundles;
}

/**
 * The `*.test.ts` below test/, as paths from the project's root with `/`, in a fixed order.
 * @param {string[]} [prefixes] as of {@link testBundles}
 * @returns {string[]}
 */
export function testFiles(prefixes = ['']) {
  return readdirSync(path.join(root, 'test'), { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && prefixes.some((prefix) => name.startsWith(prefix)))
    .map((name) => `test/${name}`)
    .sort();
}

/**
 * A plugin that makes the module `tests:e2e` (test/e2e/tests.d.ts): its `loadTests` runs the given files, so that no
 * list of them is kept by hand and none is forgotten. A web host has no folder to look into.
 * @param {string[]} files
 * @returns {esbuild.Plugin}
 */
function listOfTests(files) {
  const requires = files.map((file) => `  require(${JSON.stringify(`./${file}`)});`).join('\n');
  return {
    name: 'list-of-tests',
    setup(build) {
      build.onResolve({ filter: /^tests:e2e$/ }, ({ path: name }) => ({ path: name, namespace: 'list-of-tests' }));
      build.onLoad({ filter: /.*/, namespace: 'list-of-tests' }, () => ({
        contents: `exports.loadTests = () => {\n${requires}\n};\n`,
        resolveDir: root,
      }));
    },
  };
}

/**
 * A plugin for bundles that run in Node and in a browser's worker: what our own modules import of one host alone is
 * loaded there only, and empty in the other. So they need no `import()`, which would make the bundler put each module
 * of the bundle into a function, and the engine read it twice.
 * @returns {esbuild.Plugin}
 */
function eachInItsHost() {
  const hosts = [
    {
      only: /^(?:node:.*|env-paths|vscode-language(?:client|server)\/node)$/,
      test: `typeof WorkerGlobalScope === 'undefined'`,
    },
    { only: /^vscode-language(?:client|server)\/browser$/, test: `typeof WorkerGlobalScope !== 'undefined'` },
  ];
  return {
    name: 'each-in-its-host',
    setup(build) {
      for (const { only, test } of hosts) {
        build.onResolve({ filter: only }, ({ path: name, kind, resolveDir }) =>
          kind === 'import-statement' ? { path: name, namespace: 'of-one-host', pluginData: resolveDir } : undefined,
        );
        build.onLoad({ filter: only, namespace: 'of-one-host' }, ({ path: name, pluginData }) => ({
          contents: `module.exports = ${test} ? require(${JSON.stringify(name)}) : {};`,
          resolveDir: pluginData,
        }));
      }
    },
  };
}

/**
 * A plugin that gives the bundled modules an heir of VS Code's API, marked as an ES module. Each `import * as vscode` of
 * a plain object would make an object with an accessor for each of its more than three hundred names: for some sixty
 * modules, ours and those of the language client, that was a third of the time that the extension took to load.
 * @returns {esbuild.Plugin}
 */
function editorWithoutCopies() {
  return {
    name: 'editor-without-copies',
    setup(build) {
      build.onResolve({ filter: /^vscode$/ }, ({ path: name, namespace }) =>
        namespace === 'editor' ? { path: name, external: true } : { path: name, namespace: 'editor' },
      );
      build.onLoad({ filter: /^vscode$/, namespace: 'editor' }, () => ({
        contents: `module.exports = Object.create(require('vscode'), { __esModule: { value: true } });`,
      }));
    },
  };
}

/**
 * A plugin that marks the written file executable, so that the package's `bin` can be run from a checkout as well.
 * @param {string} file
 * @returns {esbuild.Plugin}
 */
function executable(file) {
  return {
    name: 'executable',
    setup(build) {
      build.onEnd((result) => {
        if (result.errors.length === 0) chmodSync(path.join(root, file), 0o755);
      });
    },
  };
}

/**
 * Builds once.
 * @param {object} [options]
 * @param {string[]} [options.targets] product targets, by default all
 * @param {string[] | false} [options.tests] the tests to bundle, as of {@link testBundles}; all when left out; none when
 *   false
 * @param {boolean} [options.production] minify
 * @param {string} [options.into] the folder for the product instead of dist/
 * @returns {Promise<boolean>} whether every bundle was made; what failed has been printed
 */
export async function build({ targets = Object.keys(products), tests, production = false, into } = {}) {
  const results = await Promise.allSettled(
    bundlesOf(targets, tests, into).map((options) => esbuild.build({ ...(production && MINIFIED), ...options })),
  );
  for (const result of results) {
    // esbuild prints what is wrong with the sources itself; anything else would pass in silence.
    if (result.status === 'rejected' && !result.reason.errors) console.error(result.reason);
  }
  return results.every((result) => result.status === 'fulfilled');
}

/**
 * @param {string[]} targets
 * @param {string[] | false | undefined} tests
 * @param {string} [into]
 */
function bundlesOf(targets, tests, into) {
  const moved = ({ outfile, ...options }) => ({ ...options, outfile: path.join(into, path.basename(outfile)) });
  const bundles = targets.map((target) => products[target] ?? tools[target]);
  return [...(into === undefined ? bundles : bundles.map(moved)), ...(tests === false ? [] : testBundles(tests))];
}

/** The command line of this file. */
async function main() {
  const into = process.argv.find((arg) => arg.startsWith('--into='));
  const args = process.argv.slice(2).filter((arg) => arg !== into);
  const names = args.filter((arg) => !arg.startsWith('--'));
  const known = [...Object.keys(products), ...Object.keys(tools), 'tests'];
  const wrong =
    names.find((name) => !known.includes(name)) ??
    args.find((arg) => arg.startsWith('--') && !['--watch', '--production'].includes(arg));
  if (wrong !== undefined) {
    console.error(
      `esbuild.mjs: unknown argument ${wrong} (targets: ${known.join(', ')}; --watch, --production, --into=FOLDER)`,
    );
    process.exit(2);
  }
  const production = args.includes('--production');
  const targets = names.length > 0 ? names.filter((name) => name !== 'tests') : Object.keys(products);
  const tests = names.length > 0 ? names.includes('tests') : !production;
  if (args.includes('--watch')) {
    // A test file made later joins at the next start of the watch.
    for (const options of bundlesOf(targets, tests ? undefined : false)) {
      const context = await esbuild.context(options);
      await context.watch();
    }
    return;
  }
  const folder = into && path.resolve(into.slice('--into='.length));
  process.exitCode = (await build({ targets, tests: tests ? undefined : false, production, into: folder })) ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
