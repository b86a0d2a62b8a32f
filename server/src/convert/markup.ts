/** Escaped source of XML or HTML, told apart from the words that are yet to be escaped. */
export class Markup {
  constructor(readonly source: string) {}
}

/** Words, which are escaped, or what is escaped already. */
export type Content = string | Markup;

/** Values of attributes; one that is undefined is left out, one that is true has no value. */
export type AttributeValues = Readonly<Record<string, string | true | undefined>>;

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot say: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const UNSAYABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Words as they stand in the source. What XML cannot say becomes U+FFFD, so that it is seen where it was. */
export function escaped(words: string): string {
  return words.replace(UNSAYABLE, '\ufffd').replace(/[&<>"]/g, (character) => SPECIAL[character] ?? character);
}

/** An element whose contents follow one another without white space between them. */
export function inline(name: string, attributes: AttributeValues, contents: readonly Content[] = []): Markup {
  const inner = contents.map((content) => (typeof content === 'string' ? escaped(content) : content.source)).join('');
  return new Markup(`<${name}${written(attributes)}>${inner}</${name}>`);
}

/** An element of elements, each on lines of its own. */
export function block(name: string, attributes: AttributeValues, contents: readonly Markup[]): Markup {
  return contents.length === 0
    ? inline(name, attributes)
    : new Markup(`<${name}${written(attributes)}>\n${joined(contents).source}\n</${name}>`);
}

/** An element that holds nothing, as XML writes it. */
export function empty(name: string, attributes: AttributeValues): Markup {
  return new Markup(`<${name}${written(attributes)}/>`);
}

/** Elements that follow one another, each on lines of its own. */
export function joined(contents: readonly Markup[]): Markup {
  return new Markup(contents.map(({ source }) => source).join('\n'));
}

function written(attributes: AttributeValues): string {
  let source = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) source += ` ${name}`;
    else if (value !== undefined) source += ` ${name}="${escaped(value)}"`;
  }
  return source;
}
