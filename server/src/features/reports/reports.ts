import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import type { ReportParams } from '../../protocol.js';
import type { Locale } from '../locale.js';
import { coverageMarkdown } from './coverage.js';
import { delegationsMarkdown } from './delegations.js';
import { dutiesMarkdown } from './duties.js';
import { liabilityMarkdown } from './liability.js';
import type { LinkTo } from './markdown.js';

/** The name of a report, as of `REPORT_NAMES`. */
export type ReportName = ReportParams['name'];

/**
 * A report on a document, as Markdown.
 *
 * @param subject whose duties alone are listed
 */
export function report(
  name: ReportName,
  library: Library,
  document: RegulationDocument,
  linkTo: LinkTo,
  locale: Locale,
  subject?: string,
): string {
  switch (name) {
    case 'liability':
      return liabilityMarkdown(library, document, linkTo, locale);
    case 'delegations':
      return delegationsMarkdown(document, linkTo, locale);
    case 'duties':
      return dutiesMarkdown(document, linkTo, locale, subject);
    case 'coverage':
      return coverageMarkdown(library, document, linkTo, locale);
  }
}
