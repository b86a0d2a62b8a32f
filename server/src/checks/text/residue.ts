import type { Characters } from '../../syntax/characters.js';
import { Derived } from '../../syntax/derived.js';
import { RESIDUE, SPACE } from '../../syntax/line.js';
import type { NodeKind } from '../../syntax/structure.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import type { Check, Finding, Message } from '../check.js';

interface Residue {
  readonly pattern: string;
  /** What it is, for people. */
  readonly name: Message;
  /** Whether nothing of the text is lost with it. */
  readonly removable: boolean;
}

const ZERO_WIDTH: Residue = {
  pattern: '[\\u200b\\ufeff]+',
  name: { zh: '零宽字符', en: 'a character without width' },
  removable: true,
};

/** What conversion from Word, PDF and web pages leaves behind. */
const RESIDUES: readonly Residue[] = [
  { pattern: RESIDUE, name: { zh: '书签标记', en: 'a bookmark' }, removable: true },
  { pattern: '\\u00ad+', name: { zh: '软连字符（U+00AD）', en: 'a soft hyphen (U+00AD)' }, removable: true },
  ZERO_WIDTH,
  // 错误！未找到引用源。 — Error! Reference source not found.
  {
    pattern: '(?:错误|Error) ?[!！] ?(?:未|不|文档|没有|无|[A-Z])[^。.；\\r\\n\\v\\f\\u0085\\u2028\\u2029]{0,60}[。.]?',
    name: { zh: '失效的域', en: 'a broken field' },
    removable: false,
  },
  {
    pattern:
      '(?:PAGEREF|HYPERLINK|NOTEREF|REF) +(?:\\\\l +)?"?_?(?:Toc|Ref|Hlk)\\w+"?(?: +\\\\\\w)*|\\\\\\* *MERGEFORMAT',
    name: { zh: '域代码', en: 'the code of a field' },
    removable: false,
  },
  { pattern: '\\ufffd+', name: { zh: '无法识别的字符（U+FFFD）', en: 'a lost character (U+FFFD)' }, removable: false },
  { pattern: '\\ufffc+', name: { zh: '丢失的对象（U+FFFC）', en: 'a lost object (U+FFFC)' }, removable: false },
  { pattern: '[\\ue000-\\uf8ff]+', name: { zh: '专用区字符', en: 'a character for private use' }, removable: false },
];
const PATTERN = RESIDUES.map(({ pattern }) => `(${pattern})`).join('|');

/** [bookmark: _GoBack], invisible and lost characters, broken fields. */
export const residue: Check = {
  code: 'text/residue',
  severity: 'warning',
  description: {
    zh: '文本中没有转换留下的标记、不可见字符、丢失的字符和失效的域。',
    en: 'The text is free of what conversion leaves: bookmarks, invisible and lost characters, broken fields.',
  },
  *run({ document: { tree } }): Iterable<Finding> {
    let line: LineAround | undefined;
    for (const { index, match } of matchesIn(tree.root)) {
      const found = RESIDUES[match.slice(1).findIndex((group) => group !== undefined)];
      if (!found) continue;
      const span = { start: index, end: index + match[0].length };
      if (found === ZERO_WIDTH) {
        if (match[0] === '\ufeff' && span.start === 0) continue; // A byte order mark.
        if (!line || span.start >= line.end) line = lineAround(tree.text, span.start);
        // On a line that has nothing else it is layout.
        if (line.isBlank) continue;
      }
      yield {
        span,
        message: { zh: `转换残留：${found.name.zh}。`, en: `Residue of a conversion: ${found.name.en}.` },
        fixes: found.removable
          ? [{ title: { zh: '删去转换残留', en: 'Remove the residue' }, edits: [{ span, newText: '' }] }]
          : undefined,
      };
    }
  },
};

const clean = new Derived<boolean>();
const CONTAINERS: ReadonlySet<NodeKind> = new Set(['document', 'part', 'subpart', 'chapter', 'section', 'annex']);

/** What the patterns find, none of which reaches over a line. Of nodes that are clean and have not changed nothing is read. */
function* matchesIn(node: SyntaxNode): Iterable<{ readonly index: number; readonly match: RegExpExecArray }> {
  let isClean = true;
  const children = CONTAINERS.has(node.kind) ? node.children : [];
  const { start, end } = node.full;
  const own = node.tree.text.slice(start, children[0]?.offset ?? end);
  for (const match of own.matchAll(new RegExp(PATTERN, 'g'))) {
    isClean = false;
    yield { index: start + match.index, match };
  }
  for (const child of children) {
    if (clean.get(child.green)) continue;
    for (const found of matchesIn(child)) {
      isClean = false;
      yield found;
    }
  }
  if (isClean) clean.set(node.green, true);
}

interface LineAround {
  readonly end: number;
  readonly isBlank: boolean;
}

const BLANK = new RegExp(`^[${SPACE}]*$`);

function lineAround(text: Characters, offset: number): LineAround {
  const isBreak = (at: number): boolean => /[\r\n]/.test(text.charAt(at));
  let start = offset;
  while (start > 0 && !isBreak(start - 1)) start--;
  let end = offset;
  while (end < text.length && !isBreak(end)) end++;
  return { end, isBlank: BLANK.test(text.slice(start, end)) };
}
