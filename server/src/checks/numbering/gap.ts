import { SOURCES } from '../sources.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { Check, Finding } from '../check.js';
import { nameOf, namesLike, placeOf } from '../marks.js';
import { sequencesOf } from '../numbered.js';
import type { Missing } from '../sequence.js';
import { lostMarks } from './lostMarks.js';
import { runInMarks } from './runInMarks.js';

/** 第十四条 behind 第十二条. */
export const gap: Check = {
  code: 'numbering/gap',
  rule: 'S01 S02 S04',
  severity: 'error',
  description: {
    zh: '编、章、节、条、项、目的序号依次递增，不跳号（立法法第六十五条：“编、章、节、条的序号用中文数字依次表述”）。',
    en: 'Numbers of parts, chapters, sections, articles, items and subitems go up by one (Legislation Law, article 65).',
  },
  source: SOURCES.numbers,
  *run({ document }): Iterable<Finding> {
    for (const sequence of sequencesOf(document.tree)) {
      yield* lostMarks(sequence, 'behind an item');
      const { nodes, faults } = sequence;
      for (const fault of faults) {
        const node = nodes[fault.index];
        if (fault.kind === 'gap' && node) yield finding(document.uri, nodes[fault.after], node, fault.missing);
      }
    }
  },
};

function finding(uri: string, before: SyntaxNode | undefined, node: SyntaxNode, missing: Missing): Finding {
  const names = namesLike(node, missing);
  const name = nameOf(before ?? node);
  const message = before
    ? { zh: `${name.zh}之后缺${names.zh}。`, en: `Missing after ${name.en}: ${names.en}.` }
    : { zh: `${name.zh}之前缺${names.zh}。`, en: `Missing before ${name.en}: ${names.en}.` };
  const neighbour = before && {
    uri,
    span: placeOf(before),
    message: { zh: `前一个序号：${name.zh}`, en: `The number before: ${name.en}` },
  };
  const runIn = runInMarks(uri, before, node, missing);
  return {
    span: placeOf(node),
    message,
    related: [...(neighbour ? [neighbour] : []), ...(runIn?.related ?? [])],
    fixes: runIn?.fixes,
  };
}
