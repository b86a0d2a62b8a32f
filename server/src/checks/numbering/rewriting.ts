import type { RegulationDocument } from '../../library/document.js';
import { formatNumeral, type NumeralForm } from '../../syntax/numerals.js';
import type { NodeKind } from '../../syntax/structure.js';
import type { Finding, Message } from '../check.js';
import { numeralsOf } from '../marks.js';
import { conspicuousNodesOf } from '../numbered.js';

/**
 * Reports the numerals of one form, each with the fix that writes it as it ought to be.
 *
 * @param except kinds that are numbered otherwise
 */
export function* rewriting(
  { tree }: RegulationDocument,
  form: NumeralForm,
  except: NodeKind | undefined,
  message: (written: string, right: string) => Message,
): Generator<Finding, void, undefined> {
  for (const node of conspicuousNodesOf(tree)) {
    if (node.kind === except) continue;
    for (const { span, numeral } of numeralsOf(node, form)) {
      const right = formatNumeral(numeral.value);
      yield {
        span: node.mark,
        message: message(tree.text.slice(span.start, span.end), right),
        fixes: [{ title: { zh: `改为“${right}”`, en: `Change to “${right}”` }, edits: [{ span, newText: right }] }],
      };
    }
  }
}
