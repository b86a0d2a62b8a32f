/**
 * The Word documents in a list of URIs as it is dragged from one program to another.
 *
 * @param list a URI a line; lines that begin with # are comments
 */
export function wordFilesIn(list: string): string[] {
  return list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && /\.docx(?:[?#]|$)/i.test(line));
}
