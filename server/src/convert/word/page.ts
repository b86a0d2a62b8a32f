import { DocumentGridType, PageOrientation, type ISectionPropertiesOptions } from 'docx';

/** Twentieths of a point, in which Word measures, in a millimetre. */
const TWIPS = 1440 / 25.4;

/** The page of official documents (GB/T 9704): A4, 22 lines of 28 characters; millimetres. */
const PAGE = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 };
const LINES = 22;
const CHARACTERS = 28;
/** At both sides of a wide table. */
const TABLE_MARGIN = 20;
/** From the edges of the paper to the header, and up to the page number, which stands 7 mm below the text. */
const HEADER = 15;
const FOOTER = 22;

/** The height of a line, in twips. */
export const LINE = Math.floor(((PAGE.height - PAGE.top - PAGE.bottom) * TWIPS) / LINES);

/** The width of the text, in twips. */
export const TEXT_WIDTH = Math.floor((PAGE.width - PAGE.left - PAGE.right) * TWIPS);

/**
 * What is to be added to each character, in twips, so that a line has as many as official documents have; nothing where
 * characters are of quite another size. A grid of the page's would do it too, but not every program squeezes characters
 * into one.
 *
 * @param size in points
 */
export function characterSpacing(size: number): number {
  const missing = TEXT_WIDTH / CHARACTERS - size * 20;
  return Math.abs(missing) < 20 ? Math.floor(missing) : 0;
}

/** The page. */
export const PAGE_PROPERTIES: ISectionPropertiesOptions = {
  page: {
    size: { width: twips(PAGE.width), height: twips(PAGE.height) },
    margin: {
      top: twips(PAGE.top),
      bottom: twips(PAGE.bottom),
      left: twips(PAGE.left),
      right: twips(PAGE.right),
      header: twips(HEADER),
      footer: twips(FOOTER),
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
};

/** The page of a wide table: that of official documents turned, with narrower margins. */
export const LANDSCAPE_PROPERTIES: ISectionPropertiesOptions = {
  page: {
    // Word wants the sizes as they are on the turned page; the library turns them.
    size: { width: twips(PAGE.width), height: twips(PAGE.height), orientation: PageOrientation.LANDSCAPE },
    margin: {
      top: twips(PAGE.left),
      bottom: twips(PAGE.right),
      left: twips(TABLE_MARGIN),
      right: twips(TABLE_MARGIN),
      header: twips(HEADER),
      footer: twips(HEADER),
    },
  },
};

/** The width of a table on it, in twips. */
export const LANDSCAPE_WIDTH = Math.floor((PAGE.height - 2 * TABLE_MARGIN) * TWIPS);

function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS);
}
