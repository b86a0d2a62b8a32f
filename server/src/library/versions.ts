import { isDraftTitle } from '../citations/titles.js';
import type { RegulationDocument } from './document.js';
import { actOf, effectiveDateOf } from './history.js';
import type { Library } from './library.js';

const WORD = /\.docx\b/i;

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The texts of one title in order: the newest version first, then those without a date, at last drafts. */
export function newestFirst(documents: readonly RegulationDocument[]): RegulationDocument[] {
  if (documents.length < 2) return [...documents];
  return [...documents].sort(
    (a, b) =>
      Number(isDraft(a)) - Number(isDraft(b)) ||
      compare(ageOf(b) ?? '', ageOf(a) ?? '') ||
      // Of the same version a text that can be edited comes first, and the order does not depend on who came first.
      Number(WORD.test(a.uri)) - Number(WORD.test(b.uri)) ||
      compare(a.uri, b.uri),
  );
}

/**
 * The versions that are meant by who cites an instrument on a day: the one in force, of a statute published part by part
 * one of each part.
 *
 * That is the latest of those adopted, amended or promulgated until that day. The day a version takes effect is not asked:
 * rules made between the adoption of a law and that day are made for the new law and cite it. Where all versions at hand
 * are later, the oldest stands nearest to the one that was meant: the fewest amendments lie between. A text without a
 * date is taken to be the oldest, a draft is in force only where there is nothing else.
 *
 * @param documents as {@link newestFirst} has them
 * @param day YYYY-MM-DD, or YYYY, whose last day then counts; undefined for today
 */
export function inForceAt(
  documents: readonly RegulationDocument[],
  day: string | undefined,
): readonly RegulationDocument[] {
  if (documents.length < 2) return documents;
  let ofDay = chosen.get(documents);
  if (!ofDay) chosen.set(documents, (ofDay = new Map<string, readonly RegulationDocument[]>()));
  const key = day ?? '';
  let inForce = ofDay.get(key);
  if (!inForce) ofDay.set(key, (inForce = choose(documents, day)));
  return inForce;
}

/** Citations are many, the days of the texts they stand in are few. */
const chosen = new WeakMap<readonly RegulationDocument[], Map<string, readonly RegulationDocument[]>>();

function choose(documents: readonly RegulationDocument[], day: string | undefined): RegulationDocument[] {
  const last = day === undefined ? LAST_DAY : lastDayOf(day);
  const parts = new Map<string | undefined, RegulationDocument[]>();
  for (const document of documents) {
    const versions = parts.get(document.subtitle);
    if (versions) versions.push(document);
    else parts.set(document.subtitle, [document]);
  }
  return [...parts.values()].flatMap((all) => {
    const enacted = all.filter((document) => !isDraft(document));
    const versions = enacted.length > 0 ? enacted : all;
    const version = versions.find((each) => (ageOf(each) ?? '') <= last) ?? versions.at(-1);
    return version ? [version] : [];
  });
}

const LAST_DAY = '9999';

/** A date as of `dateOf`, of a year alone its last day. */
export function lastDayOf(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date;
}

/** All texts of the instrument that a document is a version of, itself included, the newest first. */
export function versionsOf(library: Library, document: RegulationDocument): readonly RegulationDocument[] {
  if (!document.title) return [document];
  return library.withTitle(document.title).filter(({ subtitle }) => subtitle === document.subtitle);
}

/**
 * The newest version of the instrument, where that is newer than the document is; undefined for the newest one, and where
 * a date is unknown.
 */
export function newerVersion(library: Library, document: RegulationDocument): RegulationDocument | undefined {
  const [newest] = versionsOf(library, document);
  if (!newest || newest === document || isDraft(newest)) return undefined;
  return isNewer(newest, document) ? newest : undefined;
}

/** Whether one version is newer than another one; false where a date is unknown. */
export function isNewer(document: RegulationDocument, other: RegulationDocument): boolean {
  const [age, otherAge] = [ageOf(document), ageOf(other)];
  return age !== undefined && otherAge !== undefined && age > otherAge;
}

/** Which version a text is, for people: 2018年修正，2018-12-29; undefined where that is unknown. */
export function versionName(document: RegulationDocument): VersionName | undefined {
  const { date } = document;
  if (date === undefined) return undefined;
  let name = names.get(document);
  if (!name) {
    const act = actOf(document.notes, date);
    names.set(document, (name = { zh: act ? `${date.slice(0, 4)}年${act}，${date}` : date, en: date }));
  }
  return name;
}

interface VersionName {
  readonly zh: string;
  readonly en: string;
}

const names = new WeakMap<RegulationDocument, VersionName>();

function isDraft({ title }: RegulationDocument): boolean {
  return isDraftTitle(title);
}

/** Of texts that nothing else dates the day they take effect tells which is newer. */
function ageOf(document: RegulationDocument): string | undefined {
  if (document.date !== undefined) return document.date;
  let age = effective.get(document);
  if (age === undefined) effective.set(document, (age = effectiveDateOf(document.tree, []) ?? ''));
  return age || undefined;
}

const effective = new WeakMap<RegulationDocument, string>();
