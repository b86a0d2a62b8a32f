import { UnreadableError } from '../../library/unreadable.js';
import { documentOf } from '../document.js';
import type { Format } from '../formats.js';
import { writeHtml } from './write.js';

/** A page that prints on A4; it is written and not read. */
export const html: Format = {
  isLinked: true,
  read: () => {
    throw new UnreadableError('write-only');
  },
  write: (text, options) => new TextEncoder().encode(writeHtml(...documentOf(text, options))),
};
