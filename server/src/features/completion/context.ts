import { LIST_JOINT, RANGE_JOINT } from '../../citations/chain.js';
import { innermostUnit, outerPart, UNIT_OF_CHARACTER } from '../../citations/coordinates.js';
import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library, Place } from '../../library/library.js';
import { NUMERAL } from '../../syntax/numerals.js';
import type { Span } from '../../syntax/tree.js';

/** What is being written where the caret is. Spans are what a completion replaces; `typed` is what stands before the caret. */
export type CompletionContext = TitleContext | ProvisionContext;

/** A title: behind 《, up to 》 if that is there already. */
export interface TitleContext {
  readonly kind: 'title';
  readonly span: Span;
  readonly typed: string;
}

/** The number of a provision, from 第 on, or from the （ of an item on. */
export interface ProvisionContext {
  readonly kind: 'provision';
  readonly span: Span;
  /** 第 or （. */
  readonly opener: string;
  /** Without the opener: 十二, 12, （三, or the beginning of the text of what is meant. */
  readonly typed: string;
  readonly within: Within;
}

/** What the number that is being written counts in. */
export type Within =
  /** Right behind the name of an instrument, or behind a provision (第十条第…): what that has below it. */
  | { readonly to: 'below'; readonly places: readonly Place[] }
  /** Behind a provision in a list (第十条、第…): those beside it. */
  | { readonly to: 'beside'; readonly place: Place }
  /** Behind anything else: the document's own articles. */
  | { readonly to: 'own' }
  /** Behind what leads nowhere. */
  | { readonly to: 'nothing' };

/** The longest title, and the longest beginning of a number, that is completed, in UTF-16 units. */
const LONGEST_TITLE = 100;
const LONGEST_NUMBER = 14;

/** What may stand behind 第: a numeral without its unit, with which the number is complete; or words. */
const NUMBER = new RegExp(
  `(第)([（(]?[${NUMERAL}]{0,${String(LONGEST_NUMBER)}}|(?![${NUMERAL}])[^\\s第，。；：、？！《》“”（）()]{1,${String(LONGEST_NUMBER)}})$|` +
    `([（(])([${NUMERAL}]{0,4})$`,
);
/** What of a number may stand behind the caret already. */
const REST = new RegExp(`^[${NUMERAL}]*[）)]?(?:分编|[编章节条款项目])(?:之[${NUMERAL}]+)*|^[）)]`);

const BELOW_GAP = /^(?:\s|的?规定的?|所列|所称|所述|的|中的?|之|[（(][^（）()]{0,40}[)）])*$/;
const BESIDE_GAP = new RegExp(`^\\s*(?:的?规定的?|所列的?)?\\s*(?:${LIST_JOINT}|${RANGE_JOINT})\\s*$`);
const LONGEST_GAP = 60;

/**
 * What is being written at a caret; undefined in running text, and at the start of a line, where a number is an
 * article's own.
 *
 * @param offset UTF-16 offset into the text
 */
export function completionContext(
  library: Library,
  document: RegulationDocument,
  offset: number,
): CompletionContext | undefined {
  const { text } = document;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(Math.max(lineStart, offset - 2 * LONGEST_TITLE), offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset, offset + LONGEST_TITLE))?.[0] ?? '';
  return provisionContext(library, document, offset, before, after, lineStart) ?? titleContext(offset, before, after);
}

function titleContext(offset: number, before: string, after: string): TitleContext | undefined {
  const opened = before.lastIndexOf('《');
  if (opened < 0 || before.includes('》', opened)) return undefined;
  const typed = before.slice(opened + 1);
  if (typed.length > LONGEST_TITLE) return undefined;
  // An editor that closes brackets has put 》 there; what stands before it is of the title that is being replaced.
  const rest = /^[^《》，。；：]*》/.exec(after)?.[0] ?? '';
  return { kind: 'title', span: { start: offset - typed.length, end: offset + rest.length }, typed };
}

function provisionContext(
  library: Library,
  document: RegulationDocument,
  offset: number,
  before: string,
  after: string,
  lineStart: number,
): ProvisionContext | undefined {
  const match = NUMBER.exec(before);
  if (!match) return undefined;
  const start = offset - match[0].length;
  if (document.characters.slice(lineStart, start).trim() === '') return undefined;
  const opener = match[1] ?? match[3] ?? '';
  const within = withinAt(library, document, start);
  // A bracket is more often one of any other kind.
  if (opener !== '第' && within.to !== 'below') return undefined;
  const rest = REST.exec(after)?.[0] ?? '';
  return {
    kind: 'provision',
    span: { start, end: offset + rest.length },
    opener,
    typed: match[2] ?? match[4] ?? '',
    within,
  };
}

/** What a number that begins at an offset counts in, by the citation before it. */
function withinAt(library: Library, document: RegulationDocument, start: number): Within {
  const { text } = document;
  const mention = library.citationsOf(document).mentions.findLast((each) => each.start < start);
  if (!mention || start - mention.end > LONGEST_GAP) return { to: 'own' };
  if (mention.end > start) return withinCitation(library, document, mention, start);
  const gap = text.slice(mention.end, start);
  if (mention.kind === 'document') {
    return BELOW_GAP.test(gap) ? { to: 'below', places: instrumentPlaces(library, mention.doc) } : { to: 'own' };
  }
  const isBelow = BELOW_GAP.test(gap);
  if (!isBelow && !BESIDE_GAP.test(gap)) return { to: 'own' };
  const resolution = library.resolve(document, mention);
  const place = resolution.state === 'found' ? resolution.places.at(-1) : undefined;
  if (!place) return { to: 'nothing' };
  return isBelow ? { to: 'below', places: [place] } : { to: 'beside', place };
}

/** The caret is within a citation (第十条第|二款): what counts is what stands in front, 第十条. */
function withinCitation(library: Library, document: RegulationDocument, mention: Mention, start: number): Within {
  const unit = UNIT_OF_CHARACTER[document.text[start - 1] ?? ''];
  const target = mention.targets.at(-1);
  if (!unit || target?.[unit] === undefined || innermostUnit(target) === unit) return { to: 'nothing' };
  const outer = { ...outerPart(target, unit), [unit]: target[unit] };
  const resolution = library.resolve(document, { ...mention, targets: [outer] });
  return resolution.state === 'found' ? { to: 'below', places: resolution.places } : { to: 'nothing' };
}

/** The instrument; of one that is published part by part all parts. */
function instrumentPlaces(library: Library, title: string): Place[] {
  const documents = library.withTitle(title);
  const isInParts = documents[0]?.subtitle !== undefined;
  return (isInParts ? documents : documents.slice(0, 1)).map((document) => ({ document, node: document.tree.root }));
}
