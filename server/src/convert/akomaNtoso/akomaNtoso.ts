import { documentOf } from '../document.js';
import type { Format } from '../formats.js';
import { readAkomaNtoso } from './read.js';
import { writeAkomaNtoso } from './write.js';

/** Akoma Ntoso 3.0. */
export const akomaNtoso: Format = {
  isLinked: true,
  read: (bytes, { pause }) => readAkomaNtoso(bytes, pause),
  write: (text, options) => new TextEncoder().encode(writeAkomaNtoso(...documentOf(text, options))),
};
