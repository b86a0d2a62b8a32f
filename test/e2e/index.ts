import Mocha from 'mocha';
import { loadTests } from 'tests:e2e';

/**
 * Begins every line of the suite's report, so that the outer script (scripts/test-e2e.mjs) can tell it from what VS Code
 * itself writes to the same console; and the line of JSON counts at its end.
 */
const REPORT_MARK = 'tiaowen-e2e| ';
const COUNTS_MARK = 'tiaowen-e2e-counts| ';

/**
 * Runs the suite inside VS Code's extension host: the entry that `extensionTestsPath` names, in a desktop VS Code, in
 * the server build and in a web extension host alike. Prints mocha's report and the counts to the console.
 * Rejects when a test failed, which makes VS Code end with exit code 1.
 */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = printMarked;
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 120_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  loadTests();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.once('end', () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      console.log(COUNTS_MARK + JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** Prints what mocha's reporter says (printf style, one or several lines) with the mark before each line. */
function printMarked(format: unknown = '', ...args: unknown[]): void {
  const text = String(format).replace(/%[sdi]/g, () => String(args.shift()));
  for (const line of text.split('\n')) console.log(REPORT_MARK + line);
}
