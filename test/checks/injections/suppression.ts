import { labelOf, type Injections } from './injection.js';

/** What .tiaowen.json says and the text does not. */
export const SUPPRESSION: Injections = {
  'suppression/unused': (text, article, { titleSpan }) => ({
    text,
    at: titleSpan,
    ignore: [{ code: 'wording/dengdeng', file: 'a.txt', article: labelOf(article), text: '等等' }],
  }),
};
