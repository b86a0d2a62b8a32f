import type { RegulationDocument } from '../../library/document.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { say, type Locale } from '../locale.js';
import { escaped, Markdown, shortened, type LinkTo } from './markdown.js';

/** A rule that a text leaves to somebody to make. */
export interface Delegation {
  /** The article that does so. */
  readonly at: SyntaxNode;
  /** What is to be made: 具体办法. */
  readonly what: string;
  /** By whom: 市人民政府. */
  readonly by: string;
  /** The sentence. */
  readonly sentence: string;
  /** Where it begins. */
  readonly offset: number;
}

const RULES = '办法|细则|规定|标准|目录|名录|方案|条件|程序|范围|规则|规程|规范|准则|制度|措施|名单|清单|期限|比例';
const MADE = '制定|制订|规定|确定|公布|拟订|另行制定|另行规定|编制';
/** 具体办法由市人民政府（会同…）制定, …的标准，由…规定. */
const LEFT_TO = new RegExp(
  `([^，。；：\\n]{0,40}?(?:${RULES}))[，,]?由([^，。；：\\n]{2,60}?)(?:另行|依法|负责)?(?:${MADE})(?![的了]|本(?:条例|办法|规定|细则))`,
  'g',
);
/** 由市人民政府制定具体办法; 市人民政府可以根据本条例制定实施办法. */
const TO_MAKE = new RegExp(
  `(?:由|授权)?([^，。；：\\n由]{2,40}?)(?:应当|可以)?(?:根据|依据|依照)?(?:本(?:条例|办法|规定|法|细则))?(?:的规定)?[，,]?(?:结合[^，。；\\n]{1,20}[，,])?制定((?:具体|实施|相关|配套|管理)[^，。；：\\n]{0,20}?(?:${RULES}))`,
  'g',
);

/** What a text leaves to others to make, in text order. */
export function delegationsOf(document: RegulationDocument): Delegation[] {
  return document.provisions.articles.flatMap((at) => {
    const start = Math.max(at.mark.end, at.range.start);
    const text = at.tree.text.slice(start, at.range.end);
    const found = new Map<number, Delegation>();
    for (const match of text.matchAll(LEFT_TO)) {
      add(found, at, text, start, match.index, match[1] ?? '', match[2] ?? '');
    }
    for (const match of text.matchAll(TO_MAKE)) {
      add(found, at, text, start, match.index, match[2] ?? '', match[1] ?? '');
    }
    return [...found.values()].sort((a, b) => a.offset - b.offset);
  });
}

function add(
  found: Map<number, Delegation>,
  at: SyntaxNode,
  text: string,
  start: number,
  index: number,
  what: string,
  by: string,
): void {
  const from = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index)) + 1;
  if (found.has(from)) return;
  const end = text.indexOf('。', index);
  const sentence = text.slice(from, end < 0 ? undefined : end + 1).trim();
  found.set(from, {
    at,
    what: what.replace(/^(?:的|第[^条]{1,6}条\s*)/, '').trim(),
    by: by.replace(/^(?:由|，)/, '').trim(),
    sentence,
    offset: start + from,
  });
}

/** The list for people. */
export function delegationsMarkdown(document: RegulationDocument, linkTo: LinkTo, locale: Locale): string {
  const text = (zh: string, en: string): string => say(locale, { zh, en });
  const delegations = delegationsOf(document);
  const page = new Markdown(linkTo).heading(1, text(`授权制定：${document.title}`, `Delegations: ${document.title}`));
  if (delegations.length === 0) return page.paragraph(text('没有。', 'None.')).toString();
  return page
    .table(
      [text('条', 'Article'), text('制定什么', 'What'), text('由谁制定', 'By whom'), text('原文', 'Text')],
      delegations.map(({ at, what, by, sentence, offset }) => [
        page.link(document, at.label.replace(/\s/g, ''), { start: offset, end: offset }),
        escaped(what),
        escaped(by),
        escaped(shortened(sentence, 100)),
      ]),
    )
    .toString();
}
