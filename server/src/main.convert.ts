/** What is loaded only when a Word document is written or read: the format, with the library that writes it. */
export { exportTable } from './convert/word/exportTable.js';
export { word } from './convert/word/word.js';
