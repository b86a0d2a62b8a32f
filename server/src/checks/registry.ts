import type { Check, CheckContext, Problem, Severity } from './check.js';
import { instructionNumber, instructionOrder } from './amending/instructions.js';
import { renumbered } from './amending/renumbered.js';
import { addedParagraph, ambiguousWords, replacedWords } from './amending/replacedWords.js';
import { missingAnnex, uncitedAnnex } from './annex/annexes.js';
import { ownArticle } from './citation/ownArticle.js';
import { ownParagraph } from './citation/ownParagraph.js';
import { paragraphLeftOut } from './citation/paragraphLeftOut.js';
import { selfName } from './citation/selfName.js';
import { singleParagraph } from './citation/singleParagraph.js';
import { CONSISTENCY } from './consistency.js';
import { reversedBounds } from './numerals/reversedBounds.js';
import { itemEnds } from './punctuation/itemEnds.js';
import { nestedTitle } from './punctuation/nestedTitle.js';
import { paragraphEnd } from './punctuation/paragraphEnd.js';
import { unpaired } from './punctuation/unpaired.js';
import { effectiveDate } from './structure/effectiveDate.js';
import { effectiveDatePlace } from './structure/effectiveDatePlace.js';
import { fewArticles } from './structure/fewArticles.js';
import { generalChapters } from './structure/generalChapters.js';
import { headingPunctuation, markPunctuation } from './structure/headingPunctuation.js';
import { listLead } from './structure/listLead.js';
import { listStyle } from './structure/listStyle.js';
import { missingList } from './structure/missingList.js';
import { promulgation } from './structure/promulgation.js';
import { singleChapter } from './structure/singleChapter.js';
import { singleItem } from './structure/singleItem.js';
import { localTitle, ruleTitle } from './title/kind.js';
import { provisionalTitle } from './title/provisional.js';
import { SuppressedProblems, unusedSuppression, type Suppression } from './suppressions.js';
import { localChecks } from './localChecks.js';
import { profileOf, type Profile, type ProfileSetting } from './profile.js';
import { wordRule } from './wordRule.js';
import { WORD_RULES } from './words.js';
import { dangling } from './citation/dangling.js';
import { moved } from './citation/moved.js';
import { nothingBefore } from './citation/nothingBefore.js';
import { outdated } from './citation/outdated.js';
import { notInLibrary } from './citation/notInLibrary.js';
import { reversedRange } from './citation/reversedRange.js';
import { undefinedAlias } from './citation/undefinedAlias.js';
import { unknownTitle } from './citation/unknownTitle.js';
import { arabic } from './numbering/arabic.js';
import { duplicate } from './numbering/duplicate.js';
import { firstItem } from './numbering/firstItem.js';
import { gap } from './numbering/gap.js';
import { malformed } from './numbering/malformed.js';
import { nonCanonical } from './numbering/nonCanonical.js';
import { order } from './numbering/order.js';
import { emptyArticle } from './structure/emptyArticle.js';
import { emptyHeading } from './structure/emptyHeading.js';
import { definedTwice } from './terms/definedTwice.js';
import { unused } from './terms/unused.js';
import { usedBeforeDefined } from './terms/usedBeforeDefined.js';
import { residue } from './text/residue.js';
import { mismatch } from './toc/mismatch.js';
import { missing } from './toc/missing.js';

/** Every rule there is. */
export const CHECKS: readonly Check[] = [
  gap,
  duplicate,
  order,
  malformed,
  nonCanonical,
  arabic,
  firstItem,
  mismatch,
  missing,
  emptyArticle,
  emptyHeading,
  residue,
  dangling,
  nothingBefore,
  moved,
  reversedRange,
  outdated,
  undefinedAlias,
  unknownTitle,
  notInLibrary,
  unused,
  definedTwice,
  usedBeforeDefined,
  headingPunctuation,
  effectiveDate,
  effectiveDatePlace,
  promulgation,
  generalChapters,
  singleChapter,
  fewArticles,
  ruleTitle,
  localTitle,
  provisionalTitle,
  uncitedAnnex,
  singleParagraph,
  paragraphLeftOut,
  ownArticle,
  ownParagraph,
  instructionOrder,
  renumbered,
  replacedWords,
  ambiguousWords,
  addedParagraph,
  ...localChecks([
    markPunctuation,
    singleItem,
    listLead,
    missingList,
    listStyle,
    itemEnds,
    paragraphEnd,
    unpaired,
    nestedTitle,
    reversedBounds,
    selfName,
    missingAnnex,
    instructionNumber,
    ...WORD_RULES.map(wordRule),
    ...CONSISTENCY,
  ]),
  // The last one: it tells of what the others did not find.
  unusedSuppression,
];

/**
 * The severity that a check's findings are reported with in a text of some profile; `off` leaves the check out.
 */
export type SeverityOf = (check: Check, profile: Profile | undefined) => Severity | 'off';

/** What the settings say on severities. */
export type SeveritySettings = Readonly<Record<string, Severity | 'off'>>;

/** The severity of a check by itself. */
export const ownSeverity: SeverityOf = ({ severity, severities }, profile) =>
  (profile && severities?.[profile]) ?? severity;

/**
 * The severities that settings ask for.
 *
 * @param settings by code (`numbering/gap`) or by group (`numbering`); a code wins over its group, and what is not named
 *   keeps the severity of the rule. A group does not bring up a rule that is off by itself.
 */
export function severitiesOf(settings: SeveritySettings): SeverityOf {
  return (check, profile) => {
    const own = ownSeverity(check, profile);
    return settings[check.code] ?? (own === 'off' ? own : settings[groupOf(check.code)]) ?? own;
  };
}

/** `numbering` for `numbering/gap`. */
export function groupOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

/** What settings may name: the codes of the checks and their groups. */
export const CHECK_NAMES: ReadonlySet<string> = new Set(CHECKS.flatMap(({ code }) => [code, groupOf(code)]));

/** How a document is checked; what is left out is as the checks have it by themselves. */
export interface RunOptions {
  readonly severityOf?: SeverityOf;
  /** The kind of instrument, where it is not to be told from the text. */
  readonly profile?: ProfileSetting;
  /** What is not reported. */
  readonly ignore?: readonly Suppression[];
  /**
   * Is given what a check threw; the findings it had made until then and those of all others are kept. Left out, the
   * error goes on to the caller.
   */
  readonly onError?: (error: unknown, check: Check) => void;
  readonly checks?: readonly Check[];
}

/**
 * Runs every check over a document.
 *
 * @returns what was found, by its place
 */
export function runChecks(
  { document, library, moved }: Pick<CheckContext, 'document' | 'library' | 'moved'>,
  { severityOf = ownSeverity, profile = 'auto', ignore = [], onError = rethrow, checks = CHECKS }: RunOptions = {},
): Problem[] {
  const problems: Problem[] = [];
  const kind = profile === 'auto' ? profileOf(document) : profile;
  const suppression = SuppressedProblems.of(document, ignore, CHECK_NAMES);
  const context: CheckContext = { document, library, suppression, moved };
  for (const check of checks) {
    const { code, source } = check;
    const severity = severityOf(check, kind);
    if (severity === 'off') continue;
    try {
      for (const finding of check.run(context)) {
        if (suppression?.isSuppressed({ code, span: finding.span })) continue;
        problems.push({ ...finding, code, severity, ...(source && { source }) });
      }
    } catch (error) {
      onError(error, check);
    }
    suppression?.asked(check);
  }
  return problems.sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

function rethrow(error: unknown): never {
  throw error;
}
