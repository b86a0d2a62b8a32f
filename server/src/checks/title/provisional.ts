import type { Check, Finding } from '../check.js';
import { profileOf, type Profile } from '../profile.js';
import { SOURCES } from '../sources.js';
import { atTitle } from './kind.js';

const OTHERS: ReadonlySet<Profile | undefined> = new Set([
  'departmental-rule',
  'local-regulation',
  'local-government-rule',
] as const);

/** 暂行条例 and 暂行规定 of another maker than the State Council. */
export const provisionalTitle: Check = {
  code: 'title/provisional',
  rule: 'E-04',
  severity: 'information',
  description: {
    zh: '“暂行条例”“暂行规定”是国务院根据授权制定的行政法规的名称。',
    en: '暂行条例 and 暂行规定 are made by the State Council when it is authorized to.',
  },
  source: SOURCES.provisionalTitle,
  *run(context): Iterable<Finding> {
    const name = /暂行(?:条例|规定)(?=(?:（[^）]*）)?$)/.exec(context.document.title)?.[0];
    if (!name || !OTHERS.has(profileOf(context.document))) return;
    yield* atTitle(context, {
      zh: `“${name}”是国务院根据授权制定的行政法规的名称。`,
      en: `${name} is the name of what the State Council makes when it is authorized to.`,
    });
  },
};
