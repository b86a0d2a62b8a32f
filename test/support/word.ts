import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ' xmlns:v="urn:schemas-microsoft-com:vml"' +
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a Word document is made of, as XML without the root elements. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
}

const NOTES = ['footnotes', 'endnotes', 'comments'] as const;

/** The files of a Word document by their names in the package. */
export function wordFiles({ body, styles, numbering, ...notes }: WordParts): Record<string, string> {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships ${RELATIONSHIPS}><Relationship Id="r1" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels':
      `<Relationships ${RELATIONSHIPS}><Relationship Id="r1" Type="${TYPE}/styles" Target="styles.xml"/>` +
      `<Relationship Id="r2" Type="${TYPE}/numbering" Target="/word/numbering.xml"/>` +
      NOTES.map((name) => `<Relationship Id="${name}" Type="${TYPE}/${name}" Target="${name}.xml"/>`).join('') +
      '</Relationships>',
    ...(styles !== undefined && { 'word/styles.xml': `<w:styles ${NAMESPACES}>${styles}</w:styles>` }),
    ...(numbering !== undefined && { 'word/numbering.xml': `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>` }),
    ...Object.fromEntries(
      NOTES.filter((name) => notes[name] !== undefined).map((name) => [
        `word/${name}.xml`,
        `<w:${name} ${NAMESPACES}>${notes[name] ?? ''}</w:${name}>`,
      ]),
    ),
  };
}

/** Packs files as Word does. */
export function pack(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: '2024-01-01' });
}

/** A Word document from its parts; a plain text makes a paragraph of each of its lines. */
export function word(parts: WordParts | string): Uint8Array {
  if (typeof parts !== 'string') return pack(wordFiles(parts));
  return word({
    body: parts
      .split('\n')
      .map((line) => paragraph(run(line)))
      .join(''),
  });
}

/** A paragraph. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** A run of characters. */
export function run(text: string, properties = ''): string {
  const escaped = text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'));
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

/** The properties of a paragraph in a list. */
export function inList(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(numId)}"/></w:numPr>`;
}

/** A level of a list's definition. */
export function level(index: number, format: string, text: string, more = ''): string {
  return (
    `<w:lvl w:ilvl="${String(index)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
    `<w:lvlText w:val="${text}"/>${more}</w:lvl>`
  );
}

/** Definitions with a list of each: the first is list 1. */
export function lists(...definitions: readonly string[]): string {
  const ids = definitions.map((_, index) => String(index + 1));
  return (
    definitions
      .map((levels, index) => `<w:abstractNum w:abstractNumId="${ids[index] ?? ''}">${levels}</w:abstractNum>`)
      .join('') + ids.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')
  );
}
