import { appendedToBoth, type Injections } from './injection.js';

const NAME = '独一无二的供水者';

/** Definitions that are given twice or too late. */
export const TERMS: Injections = {
  'terms/defined-twice': (text, article, { provisions: { articles } }) => {
    const earlier = articles[articles.indexOf(article) - 1];
    return (
      earlier &&
      appendedToBoth(
        text,
        [article, `自备水源单位（以下简称${NAME}）接受监督。`],
        [earlier, `供水企业（以下简称${NAME}）负责供水。`],
      )
    );
  },
  'terms/used-before-defined': (text, article, { provisions: { articles } }) => {
    const later = articles[articles.indexOf(article) + 1];
    // The first article says what the text is for.
    if (article === articles[0] || !later) return undefined;
    return appendedToBoth(text, [article, `${NAME}应当保证水质。`], [later, `供水企业（以下简称${NAME}）负责供水。`]);
  },
};
