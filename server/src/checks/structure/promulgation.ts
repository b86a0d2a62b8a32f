import type { SyntaxTree } from '../../syntax/tree.js';
import type { Check, Finding } from '../check.js';
import { profileOf, type Profile } from '../profile.js';
import { SOURCES } from '../sources.js';
import { divisionOf } from './chapters.js';

const DATE = '(\\d{4})年(\\d{1,2})月(\\d{1,2})日';
/** 2004年3月1日国务院令第398号公布. */
const PROMULGATED = new RegExp(
  `${DATE}[^，。；（）\\d]{0,30}令(?:第?[\\d一二三四五六七八九十百〇零]+号)?(?:公布|发布)`,
  'g',
);
const OWN_EFFECT = new RegExp(`本(?:条例|规定|办法|细则|规则)自${DATE}起施行`);
/** The ordinances on making regulations and rules, which ask for thirty days, apply since then. */
const SINCE = Date.UTC(2002, 0, 1);
const DAY = 86_400_000;
const LEAST = 30;
const CONCERNED: ReadonlySet<Profile | undefined> = new Set([
  'administrative-regulation',
  'departmental-rule',
  'local-government-rule',
] as const);

/** A regulation or a rule that takes effect on a day less than thirty days after its promulgation. */
export const promulgation: Check = {
  code: 'structure/promulgation',
  rule: 'S17',
  severity: 'information',
  description: {
    zh: '行政法规、规章自公布之日起三十日后施行；写明日期的，不早于此。',
    en: 'Regulations and rules take effect thirty days after they are promulgated, or on that very day.',
  },
  source: SOURCES.promulgation,
  *run({ document }): Iterable<Finding> {
    if (!CONCERNED.has(profileOf(document))) return;
    const { articles } = divisionOf(document.tree);
    for (const article of articles.slice(-2)) {
      const match = OWN_EFFECT.exec(article.text);
      if (!match) continue;
      const effect = dayOf(match);
      // The text at hand is the one promulgated last before that day: later acts have amended it.
      const promulgated = promulgationsOf(document.tree).filter((day) => day <= effect);
      const last = promulgated.reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
      const days = (effect - last) / DAY;
      if (last < SINCE || days >= LEAST || days === 0) continue;
      const start = article.range.start + match.index;
      yield {
        span: { start, end: start + match[0].length },
        message: {
          zh: `施行日期距公布日期只有${String(days)}日，不足三十日。`,
          en: `It takes effect ${String(days)} days after it was promulgated: less than thirty.`,
        },
      };
    }
  },
};

function promulgationsOf({ root }: SyntaxTree): number[] {
  return root.children
    .filter(({ kind }) => kind === 'note' || kind === 'cover')
    .flatMap(({ text }) => [...text.replace(/[ \t\u3000]/g, '').matchAll(PROMULGATED)].map(dayOf));
}

function dayOf([, year, month, day]: RegExpMatchArray): number {
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}
