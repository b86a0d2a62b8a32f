import assert from 'node:assert/strict';
import { applied } from '../../server/src/drafting/edits.js';
import { DraftHistory } from '../../server/src/drafting/history.js';
import { insertArticle, insertItem, insertParagraph } from '../../server/src/drafting/operations/insert.js';
import { moveDown, moveUp } from '../../server/src/drafting/operations/move.js';
import { moveTo } from '../../server/src/drafting/operations/moveTo.js';
import type { Operation } from '../../server/src/drafting/operations/operation.js';
import { removeProvision } from '../../server/src/drafting/operations/remove.js';
import { merge, split } from '../../server/src/drafting/operations/splitAndMerge.js';
import { perform } from '../../server/src/drafting/perform.js';
import { fixture } from '../support/fixture.js';
import { dedent } from '../support/render.js';

/** The text after an operation at the mark, with a mark where the caret is, and what was reported. */
function after(operation: Operation, source: string): { text: string; reports: string[] } {
  const { library, document, position } = fixture(source);
  const history = new DraftHistory();
  history.changed(document);
  const change = operation(document, document.offsetAt(position));
  if ('refused' in change) return { text: change.refused.zh, reports: [] };
  const { edits, text, caret, reports } = perform(library, history.draftOf(document), change, () => true);
  assert.equal(applied(document.text, edits.get(document.uri) ?? []).text, text);
  return { text: `${text.slice(0, caret)}$$${text.slice(caret)}`, reports: reports.map(({ message }) => message.zh) };
}

function check(operation: Operation, source: string, expected: string, reports: string[] = []): void {
  const result = after(operation, source);
  assert.equal(result.text, dedent(expected));
  assert.deepEqual(result.reports, reports);
}

const LAW = (line: string): string => `
  某市试验条例
  第一条　甲。
  第二条　乙。
  乙的第二款。
  第三条　${line}
`;

