import { classify, LINE_BREAK, SPACE } from './line.js';
import { NUMERAL } from './numerals.js';

/**
 * The lines of a text down to the first one that is surely no more of its front matter. Parsed alone they give the title,
 * the notes and the orders of the whole text, and of most texts they are few: neither the entries of a table of contents
 * nor what stands behind the first article decide on what is in front of them.
 *
 * @returns undefined where only the whole text tells what is front matter
 */
export function frontTextOf(text: string): string | undefined {
  const lineBreak = new RegExp(LINE_BREAK);
  let hasContents = false;
  for (let start = 0, end = 0; end < text.length; start = lineBreak.lastIndex) {
    end = lineBreak.exec(text)?.index ?? text.length;
    const line = classify(text.slice(start, end), 0);
    // What an open quotation holds heads nothing.
    if (line.quote === 'opens') return undefined;
    switch (line.kind) {
      case 'contents':
        hasContents = true;
        break;
      case 'part':
      case 'subpart':
      case 'chapter':
      case 'section':
        return isFirstHeading(text.slice(end), hasContents) ? text.slice(0, end) : undefined;
      case 'article':
        return HEADS_FOR_SURE.test(text.slice(start, end)) ? text.slice(0, end) : undefined;
      case 'clause':
        return ARTICLE.test(text.slice(end)) ? undefined : text.slice(0, end);
      case 'annex':
        return undefined;
    }
  }
  return undefined;
}

/** Of what begins a line, or stands behind the layout that a line may begin with, all that could be an article's number. */
const ARTICLE = new RegExp(`(?:^|[^\\p{Script=Han}、，。（“])第[${SPACE}${NUMERAL}]+条`, 'mu');
/**
 * An article with space behind its number, and nothing behind it that would go on with a sentence: no character that
 * one of the words may begin with by which `anatomy.ts` tells a wrapped citation.
 */
const HEADS_FOR_SURE = new RegExp(
  `^(?:#{1,6} )?[${SPACE}]*第[${NUMERAL}]+条[${SPACE}]+[^${SPACE}的规至到以、，。；》”]`,
  'm',
);
/** What may make something else of a heading in front of the first article: a quotation, an annex, 一、 as a provision. */
const UNCERTAIN = new RegExp(`“|附[${SPACE}]*[件录表:：]|[一二三四五六七八九十百][、．]`);
const CONTENTS = new RegExp(`目[${SPACE}]*[录次]`);

/** Whether a heading is the first of a table of contents, or of the body of a text that has none. */
function isFirstHeading(behind: string, hasContents: boolean): boolean {
  const article = HEADS_FOR_SURE.exec(behind);
  if (!article) return false;
  const between = behind.slice(0, article.index);
  return !UNCERTAIN.test(between) && (hasContents || !CONTENTS.test(between));
}
