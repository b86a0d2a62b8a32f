import { CORPUS } from '../../server/src/corpus.js';
import { strToU8 } from 'fflate';
import iconv from 'iconv-lite';
import { pack, paragraph, run, word, wordFiles } from './word.js';

/** Documents that nobody would write, and that somebody may send: the same ones for the same numbers. */

/** A number below a limit. */
export type Next = (limit: number) => number;

/** What texts are made of where it is read, and what is looked for in them. */
const WORDS: readonly string[] = [
  ...[
    '第一编　总则\n',
    '第一章　总　　则\n',
    '第二节 甲\n',
    '第一条　',
    '\n第二条　',
    '第一百二十条之一　',
    '第×条　',
    '第',
    '条',
  ],
  ...[
    '（一）',
    '（十）乙；\n',
    '1．',
    '2.丙；\n',
    '（1）',
    '①',
    '一、',
    '目　录\n',
    '附件1\n',
    '附件：清单\n',
    '序　言\n',
  ],
  ...[
    '第三条',
    '第一款',
    '第二项',
    '前款',
    '前两款',
    '本条',
    '该条',
    '至',
    '、',
    '和',
    '或者',
    '第一至',
    '第九千九百九十九条',
    '之一',
  ],
  ...[
    '根据',
    '依照',
    '按照',
    '《',
    '》',
    '《某市供水条例》',
    '中华人民共和国',
    '刑法',
    '某市人民政府',
    '该法',
    '本条例',
    '本办法',
  ],
  ...[
    '（以下简称',
    '（以下统称《甲》）',
    '所称',
    '是指',
    '，是指甲。',
    '用语的含义：\n',
    '以上',
    '以下',
    '除',
    '之外',
    '以外',
    '的除外',
  ],
  ...[
    '应当',
    '不得',
    '可以',
    '由',
    '对',
    '给予',
    '处',
    '罚款',
    '构成犯罪的',
    '，',
    '；',
    '。',
    '：',
    '的',
    '等',
    '“',
    '”',
    '‘',
    '’',
  ],
  ...[
    '2020年1月1日',
    '（2020年',
    '2月30日起施行',
    '自公布之日起施行',
    '万元',
    '百分之',
    '三分之二',
    '1000',
    '%',
    '10000元',
  ],
  ...[
    '将第三条修改为：“',
    '删去第二条',
    '增加一条，作为第五条',
    '修改为',
    '[bookmark: _GoBack]',
    '某市某条例\n',
    '条例',
    '办法',
    '决定\n',
  ],
  ...[
    '（',
    '）',
    '(',
    ')',
    '〔2020〕',
    '〈',
    '[',
    ']',
    '<',
    '>',
    '{',
    '}',
    '|',
    '`',
    '*',
    '**',
    '_',
    '#',
    '- ',
    '---\n',
    '| --- |\n',
    '\\',
  ],
  ...[
    '<script>alert(1)</script>',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<!-- tiaowen-ignore -->',
    '&#0;',
    '&amp;',
    '[甲](javascript:alert(1))',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\u0085',
    '\u2028',
    '\u2029',
    '\v',
    '\f',
    '\n\n',
    '\t',
    ' ',
    '　',
    '\u00a0',
    '\u2002',
    '\u200b',
    '\ufeff',
  ],
  ...[
    '\0',
    '\u0007',
    '\u001b[31m',
    '\ud800',
    '\udc00',
    '\ufffe',
    '\uffff',
    '\u202e',
    '\u2066',
    '\u0301',
    '\u3099',
    '👨‍👩‍👧',
    '𠮷',
    'ﷺ',
  ],
  ...[
    '甲',
    '乙丙',
    'a',
    'A1',
    '０',
    '９',
    '〇',
    '零',
    '两',
    '百',
    '千',
    '万',
    '亿',
    '一',
    '99999999999999999999',
    '1e999',
    '-1',
  ],
];

const REAL = CORPUS.map(({ text }) => text).join('\n');

