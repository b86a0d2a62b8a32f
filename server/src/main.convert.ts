/** What is loaded only when a file is to be converted: the formats, with the library that writes Word documents. */
export { FORMATS } from './convert/formats.js';