describe('operations on provisions', () => {
  it('inserts an article behind the one at the caret', () => {
    check(
      insertArticle,
      `
      某市试验条例
      第一条　甲$$。
      第二条　依照第一条、第二条第一款办理。
      第三条　依照前两条办理。
      `,
      `
      某市试验条例
      第一条　甲。
      第二条　$$
      第三条　依照第一条、第三条第一款办理。
      第四条　依照本条例第一条、第三条办理。
      `,
    );
  });

  it('inserts a paragraph, which counts once it has words', () => {
    check(
      insertParagraph,
      LAW('依照第二条第二款办理$$。'),
      `${LAW('依照第二条第二款办理。').trimEnd()}\n$$`.replace(/\n {2}/g, '\n'),
    );
  });

  it('inserts an item, and the items behind it move', () => {
    check(
      insertItem,
      `
      某市试验条例
      第一条　有下列情形之一的：
      （一）甲$$；
      （二）乙。
      有前款第二项情形的，从重。
      `,
      `
      某市试验条例
      第一条　有下列情形之一的：
      （一）甲；
      （二）$$
      （三）乙。
      有前款第三项情形的，从重。
      `,
    );
  });

  it('deletes an article, and reports what cites it', () => {
    check(
      removeProvision,
      `
      某市试验条例
      第一条　甲。
      第二条　$$乙。
      第三条　依照第二条、第四条办理。
      第四条　丁。
      `,
      `
      某市试验条例
      第一条　甲。
      $$第二条　依照第二条、第三条办理。
      第三条　丁。
      `,
      ['“第二条”所引的第二条已删除，未作改动'],
    );
  });

  it('moves an article, and its citations follow', () => {
    const source = `
      某市试验条例
      第一条　甲。
      第二条　乙$$，依照第一条办理。
      第三条　依照第二条办理。
    `;
    check(
      moveUp,
      source,
      `
      某市试验条例
      第一条　乙$$，依照第二条办理。
      第二条　甲。
      第三条　依照第一条办理。
    `,
    );
    check(
      moveDown,
      source,
      `
      某市试验条例
      第一条　甲。
      第二条　依照第三条办理。
      第三条　乙$$，依照第一条办理。
    `,
    );
  });

  it('moves an item, and the punctuation stays with the place', () => {
    check(
      moveDown,
      `
      某市试验条例
      第一条　有下列情形之一的，依照第二条第一项办理：
      （一）甲；
      （二）$$乙；
      （三）丙。
      第二条　有第一条第二项、第三项情形的，从重。
      `,
      `
      某市试验条例
      第一条　有下列情形之一的，依照第二条第一项办理：
      （一）甲；
      （二）丙；
      （三）$$乙。
      第二条　有第一条第三项、第二项情形的，从重。
      `,
    );
  });

  it('splits an article at the caret', () => {
    check(
      split,
      `
      某市试验条例
      第一条　甲。
      $$乙。
      丙。
      第二条　依照第一条第一款、第一条第三款和第一条办理。
      `,
      `
      某市试验条例
      第一条　甲。
      第二条　$$乙。
      丙。
      第三条　依照第一条第一款、第二条第二款和第一条、第二条办理。
      `,
    );
  });

  it('splits a paragraph, of which both parts are cited then', () => {
    check(
      split,
      `
      某市试验条例
      第一条　甲。$$有下列情形之一的：
      （一）乙；
      （二）丙。
      有前款情形的，从重。
      `,
      `
      某市试验条例
      第一条　甲。
      第二条　$$有下列情形之一的：
      （一）乙；
      （二）丙。
      有本条例第一条第一款、第二条第一款情形的，从重。
      `,
    );
  });

  it('merges the next article into the one at the caret', () => {
    check(
      merge,
      `
      某市试验条例
      第一条　甲$$。
      第二条　乙。
      丙。
      第三条　依照第二条、第二条第二款和第一条第一款办理。
      `,
      `
      某市试验条例
      第一条　甲。
      $$乙。
      丙。
      第二条　依照第一条第二款、第三款、第一条第三款和第一条第一款办理。
      `,
    );
  });

  it('says why it does nothing', () => {
    assert.equal(
      after(
        moveUp,
        LAW('丙。').replace('甲', () => '$$甲'),
      ).text,
      '前面没有同级的条文',
    );
    assert.match(after(split, LAW('丙。$$')).text, /^请把光标放在要拆出的文字前面/);
    assert.equal(after(insertArticle, '某市$$试验条例\n第一条　甲。\n').text, '光标不在条文中');
  });
});

/** Moves the article at the mark to where words stand. */
const to =
  (words: string): Operation =>
  (document, offset) =>
    moveTo(document, offset, document.text.indexOf(words));

describe('moving an article to where another one is', () => {
  const law = (moved: string): string => `
    某市试验条例
    第一章　总则
    第一条　甲。
    第二条　${moved}
    第二章　附则

    第三条　丙，依照第二条、第四条办理。

    第四条　丁。
  `;

  it('in front of one before it, behind one after it, with the citations', () => {
    check(
      to('第一条'),
      law('乙$$。'),
      `
      某市试验条例
      第一章　总则
      $$第一条　乙。
      第二条　甲。
      第二章　附则

      第三条　丙，依照第一条、第四条办理。

      第四条　丁。
      `,
    );
    check(
      to('第四条　'),
      law('乙$$。'),
      `
      某市试验条例
      第一章　总则
      第一条　甲。
      第二章　附则

      第二条　丙，依照第四条、第三条办理。

      第三条　丁。

      $$第四条　乙。
      `,
    );
  });

  it('onto a chapter as its last article', () => {
    check(
      to('第二章'),
      `
      某市试验条例
      第一章　总则
      第一条　甲$$。
      第二条　依照第一条办理。
      第二章　附则
      第三条　丙。
      `,
      `
      某市试验条例
      第一章　总则
      第一条　依照第三条办理。
      第二章　附则
      第二条　丙。
      $$第三条　甲。
      `,
    );
  });

  it('not to the title, and not to itself', () => {
    check(to('某市'), law('乙$$。'), '只能把条移动到另一条或者有条文的章、节');
    check(to('第二条　乙'), law('乙$$。'), '已在该处');
  });
});
