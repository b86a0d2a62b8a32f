import type { Check, Finding, Fix } from '../../server/src/checks/check.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import type { Span } from '../../server/src/syntax/tree.js';
import { fixture } from '../support/fixture.js';

/** A finding as a test states it; what is empty is left out. */
export interface Shown {
  /** The text that is marked. */
  readonly marked: string;
  readonly message: string;
  /** The texts that the message points at. */
  readonly related?: readonly string[];
  /** The lines of the text that the fix changes, as they are then. */
  readonly fixed?: string;
}

/**
 * What a check finds in the first text of a fixture.
 *
 * @param source as `fixture` reads it; the texts behind the first one are the library
 */
export function findings(check: Check, source: string, options: { corpus?: boolean } = {}): Shown[] {
  const { library, document } = fixture(source, options);
  return [...check.run({ document, library })].map((finding) => ({
    marked: textAt(document, finding.span),
    message: finding.message.zh,
    ...shownRelated(finding, (uri) => library.document(uri)),
    ...(finding.fixes?.[0] && { fixed: changedLines(document.text, apply(document.text, finding.fixes[0])) }),
  }));
}

/** The text after a fix. */
export function apply(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((changed, { span, newText }) => changed.slice(0, span.start) + newText + changed.slice(span.end), text);
}

function shownRelated(
  { related = [] }: Finding,
  documentAt: (uri: string) => RegulationDocument | undefined,
): Pick<Shown, 'related'> {
  const texts = related.map(({ uri, span }) => {
    const document = documentAt(uri);
    return document ? textAt(document, span) : uri;
  });
  return texts.length > 0 ? { related: texts } : {};
}

function textAt({ text }: RegulationDocument, { start, end }: Span): string {
  return text.slice(start, end);
}

function changedLines(before: string, after: string): string {
  const old = before.split('\n');
  const lines = after.split('\n');
  let from = 0;
  while (from < lines.length && lines[from] === old[from]) from++;
  let back = 0;
  while (back < Math.min(lines.length, old.length) - from && lines.at(-1 - back) === old.at(-1 - back)) back++;
  return lines.slice(from, lines.length - back).join('\n');
}
