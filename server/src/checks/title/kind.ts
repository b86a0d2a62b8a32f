import type { SyntaxNode } from '../../syntax/tree.js';
import type { Check, CheckContext, Finding } from '../check.js';
import { profileOf } from '../profile.js';
import { SOURCES } from '../sources.js';

/** A rule of a department or a local government that is called 条例. */
export const ruleTitle: Check = {
  code: 'title/rule',
  rule: 'E-01',
  severity: 'error',
  description: {
    zh: '规章的名称不得称“条例”。',
    en: 'A rule of a department or a local government is not called 条例.',
  },
  source: SOURCES.ruleTitle,
  *run(context): Iterable<Finding> {
    const profile = profileOf(context.document);
    if (profile !== 'departmental-rule' && profile !== 'local-government-rule') return;
    if (!/条例(?:（[^）]*）)?$/.test(context.document.title)) return;
    yield* atTitle(context, {
      zh: '规章不得称“条例”，一般称“规定”、“办法”。',
      en: 'A rule is called 规定 or 办法, not 条例.',
    });
  },
};

/** A local regulation that is called 法. */
export const localTitle: Check = {
  code: 'title/local',
  rule: 'E-02',
  severity: 'error',
  description: { zh: '地方性法规的名称不称“法”。', en: 'A local regulation is not called 法.' },
  *run(context): Iterable<Finding> {
    if (profileOf(context.document) !== 'local-regulation') return;
    if (!/[^办]法(?:（[^）]*）)?$/.test(context.document.title)) return;
    yield* atTitle(context, {
      zh: '地方性法规不称“法”，称条例、规定、办法、规则等。',
      en: 'A local regulation is called 条例, 规定, 办法 or 规则, not 法.',
    });
  },
};

/** A finding on the title as a whole. */
export function* atTitle({ document }: CheckContext, message: Finding['message']): Generator<Finding, void, undefined> {
  const title = document.tree.root.children.findLast(({ kind }: SyntaxNode) => kind === 'title');
  if (title) yield { span: title.range, message };
}
