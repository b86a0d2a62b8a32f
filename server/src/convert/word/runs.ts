import { Tab, TextRun } from 'docx';

/** Words as runs, tabs as what Word knows as tabs. */
export function runsOf(text: string, style?: string): TextRun[] {
  const [first = '', ...others] = printable(text).split('\t');
  const children: (string | Tab)[] = [first];
  for (const part of others) children.push(new Tab(), part);
  return [new TextRun({ children, ...(style !== undefined && { style }) })];
}

/** A text without the characters that no XML can hold. */
export function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
