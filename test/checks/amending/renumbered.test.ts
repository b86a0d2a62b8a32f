import assert from 'node:assert/strict';
import { renumbered } from '../../../server/src/checks/amending/renumbered.js';
import { formatNumeral } from '../../../server/src/syntax/numerals.js';
import { findings } from '../findings.js';

const ADJUSTED = '《某市供水条例》根据本决定作相应修改并对条文顺序作相应调整，重新公布。';
const decision = (instructions: readonly string[], end = ADJUSTED): string =>
  ['某市人民代表大会常务委员会关于修改《某市供水条例》的决定', ...instructions, end].join('\n');
const messages = (source: string): unknown =>
  findings(renumbered, source).map(({ marked, message }) => [marked, message]);

describe('amending/renumbered', () => {
  it('reports a number that does not follow from what is added and removed', () => {
    assert.deepEqual(
      messages(
        decision([
          '一、增加一条，作为第五条：“供水单位应当公开水价。”',
          '二、将第八条改为第十条，修改为：“水价应当听证。”',
          '三、将第十二条改为第十三条，修改为：“罚款。”',
        ]),
      ),
      [['第八条改为第十条', '按增加、删去的条，第八条应改为第九条，不是第十条。']],
    );
    assert.deepEqual(
      messages(decision(['一、删去第三条、第四条。', '二、将第六条改为第五条。', '三、将第七条改为第五条第二款。'])),
      [['第六条改为第五条', '按增加、删去的条，第六条应改为第四条，不是第五条。']],
    );
  });

  it('agrees with what is added, removed, merged and split', () => {
    const right = decision([
      '一、增加一条，作为第二条：“甲。”',
      '二、增加二条，分别作为第三条、第四条：“乙。',
      '“第三条改为第九条。”',
      '三、将第二条改为第五条，第一款修改为：“丙。”',
      '四、将第四条改为二条，作为第七条、第八条，修改为：“丁。”',
      '五、将第六条、第七条合并，作为第十条，修改为：“戊。”',
      '六、删去第八条和第九条。',
      '七、将第十条第二款改为第十二条，修改为：“己。”',
      '八、将第十一条至第十三条改为第十三条至第十五条。',
    ]);
    assert.deepEqual(messages(right), []);
  });

  it('reports two articles with one number', () => {
    assert.deepEqual(
      messages(decision(['一、增加一条，作为第五条：“甲。”', '二、将第五条改为第五条，修改为：“乙。”'])),
      [['第五条改为第五条', '不止一条成为第五条。']],
    );
  });

  it('reports an article that is left out, where the others are not said to be renumbered', () => {
    const instructions = ['一、增加一条，作为第五条：“甲。”', '二、将第五条改为第六条。', '三、将第八条改为第九条。'];
    assert.deepEqual(messages(decision(instructions, '本决定自公布之日起施行。')), [
      ['第五条改为第六条', '没有写明第六条改为第几条，也没有写明“条文顺序作相应调整”。'],
    ]);
    assert.deepEqual(messages(decision(instructions)), []);
  });

  it('leaves alone what moves an article, has another form, or amends several instruments', () => {
    assert.deepEqual(messages(decision(['一、将第三条改为第八条。', '二、将第五条改为第四条。'])), []);
    assert.deepEqual(messages(decision(['一、将第三条移至第八条之后。', '二、将第五条改为第九条。'])), []);
    assert.deepEqual(messages(decision(['一、增加三条，规定监督管理。', '二、将第五条改为第九条。'])), []);
    assert.deepEqual(
      messages(decision(['一、将第五条改为第九条。']).replace('《某市供水条例》的', '《某市供水条例》等三件法规的')),
      [],
    );
  });

  it('finds every wrong number in decisions made at random, and nothing in right ones', () => {
    const at = random(7);
    for (let round = 0; round < 300; round++) {
      const { added, removed, renumberings } = randomAmendment(at);
      const written = (numbers: readonly (readonly [number, number])[]): string =>
        decision(
          [
            ...added.map((number) => `增加一条，作为第${formatNumeral(number)}条：“甲。”`),
            ...removed.map((number) => `删去第${formatNumeral(number)}条。`),
            ...numbers.map(([from, to]) => `将第${formatNumeral(from)}条改为第${formatNumeral(to)}条，修改为：“乙。”`),
          ].map((words, index) => `${formatNumeral(index + 1)}、${words}`),
        );
      assert.deepEqual(messages(written(renumberings)), []);
      const wrong = at(renumberings.length);
      const spoilt = renumberings.map(([from, to], index) => [from, index === wrong ? to + 1 : to] as const);
      assert.notDeepEqual(messages(written(spoilt)), [], written(spoilt));
    }
  });
});

/** The same numbers in each run. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Articles that are added (by their new numbers), removed and renumbered (by their old ones) in an instrument of forty. */
function randomAmendment(at: (limit: number) => number): {
  added: number[];
  removed: number[];
  renumberings: (readonly [from: number, to: number])[];
} {
  const articles: ('new' | number)[] = [];
  const removed: number[] = [];
  for (let old = 1; old <= 40; old++) {
    if (at(6) === 0) articles.push('new');
    if (at(10) === 0) removed.push(old);
    else articles.push(old);
  }
  const added = articles.flatMap((article, index) => (article === 'new' ? [index + 1] : []));
  const kept = articles.flatMap((article, index) => (article === 'new' ? [] : [[article, index + 1] as const]));
  return { added, removed, renumberings: kept.filter((_, index) => index === 0 || at(3) === 0) };
}