/** Texts of one word over and over, with something behind it or nothing, each at any length. */
export const REPEATED: readonly ((length: number) => string)[] = [...new Set(WORDS)].flatMap((word) =>
  ['', '甲'].map((end) => (length: number) => `第一条　甲${word.repeat(Math.ceil(length / word.length))}${end}`),
);

/** A text made of a few words repeated, at any length: what a step costs must grow as its length does. */
export function repeatedText(next: Next): (length: number) => string {
  const head = next(2) === 0 ? '' : '第一条　';
  const unit = Array.from({ length: 1 + next(4) }, () => one(next, WORDS)).join('');
  const tail = next(3) === 0 ? one(next, WORDS) : '';
  return (length) => head + unit.repeat(Math.ceil(length / unit.length)) + tail;
}

/** A text: of words, of words repeated, or one of law that was damaged. Most are short, a few very long. */
export function hostileText(next: Next): string {
  const length = next(100) === 0 ? 100_000 + next(400_000) : next(10) === 0 ? 10_000 + next(20_000) : 20 + next(3000);
  switch (next(4)) {
    case 0:
      return words(next, Math.ceil(length / 4));
    case 1:
      return repeatedText(next)(length);
    case 2:
      return nested(next, length);
    default:
      return damaged(next, length);
  }
}

function words(next: Next, count: number): string {
  return Array.from({ length: count }, () => one(next, WORDS)).join('');
}

/** What opens and is closed, or not, or by something else. */
function nested(next: Next, length: number): string {
  const pairs = ['（）', '《》', '“”', '〈〉', '[]', '()', '{}', '<>', '‘’'];
  const chosen = Array.from({ length: 1 + next(3) }, () => one(next, pairs));
  const depth = Math.ceil(length / (2 * chosen.length));
  const open = chosen.map((pair) => pair.charAt(0) + (next(3) === 0 ? one(next, WORDS) : '')).join('');
  const close = chosen.map((pair) => pair.charAt(1)).join('');
  return `第一条　${open.repeat(depth)}${next(3) === 0 ? '' : close.repeat(next(2) === 0 ? depth : 1)}\n第二条　甲。`;
}

/** A piece of real law after some changes. */
function damaged(next: Next, length: number): string {
  const from = next(REAL.length);
  let text = REAL.repeat(Math.ceil((from + length) / REAL.length)).slice(from, from + length);
  for (let changes = 1 + next(12); changes > 0; changes--) text = damage(next, text);
  return text;
}

function damage(next: Next, text: string): string {
  const at = next(text.length + 1);
  const to = Math.min(text.length, at + 1 + next(200));
  const slice = text.slice(at, to);
  switch (next(9)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, at) + slice.repeat(2 + next(20)) + text.slice(to);
    case 2:
      return text.slice(0, at) + one(next, WORDS).repeat(1 + next(50)) + text.slice(at);
    case 3:
      return text.replaceAll(
        /[\r\n]+/g,
        next(2) === 0 ? '' : one(next, ['\r', '\u0085', '\u2028', '\n\n\n', '\r\r\n']),
      );
    case 4:
      return text.replaceAll(one(next, ['。', '，', '第', '条', '《', '》', '\n', '一']), one(next, WORDS));
    case 5:
      return text.slice(0, at) + [...slice].reverse().join('') + text.slice(to);
    case 6:
      return (
        text.slice(0, at) +
        [...slice].join(one(next, ['\u0301', '\u200d', ' ', '\0', '\ud800', '\u202e'])) +
        text.slice(to)
      );
    case 7:
      return text.slice(to) + text.slice(0, to);
    default:
      return (
        text.slice(0, at) +
        `第${one(next, ['一', '百', '九', '十', '9', '０']).repeat(1 + next(300))}条　` +
        text.slice(at)
      );
  }
}

/** The bytes of a text in some encoding, whole or damaged, or bytes of no text. */
export function hostileBytes(next: Next, text: string): Uint8Array {
  const encoding = one(next, ['utf8', 'utf-16le', 'utf-16be', 'gb18030', 'latin1']);
  const bytes = Uint8Array.from(iconv.encode(text, encoding, { addBOM: next(2) === 0 }));
  return next(3) === 0 ? bytes : damagedBytes(next, bytes);
}

