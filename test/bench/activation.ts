import { execFileSync } from 'node:child_process';
import type { Bench } from './part';
import { distributionOf } from './timing';

/** Each time with a new VS Code, whose engine has none of our code compiled. */
const STARTS = 7;
const GOAL = 100;

/** Milliseconds, as VS Code takes them. */
interface Times {
  /** Reading and running the script of the extension. */
  readonly load: number;
  /** Its `activate`, until the call returns. */
  readonly call: number;
  /** Until the server runs. */
  readonly finish: number;
}

/** The start of the packed and installed extension in a real VS Code. */
export function activation({ report }: Bench): Promise<void> {
  const starts = Array.from({ length: STARTS }, start);
  if (starts.some((times) => times === undefined)) {
    report.table('activation', []);
    report.note('no VS Code can run here');
    return Promise.resolve();
  }
  const of = (time: (times: Times) => number): number =>
    distributionOf(starts.map((times) => time(times as Times))).p50;
  report.table(`activation in VS Code, ${STARTS} starts, ms`, ['p50']);
  report.row('reading and running the script', [of(({ load }) => load).toFixed(0)]);
  report.row('activate(), until it returns', [of(({ call }) => call).toFixed(0)]);
  const own = of(({ load, call }) => load + call);
  report.row('both: the time of the extension itself', [own.toFixed(0)], { value: own, limit: GOAL });
  report.row('then, until the server runs', [of(({ finish }) => finish).toFixed(0)]);
  return Promise.resolve();
}

/** Undefined where there is no VS Code. */
function start(): Times | undefined {
  const printed = execFileSync(process.execPath, ['scripts/test-e2e.mjs', '--activation'], { encoding: 'utf8' });
  const line = /^activation (.*)$/m.exec(printed)?.[1];
  return line === undefined ? undefined : (JSON.parse(line) as Times);
}
