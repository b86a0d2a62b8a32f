import assert from 'node:assert/strict';
import { ESLint } from 'eslint';

/**
 * The messages of the rules that keep the layers apart, for a module of that path and text. The path need not exist:
 * the type-checked rules, which would want a real file, are switched off.
 */
async function layerErrors(filePath: string, text: string): Promise<string[]> {
  const eslint = new ESLint({
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } }],
    ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
  });
  const results = await eslint.lintText(text, { filePath });
  return results.flatMap((result) => result.messages.map((message) => message.message));
}

describe('the rule of layers', function () {
  this.timeout(30_000);

  const forbidden: [file: string, text: string, why: RegExp][] = [
    ['server/src/syntax/parse.ts', "import '../citations/mentions';", /syntax may import only syntax/],
    ['server/src/syntax/parse.ts', "export * from '../features/hover';", /one way/],
    ['server/src/syntax/deep/lines.ts', "import '../../library/library';", /one way/],
    ['server/src/citations/resolve.ts', "import type { Library } from '../library/library';", /one way/],
    ['server/src/library/library.ts', "import '../checks/registry';", /one way/],
    ['server/src/checks/numbering.ts', "import '../features/diagnostics';", /one way/],
    ['server/src/amendments/apply.ts', "import '../convert/docx';", /one way/],
    ['server/src/features/hover.ts', "import '../main.node';", /one way/],
    ['server/src/checks/numbering.ts', "import '../protocol';", /one way/],
    ['server/src/checks/numbering.ts', "import '../protocol.js';", /one way/],
    ['server/src/features/hover.ts', "import '../main.node.js';", /one way/],
    ['server/src/syntax/parse.ts', "import type { Range } from 'vscode-languageserver';", /no protocol/],
    ['server/src/citations/resolve.ts', "import 'vscode';", /no protocol/],
    ['server/src/syntax/parse.ts', "import 'node:path';", /browser worker/],
    ['server/src/library/library.ts', "import { readFile } from 'node:fs/promises';", /browser worker/],
    ['server/src/features/hover.ts', "import '../library/node/files';", /browser worker/],
    ['server/src/main.browser.ts', "import './library/node/files';", /browser worker/],
    ['server/src/features/hover.ts', 'export const home = process.cwd();', /browser worker/],
    ['server/src/features/hover.ts', "import '../../../client/src/client';", /never imports the client/],
    ['server/src/syntax/parse.ts', "void import('../features/hover');", /top of the file/],
    ['server/src/syntax/parse.ts', "export type Hover = import('../features/hover').Hover;", /top of the file/],
    ['client/src/client.ts', "import '../../server/src/syntax/parse';", /only server\/src\/protocol/],
    ['client/src/extension.node.ts', "import '../../server/src/syntax/parse';", /only server\/src\/protocol/],
    ['client/src/client.ts', "import 'node:path';", /only \*\.node\.ts/],
  ];
  for (const [file, text, why] of forbidden) {
    it(`forbids in ${file}: ${text}`, async () => {
      const errors = await layerErrors(file, text);
      assert.match(errors.join('\n'), why);
    });
  }

  const allowed: [file: string, text: string][] = [
    ['server/src/syntax/parse.ts', "import './numerals';"],
    ['server/src/citations/resolve.ts', "import '../syntax/parse';"],
    ['server/src/checks/numbering.ts', "import '../library/library'; import 'vscode-languageserver';"],
    ['server/src/features/hover.ts', "import '../checks/registry'; import '../protocol';"],
    ['server/src/library/node/files.ts', "import 'node:fs'; import '../library';"],
    ['server/src/main.cli.ts', "import 'node:fs'; import './library/node/files'; import './features/hover';"],
    ['client/src/client.ts', "import { Names } from '../../server/src/protocol'; import 'vscode';"],
    ['client/src/corpusFileSystem.ts', "import { CORPUS } from '../../server/src/corpus.js';"],
    ['client/src/extension.node.ts', "import 'node:path'; import 'vscode-languageclient/node';"],
  ];
  for (const [file, text] of allowed) {
    it(`allows in ${file}: ${text}`, async () => {
      assert.deepEqual(await layerErrors(file, text), []);
    });
  }
});
