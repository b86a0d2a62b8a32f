import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { TableDocument } from '../formats.js';
import { DEFAULT_EXPORT, type ExportOptions } from './exportOptions.js';
import { fontTable } from './fontTable.js';
import { LANDSCAPE_PROPERTIES, LANDSCAPE_WIDTH } from './page.js';
import { pageNumber } from './pageNumber.js';
import { printable, runsOf } from './runs.js';
import { STYLE, stylesOf } from './styles.js';

/** Writes a table as a Word document on landscape pages, each of which repeats the heads. */
export function exportTable(table: TableDocument, options: ExportOptions = DEFAULT_EXPORT): Promise<Uint8Array> {
  const document = new Document({
    title: printable(table.title),
    creator: '',
    lastModifiedBy: '',
    styles: stylesOf(options, 0),
    sections: [
      {
        properties: LANDSCAPE_PROPERTIES,
        footers: { default: pageNumber(AlignmentType.CENTER) },
        children: [
          new Paragraph({ style: STYLE.title, children: runsOf(table.title) }),
          ...table.notes.map((note) => new Paragraph({ style: STYLE.cell, children: runsOf(note) })),
          tableOf(table),
        ],
      },
    ],
  });
  return Packer.pack(document, 'uint8array', undefined, [fontTable(options)]);
}

function tableOf({ columns, rows }: TableDocument): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((LANDSCAPE_WIDTH * share) / shares));
  const rowOf = (cells: readonly string[], style: string, tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      // A head in two parts would be repeated in two parts; a long row has to go on on the next page.
      cantSplit: tableHeader,
      children: widths.map(
        (size, index) =>
          new TableCell({
            width: { size, type: WidthType.DXA },
            children: (cells[index] ?? '')
              .split(/\r\n|\r|\n/)
              .map((line) => new Paragraph({ style, children: runsOf(line.trim()) })),
          }),
      ),
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 100, right: 100, top: 40, bottom: 40, marginUnitType: WidthType.DXA },
    rows: [
      rowOf(
        columns.map(({ head }) => head),
        STYLE.head,
        true,
      ),
      ...rows.map((row) => rowOf(row, STYLE.cell, false)),
    ],
  });
}
