import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from '../../server/src/checks/registry.js';
import { CORPUS } from '../../server/src/corpus.js';
import { Library } from '../../server/src/library/library.js';

/** The slips that sample/README.md lists: the line, counted from 1, and the code that reports it. */
const SLIPS: readonly (readonly [line: number, code: string, marked: string])[] = [
  [16, 'toc/mismatch', '改善和保障民生'],
  [66, 'citation/nothing-before', '前款'],
  [89, 'numbering/non-canonical', '第一十六条'],
  [111, 'citation/reversed-range', '第十八条至第十五条'],
  [163, 'numbering/first-item', '（二）'],
  [167, 'text/residue', '[bookmark: _Hlk1]'],
  [174, 'numbering/gap', '第三十四条'],
  [195, 'citation/dangling', '第十条第二款'],
  [212, 'citation/dangling', '第三十五条第一款第四项'],
  [213, 'citation/dangling', '第八十条'],
];

const DRAFT = '内蒙古自治区促进边境地区高质量发展条例实施细则（草案）.law.txt';

describe('the sample workspace', () => {
  const library = new Library();
  for (const { name, text } of CORPUS) library.setFile(name, text);
  for (const name of readdirSync('sample')) {
    if (name.endsWith('.law.txt')) library.setFile(name, readFileSync(path.join('sample', name), 'utf8'));
  }

  const problems = (name: string): unknown[] => {
    const document = library.document(name);
    assert.ok(document, name);
    return runChecks({ document, library }).map(({ span, code }) => {
      const { start } = document.rangeOf(span);
      return [start.line + 1, code, document.text.slice(span.start, span.end)];
    });
  };

  it('has in the draft exactly the slips that its README lists', () => {
    assert.deepEqual(problems(DRAFT), SLIPS);
    const listed = readFileSync('sample/README.md', 'utf8').matchAll(/^\| (\d+) \|/gm);
    assert.deepEqual(
      [...listed].map(([, line]) => Number(line)),
      SLIPS.map(([line]) => line),
    );
  });

  it('is clean otherwise, but for the bookmark that conversion left in the regulation', () => {
    const others = library.documents().filter(({ uri }) => uri !== DRAFT);
    assert.equal(others.length, 2);
    assert.deepEqual(
      others.flatMap(({ uri }) => problems(uri)),
      [[21, 'text/residue', '[bookmark: _GoBack]']],
    );
  });
});
