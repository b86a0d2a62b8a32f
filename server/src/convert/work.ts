import type { RegulationDocument } from '../library/document.js';
import { adoptionDateOf } from '../library/history.js';

/** An instrument as bibliographies name it, from its title and history note. */
export interface Work {
  /** `/akn/cn/act/1996-03-17/中华人民共和国行政处罚法` */
  readonly iri: string;
  readonly title: string;
  /** YYYY-MM-DD; undefined where the text does not say it. */
  readonly adopted: string | undefined;
  /** The date of this version, likewise. */
  readonly version: string | undefined;
  /** Who adopted it; undefined where the text does not say it. */
  readonly author: string | undefined;
}

const NUMERAL = '[一二三四五六七八九十百〇零\\d]+';
/** The one who acts stands between the day and the meeting, the order or the act. */
const AUTHOR = new RegExp(
  `日起?(?:经)?([\\u4e00-\\u9fff（）、]{2,40}?)(?:第?${NUMERAL}次|常务会议|令|公告|关于|审议|通过|公布|发布|颁布|批准|修订|修正|制定|印发)`,
);
const TERM = new RegExp(`第${NUMERAL}届`, 'g');

/** @param title of a document without one: what it is to be called instead */
export function workOf(document: RegulationDocument, title = document.title): Work {
  const notes = document.notes.map((note) => note.replace(/\s/g, ''));
  const adopted = adoptionDateOf(notes);
  return {
    iri: iriOf(title, adopted),
    title,
    adopted,
    version: wholeDate(document.date),
    author: notes.map((note) => AUTHOR.exec(note)?.[1]?.replace(TERM, '')).find((author) => author),
  };
}

/** The name of an instrument for machines; without the day of its adoption where that is not known. */
export function iriOf(title: string, adopted?: string): string {
  // A name keeps its characters; what has a meaning in an IRI is encoded.
  const name = title.replace(/[\s"#%&/<>?@[\\\]^`{|}~!\p{Cc}\p{Cs}]/gu, (character) =>
    /\p{Cs}/u.test(character) ? '' : encodeURIComponent(character),
  );
  return ['/akn/cn/act', ...(adopted === undefined ? [] : [adopted]), name || '-'].join('/');
}

/** `2019` is 2019-01-01 where a whole date is wanted. */
function wholeDate(date: string | undefined): string | undefined {
  return date?.length === 4 ? `${date}-01-01` : date;
}
