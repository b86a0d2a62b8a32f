import { Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { STYLE } from './styles.js';

const INDENT = 280;

/** — 1 —, at the outer edge, a character away from it. */
export function pageNumber(alignment: 'left' | 'right' | 'center'): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  const paragraph = new Paragraph({
    style: STYLE.pageNumber,
    alignment,
    indent: { left: INDENT, right: INDENT },
    children: [new TextRun({ children })],
  });
  return new Footer({ children: [paragraph] });
}
