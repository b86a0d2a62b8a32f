import type { Characters } from '../../syntax/characters.js';
import { CHARACTER_OF_UNIT, innermostUnit, outerPart, type Target, type Unit } from '../../citations/coordinates.js';
import type { Mention } from '../../citations/resolve.js';
import type { Check, Finding } from '../check.js';
import { compareNumbers } from '../../syntax/numerals.js';

/** 第二十条至第十八条. */
export const reversedRange: Check = {
  code: 'citation/reversed-range',
  rule: 'B13',
  severity: 'error',
  description: {
    zh: '引用的范围由小到大：“第×条至第×条”。',
    en: 'A cited range goes from the smaller number to the greater.',
  },
  *run({ document, library }): Iterable<Finding> {
    const { mentions } = library.citationsOf(document);
    for (let index = 1; index < mentions.length; index++) {
      const first = mentions[index - 1];
      const last = mentions[index];
      if (!first || !last?.rangeEnd) continue;
      const ends = endsOf(first, last, document.characters);
      if (!ends || compareNumbers(ends.first, ends.last) < 0) continue;
      const isEqual = compareNumbers(ends.first, ends.last) === 0;
      const span = { start: first.start, end: last.end };
      const written = document.characters.slice(span.start, span.end).replace(/\s/g, '');
      yield {
        span,
        message: isEqual
          ? {
              zh: `引用范围“${written}”的起止是同一${CHARACTER_OF_UNIT[ends.unit]}。`,
              en: `Both ends of the range “${written}” are the same provision.`,
            }
          : { zh: `引用范围“${written}”起止颠倒。`, en: `The range “${written}” is reversed.` },
      };
    }
  },
};

/** The two numbers of a range whose ends differ in nothing else. */
function endsOf(
  first: Mention,
  last: Mention,
  text: Characters,
): { unit: Unit; first: number[]; last: number[] } | undefined {
  const from = first.targets[0];
  const to = last.targets[0];
  if (first.doc !== last.doc || !from || !to || first.targets.length > 1 || last.targets.length > 1) return undefined;
  const unit = innermostUnit(from);
  // Of 第一条第五项至第三项 each end was given the paragraph that has the item: those need not be one.
  const isParagraphWritten = text.slice(first.start, last.end).includes('款');
  const outer = (target: Target): Target =>
    outerPart(isParagraphWritten ? target : { ...target, paragraph: undefined }, unit ?? 'article');
  if (!unit || unit !== innermostUnit(to) || !isSame(outer(from), outer(to))) return undefined;
  return { unit, first: numberIn(from, unit), last: numberIn(to, unit) };
}

function numberIn(target: Target, unit: Unit): number[] {
  return String(target[unit]).split('-').map(Number);
}

function isSame(left: Target, right: Target): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
