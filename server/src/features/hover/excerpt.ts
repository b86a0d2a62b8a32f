import { escapeMarkdown } from '../escapeMarkdown.js';
import { wholeCharacters } from '../labels.js';
import type { HoverText } from './text.js';

/**
 * Lines of law as Markdown paragraphs, cut where they are longer than a hover should be; the cut is marked.
 *
 * @param maxLength in UTF-16 units, of all lines together
 */
export function excerpt(lines: readonly string[], maxLength: number, text: HoverText): string[] {
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  if (total <= maxLength) return lines.map(escapeMarkdown);
  const shown: string[] = [];
  let room = maxLength;
  for (const line of lines) {
    if (room <= 0) break;
    shown.push(escapeMarkdown(wholeCharacters(line, room)));
    room -= line.length;
  }
  shown.push(`${shown.pop() ?? ''}${text.cut(total)}`);
  return shown;
}
