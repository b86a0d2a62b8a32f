import assert from 'node:assert/strict';
import { Turns } from '../../server/src/library/turns.js';

/** Works on for so many milliseconds. */
function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

describe('long work in turns', () => {
  it('goes on when others, who need a turn after the other, have done what they had to do', async () => {
    const turns = new Turns();
    work(20);
    let steps = 0;
    const step = (): void => {
      work(1);
      if (++steps < 8) setImmediate(step);
    };
    setImmediate(step);
    await turns.pause();
    assert.equal(steps, 8);
  });

  it('goes on beside others whose work never ends', async () => {
    const turns = new Turns();
    work(20);
    let isOver = false;
    const step = (): void => {
      work(1);
      if (!isOver) setImmediate(step);
    };
    setImmediate(step);
    await turns.pause();
    isOver = true;
  });
});
