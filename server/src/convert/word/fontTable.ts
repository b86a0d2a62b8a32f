import { escaped } from '../markup.js';
import { fontsOf, type ExportOptions } from './exportOptions.js';

/**
 * The part that tells what stands in for a font that a computer does not have: Word takes the first of the alternative
 * names that it knows.
 */
export function fontTable({ font }: ExportOptions): { path: string; data: string } {
  const alternatives = new Map<string, string[]>();
  for (const list of Object.values(font)) {
    const [first, ...others] = fontsOf(list);
    if (first !== undefined) alternatives.set(first, others);
  }
  const entries = [...alternatives].map(
    ([name, others]) =>
      `<w:font w:name="${escaped(name)}">` +
      (others.length > 0 ? `<w:altName w:val="${escaped(others.join(','))}"/>` : '') +
      '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>',
  );
  return {
    path: 'word/fontTable.xml',
    data:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
      `${entries.join('')}</w:fonts>`,
  };
}
