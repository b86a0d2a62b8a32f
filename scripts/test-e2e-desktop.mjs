// The desktop half of scripts/test-e2e.mjs, which starts it as a process of its own, under xvfb-run where there is no
// display: runs the suite in the given desktop VS Code, with its console as output and its exit code.
//
//   node scripts/test-e2e-desktop.mjs EXECUTABLE WORKSPACE

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const [vscodeExecutablePath, workspace] = process.argv.slice(2);

try {
  process.exitCode = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'out', 'test', 'e2e', 'index.js'),
    launchArgs: [workspace, '--disable-extensions'],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
