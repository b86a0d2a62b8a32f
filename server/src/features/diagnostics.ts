import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Message, Problem, Severity, Source } from '../checks/check.js';
import type { RegulationDocument } from '../library/document.js';
import type { Library } from '../library/library.js';
import { say, type Locale } from './locale.js';
import { isOpenable } from './openable.js';
import { locationOf } from './positions.js';

/** Names the product beside each message in an editor's list of problems. */
export const DIAGNOSTIC_SOURCE = '条文';

/** How diagnostics are written for a client. */
export interface DiagnosticOptions {
  readonly locale: Locale;
  /** Whether the client shows the other places that a message speaks of. */
  readonly relatedInformation: boolean;
  /** URI of the folder with the pages on checks, where there is one to link to. */
  readonly pagesUri?: string | undefined;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The problems of a document as the protocol has them, in their order. */
export function diagnostics(
  library: Library,
  document: RegulationDocument,
  problems: readonly Problem[],
  options: DiagnosticOptions,
): Diagnostic[] {
  return problems.map((problem) => diagnosticOf(library, document, problem, options));
}

/** A message that names the norm it rests on: …（《立法法》第六十五条）。 */
export function withSource({ zh, en }: Message, source: Source | undefined): Message {
  if (!source) return { zh, en };
  return {
    zh: `${zh.replace(/。$/, '')}（${source.name}）${zh.endsWith('。') ? '。' : ''}`,
    en: `${en.replace(/\.$/, '')} (${source.name})${en.endsWith('.') ? '.' : ''}`,
  };
}

export function diagnosticOf(
  library: Library,
  document: RegulationDocument,
  { span, severity, code, message, source, related = [] }: Problem,
  { locale, relatedInformation, pagesUri }: DiagnosticOptions,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: document.rangeOf(span),
    severity: SEVERITIES[severity],
    code,
    source: DIAGNOSTIC_SOURCE,
    message: say(locale, withSource(message, source)),
    ...(pagesUri !== undefined && { codeDescription: { href: `${pagesUri}/${code}.md` } }),
  };
  if (relatedInformation && related.length > 0) {
    diagnostic.relatedInformation = related.flatMap((place): DiagnosticRelatedInformation[] => {
      const other = place.uri === document.uri ? document : library.document(place.uri);
      // The other text may have left the library since the check ran.
      return other && isOpenable(other)
        ? [{ location: locationOf(other, place.span), message: say(locale, place.message) }]
        : [];
    });
  }
  return diagnostic;
}
