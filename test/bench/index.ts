/**
 * Speed, as ratios measured in one run: `npm run bench` runs every part, `npm run bench -- NAME…` some of them
 * (docs/speed.md says what they measure). Laws are taken from TIAOWEN_LAWS, else from ../shared/laws.
 */
import { lawsFolder } from '../support/laws';
import { activation } from './activation';
import { indexing } from './indexing';
import { keystroke } from './keystroke';
import { keystrokeStdio } from './keystrokeStdio';
import type { Part } from './part';
import { peer } from './peer';
import { queries } from './queries';
import { reading } from './reading';
import { Report } from './report';
import { withTemporaryFolder } from './temporaryFolder';

const PARTS: ReadonlyMap<string, Part> = new Map([
  ['reading', reading],
  ['indexing', indexing],
  ['keystroke', keystroke],
  ['stdio', keystrokeStdio],
  ['queries', queries],
  ['peer', peer],
  ['activation', activation],
]);

async function main(names: readonly string[]): Promise<number> {
  const folder = lawsFolder();
  if (folder === undefined) {
    console.error('没有法规文本可测：没有 ../shared/laws，TIAOWEN_LAWS 也没有指向文件夹');
    return 2;
  }
  const wrong = names.find((name) => !PARTS.has(name));
  if (wrong !== undefined) {
    console.error(`没有这个部分：${wrong}（有 ${[...PARTS.keys()].join('、')}）`);
    return 2;
  }
  const report = new Report();
  await withTemporaryFolder(async (storage) => {
    for (const [name, part] of PARTS) {
      if (names.length === 0 || names.includes(name)) await part({ folder, storage, report });
    }
  });
  report.summary();
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
