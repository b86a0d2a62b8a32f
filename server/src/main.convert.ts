/** What is loaded only when a Word document is written or read: the format, with the library that writes it. */
export { word } from './convert/word/word.js';