function damagedBytes(next: Next, bytes: Uint8Array): Uint8Array {
  let changed = Uint8Array.from(bytes);
  for (let changes = 1 + next(5); changes > 0 && changed.length > 0; changes--) {
    const at = next(changed.length);
    if (next(4) === 0) changed = changed.slice(0, at);
    else if (next(4) === 0) changed = changed.slice(at);
    else changed[at] = next(256);
  }
  return changed;
}

/** A Word document: a text with what Word would not write around it, or a package that is damaged. */
export function hostileWord(next: Next, text: string): Uint8Array {
  const lines = text.slice(0, 20_000).split('\n');
  switch (next(5)) {
    case 0:
      return damagedBytes(next, word({ body: lines.map((line) => paragraph(run(escaped(line)))).join('') }));
    case 1:
      return word({ body: lines.map((line) => element(next, run(escaped(line)))).join('') });
    case 2:
      return pack({ ...wordFiles({ body: '' }), 'word/document.xml': damagedBytes(next, strToU8(REAL_WORD)) });
    case 3:
      return word({ body: around(next, paragraph(run(escaped(lines[0] ?? ''))), next(1200)) });
    default:
      return pack({ ...wordFiles({ body: paragraph(run('甲')) }), [one(next, PARTS)]: markup(next) });
  }
}

const PARTS = [
  'word/document.xml',
  'word/styles.xml',
  'word/numbering.xml',
  '_rels/.rels',
  'word/_rels/document.xml.rels',
  '../../outside.xml',
  '[Content_Types].xml',
];
const REAL_WORD =
  wordFiles({
    body: REAL.slice(0, 4000)
      .split('\n')
      .map((line) => paragraph(run(line)))
      .join(''),
  })['word/document.xml'] ?? '';
const ELEMENTS = [
  'w:p',
  'w:r',
  'w:t',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:ins',
  'w:del',
  'w:sdt',
  'w:fldSimple',
  'mc:AlternateContent',
  'w:hyperlink',
];

function element(next: Next, content: string): string {
  return around(next, content, 1 + next(4));
}

function around(next: Next, content: string, depth: number): string {
  const names = Array.from({ length: depth }, () => one(next, ELEMENTS));
  return `${names.map((name) => `<${name}>`).join('')}${content}${names
    .reverse()
    .map((name) => `</${name}>`)
    .join('')}`;
}

/** What is nearly XML, and never a harmless one. */
export function markup(next: Next): string {
  const text = words(next, 20);
  return one(next, [
    `<!DOCTYPE a [<!ENTITY b "甲"><!ENTITY c "${'&b;'.repeat(100)}">]><a>&c;</a>`,
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    `${'<a>'.repeat(next(5000))}${text}`,
    `<a ${Array.from({ length: next(2000) }, (_, index) => `b${String(index)}="1"`).join(' ')}/>`,
    `<a xmlns="${escaped(text)}"><b:c/></a>`,
    `<a>${text}</a>`,
    '',
    '\0',
    '<?xml version="1.0" encoding="GBK"?><a>甲</a>',
  ]);
}

/** A document of Akoma Ntoso: a right one that was damaged, or none. */
export function hostileAkomaNtoso(next: Next, written: Uint8Array): Uint8Array {
  if (next(4) === 0) return strToU8(markup(next));
  const xml = new TextDecoder().decode(written);
  const at = next(xml.length);
  const inserted =
    next(2) === 0
      ? markup(next)
      : one(next, ['<num>', '</num>', '<article>', '</p>', '&x;', '<ref href="javascript:alert(1)">甲</ref>']);
  return next(2) === 0 ? damagedBytes(next, written) : strToU8(xml.slice(0, at) + inserted + xml.slice(at));
}

function escaped(text: string): string {
  // What XML can't hold at all would make every document one of the same kind.
  return text.replace(/[&<]/g, '').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]/g, '?');
}

function one<T>(next: Next, all: readonly T[]): T {
  return all[next(all.length)] as T;
}
