import { AlignmentType, LineRuleType, type IFontAttributesProperties, type IStylesOptions } from 'docx';
import { fontsOf, type ExportOptions } from './exportOptions.js';
import { characterSpacing, LINE } from './page.js';

/** Names of the styles of paragraphs, and of the number of an article. */
export const STYLE = {
  title: 'Title',
  subtitle: 'RegulationSubtitle',
  note: 'RegulationNote',
  cover: 'RegulationCover',
  contents: 'RegulationContents',
  body: 'RegulationBody',
  article: 'RegulationArticle',
  item: 'RegulationItem',
  subitem: 'RegulationSubitem',
  annex: 'RegulationAnnex',
  cell: 'RegulationCell',
  head: 'RegulationTableHead',
  pageNumber: 'RegulationPageNumber',
  number: 'RegulationNumber',
} as const;

/** Word has six headings that are headings to everything that reads documents. */
export const DEEPEST_HEADING = 6;
/** Letters and digits are set in a font of their own: those of Chinese fonts are wide. */
const LATIN = 'Times New Roman';
const LARGE_PAGE_NUMBER = 28;

/** The first font of a list; the others are its alternatives in the table of fonts. */
function font(list: string): IFontAttributesProperties {
  const [first = ''] = fontsOf(list);
  return { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: first, hint: 'eastAsia' };
}

/**
 * The styles of a regulation.
 *
 * @param depth how many kinds of headings there are: articles stand below them in the outline
 */
export function stylesOf({ font: fonts, size }: ExportOptions, depth: number): IStylesOptions {
  const body = size.body * 2;
  const oneLine = { line: LINE, lineRule: LineRuleType.EXACT };
  const centred = { alignment: AlignmentType.CENTER, indent: { firstLine: 0, firstLineChars: 0 } };
  const heading = {
    run: { font: font(fonts.heading), size: body, bold: false, italics: false, color: '000000' },
    paragraph: {
      ...centred,
      keepNext: true,
      spacing: { ...oneLine, before: Math.floor(LINE / 2), after: Math.floor(LINE / 2) },
    },
  };
  const running = {
    basedOn: 'Normal',
    quickFormat: true,
    run: { characterSpacing: characterSpacing(size.body) },
    paragraph: {
      alignment: AlignmentType.BOTH,
      // In characters for Word; in twips for what knows no characters.
      indent: { firstLine: size.body * 2 * 20, firstLineChars: 200 },
      spacing: oneLine,
    },
  };
  const base = (id: string, name: string): { id: string; name: string; basedOn: string; quickFormat: true } => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
  });
  const ofContents = Array.from({ length: DEEPEST_HEADING }, (_, index) => ({
    id: `TOC${String(index + 1)}`,
    name: `toc ${String(index + 1)}`,
    basedOn: 'Normal',
    paragraph: { indent: { left: index * size.body * 2 * 20 }, spacing: oneLine },
  }));
  return {
    default: {
      document: {
        run: { font: font(fonts.body), size: body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
      title: {
        run: { font: font(fonts.title), size: size.title * 2, bold: false },
        paragraph: {
          ...centred,
          keepNext: true,
          spacing: { line: Math.max(LINE, Math.ceil(size.title * 1.5 * 20)), lineRule: LineRuleType.EXACT },
        },
      },
      heading1: heading,
      heading2: heading,
      heading3: heading,
      heading4: heading,
      heading5: heading,
      heading6: heading,
    },
    paragraphStyles: [
      {
        ...base(STYLE.subtitle, '法规副标题'),
        run: { font: font(fonts.title), size: body + 4 },
        paragraph: { ...centred, keepNext: true, spacing: oneLine },
      },
      {
        ...base(STYLE.note, '法规题注'),
        run: { font: font(fonts.note), size: body },
        paragraph: { ...centred, spacing: oneLine },
      },
      { ...base(STYLE.cover, '法规公布令'), paragraph: { ...centred, spacing: oneLine } },
      {
        ...base(STYLE.contents, '法规目录标题'),
        run: { font: font(fonts.heading), size: body },
        paragraph: { ...centred, keepNext: true, spacing: { ...oneLine, before: LINE } },
      },
      { ...running, id: STYLE.body, name: '法规正文' },
      {
        ...running,
        id: STYLE.article,
        name: '法规条',
        paragraph: { ...running.paragraph, outlineLevel: Math.min(depth, DEEPEST_HEADING) },
      },
      { ...running, id: STYLE.item, name: '法规项' },
      { ...running, id: STYLE.subitem, name: '法规目' },
      {
        ...base(STYLE.annex, '法规附件'),
        run: { font: font(fonts.heading), size: body },
        paragraph: { keepNext: true, outlineLevel: 0, spacing: oneLine },
      },
      { ...base(STYLE.cell, '法规表格'), run: { size: Math.max(body - 8, 10) } },
      {
        ...base(STYLE.head, '法规表头'),
        run: { font: font(fonts.heading), size: Math.max(body - 8, 10) },
        paragraph: { ...centred, keepNext: true },
      },
      { ...base(STYLE.pageNumber, '法规页码'), run: { size: LARGE_PAGE_NUMBER } },
      ...ofContents,
    ],
    characterStyles: [
      {
        id: STYLE.number,
        name: '法规条号',
        basedOn: 'DefaultParagraphFont',
        quickFormat: true,
        run: { font: font(fonts.heading) },
      },
    ],
  };
}
