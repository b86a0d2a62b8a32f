// The lint: typescript-eslint's type-checked rules, and the project's own rule of layers (ARCHITECTURE.md):
// imports point one way, so that every layer can be read, tested and moved into a browser worker by itself.

import tseslint from 'typescript-eslint';

/** The layers of server/src from the lowest up: each may import itself and those before it. */
const layers = ['syntax', 'citations', 'library', 'checks', 'drafting', 'amendments', 'convert', 'features'];

/** Layers that know neither the protocol nor the editor: text in, trees and targets out. */
const pureLayers = ['syntax', 'citations'];

/** The files of server/src that run only in Node; all others also run in a browser worker. */
const nodeOnly = [
  'server/src/library/node/**',
  'server/src/main.node.ts',
  'server/src/main.server.ts',
  'server/src/main.cli.ts',
  'server/src/main.indexer.ts',
  'server/src/cli/**',
];

/** The end of a folder's or a module's name in an import, with or without the extension. */
const END = '(/|\\.[jt]s$|$)';

const noNode = {
  regex: '^node:',
  message:
    'This file also runs in a browser worker: only library/node, cli, main.node, main.server, main.cli and main.indexer may use node: modules.',
};
const noNodeFiles = {
  regex: `^\\.{1,2}/(.*/)?(library/node|cli|main\\.(node|server|cli|indexer))${END}`,
  message: 'This file also runs in a browser worker: it cannot import files that only run in Node.',
};
const noClient = { regex: '(^|/)client/src(/|$)', message: 'The server never imports the client.' };
const onlyShared = {
  regex: '(^|/)server/src/(?!(protocol|corpus)(\\.js)?$)',
  message: 'The client talks to the server by protocol; of its sources it shares only server/src/protocol and corpus.',
};
const noProtocol = {
  regex: '^(vscode$|vscode-languageserver|vscode-languageclient|vscode-jsonrpc)',
  message: 'syntax and citations know no protocol and no editor.',
};

/**
 * The ban on importing the layers above `layer` and the entries, which stand above all. Of the layers only features
 * knows protocol.ts, the names and types that client and server share.
 * @param {string} layer
 */
function nothingAbove(layer) {
  const own = layers.indexOf(layer);
  const above = [...layers.slice(own + 1), 'cli', 'main\\.[a-z]+', ...(layer === 'features' ? [] : ['protocol'])];
  return {
    regex: `^\\.{1,2}/(.*/)?(${above.join('|')})${END}`,
    message: `Imports point one way: ${layer} may import only ${layers.slice(0, own + 1).join(', ')}.`,
  };
}

/**
 * A block that restricts imports of some files. ESLint does not merge the options of a rule between blocks, so each
 * block carries everything that holds for its files.
 */
function restrict(files, patterns, options = {}) {
  return {
    files,
    ...(options.ignores ? { ignores: options.ignores } : {}),
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

/** `import()` and `require` would go around the rule above, and nothing in a bundle needs them. */
const noDynamicImport = [
  {
    selector: 'ImportExpression',
    message: 'Import at the top of the file: the rule of layers sees no dynamic import.',
  },
  {
    selector: 'TSImportType',
    message: 'Import the type at the top of the file: the rule of layers sees no import type.',
  },
];

/** A text may have more of everything than a call can have arguments: each takes room on the stack. */
const noSpread = [
  {
    selector: 'CallExpression[callee.property.name=/^(push|unshift|splice|concat|max|min)$/] > SpreadElement.arguments',
    message: 'A large text would overflow the stack here: push one by one, reduce, or make a new array.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', '.cache', '.vscode-test'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.recommended] },

  { files: ['server/src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...noDynamicImport, ...noSpread] } },
  { files: ['client/src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...noDynamicImport] } },
  restrict(['server/src/*.ts'], [noClient, noNode, noNodeFiles], { ignores: nodeOnly }),
  restrict(nodeOnly, [noClient]),
  ...layers.map((layer) =>
    restrict(
      [`server/src/${layer}/**/*.ts`],
      [noClient, noNode, noNodeFiles, nothingAbove(layer), ...(pureLayers.includes(layer) ? [noProtocol] : [])],
      { ignores: nodeOnly },
    ),
  ),
  restrict(['server/src/library/node/**/*.ts'], [noClient, nothingAbove('library')]),
  {
    // Node's globals are visible to the type checker everywhere, because one tsconfig serves all files.
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    ignores: [...nodeOnly, 'client/src/**/*.node.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', '__dirname', '__filename', 'require', 'setImmediate', 'global'].map((name) => ({
          name,
          message: 'This file also runs in a browser worker, which has no such global.',
        })),
      ],
    },
  },
  restrict(
    ['client/src/**/*.ts'],
    [
      onlyShared,
      {
        regex: '^(node:|vscode-languageclient/node$)',
        message: 'The client also runs in the browser: only *.node.ts may use Node.',
      },
    ],
    { ignores: ['client/src/**/*.node.ts'] },
  ),
  restrict(['client/src/**/*.node.ts'], [onlyShared]),
);
