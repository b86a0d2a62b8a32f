import { SaxesParser } from 'saxes';

/** An element of a document that was read by an XML parser. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** All words in it. */
  words: string;
}

/** Reads a document with a parser that knows namespaces; throws where it is not well formed. */
export function parsed(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], words: '' };
  const around = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    const element: XmlElement = { name: local, attributes: values, children: [], words: '' };
    around.at(-1)?.children.push(element);
    around.push(element);
  });
  parser.on('closetag', () => around.pop());
  parser.on('text', (text) => {
    for (const element of around) element.words += text;
  });
  parser.write(xml).close();
  return root;
}

/** All elements below one, in their order. */
export function* below(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* below(child);
  }
}

const HIERARCHY = [
  'part',
  'subpart',
  'chapter',
  'section',
  'article',
  'clause',
  'paragraph',
  'list',
  'point',
  'indent',
];
const DOCUMENT = ['meta', 'coverPage', 'preface', 'preamble', 'body', 'mainBody', 'attachments'];
const PROVISION = ['num', 'heading', 'intro', ...HIERARCHY, 'content'];
const INLINE = ['ref', 'rref', 'docTitle'];

/** The children that an element may have, in the order in which they must stand. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  '': ['akomaNtoso'],
  akomaNtoso: ['act', 'doc'],
  act: DOCUMENT,
  doc: DOCUMENT,
  coverPage: ['p', 'toc'],
  preface: ['p', 'toc'],
  preamble: ['p', 'toc'],
  toc: ['tocItem'],
  body: HIERARCHY,
  mainBody: ['p', ...HIERARCHY],
  attachments: ['attachment'],
  attachment: ['num', 'heading', 'doc'],
  ...Object.fromEntries(HIERARCHY.map((name) => [name, PROVISION])),
  intro: ['p'],
  content: ['p'],
  num: ['eol'],
  heading: INLINE,
  p: INLINE,
  docTitle: INLINE,
  ref: [],
  rref: [],
  tocItem: INLINE,
};
/** Of which the order matters: the head of what has a hierarchy below it. */
const ORDERED = [
  'meta',
  'coverPage',
  'preface',
  'preamble',
  'body',
  'mainBody',
  'attachments',
  'num',
  'heading',
  'intro',
];
const NAMED = new Set([...HIERARCHY, 'toc', 'attachment']);

/** What is wrong with the structure of an Akoma Ntoso document, whatever a schema says. */
export function faultsOf(root: XmlElement): string[] {
  const faults: string[] = [];
  const eIds = new Set<string>();
  for (const { name, attributes } of below(root)) {
    const { eId } = attributes;
    if (eId === undefined) {
      if (NAMED.has(name)) faults.push(`${name} without eId`);
    } else if (eIds.has(eId)) faults.push(`eId twice: ${eId}`);
    else eIds.add(eId);
  }
  for (const element of [root, ...below(root)]) {
    const allowed = CHILDREN[element.name];
    if (!allowed) continue;
    let last = 0;
    for (const { name } of element.children) {
      if (!allowed.includes(name)) faults.push(`${name} in ${element.name}`);
      const place = ORDERED.includes(name) ? ORDERED.indexOf(name) : ORDERED.length;
      if (place < last) faults.push(`order of ${name} in ${element.name}`);
      last = place;
    }
    if (element.name === 'act' || element.name === 'doc') {
      if (element.children[0]?.name !== 'meta') faults.push(`${element.name} without meta`);
    }
    for (const attribute of ['href', 'from', 'upTo']) {
      const value = element.attributes[attribute];
      if (value?.startsWith('#') && value !== '#' && !eIds.has(value.slice(1))) faults.push(`nothing at ${value}`);
    }
  }
  return faults;
}
