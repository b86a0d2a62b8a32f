import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Range } from 'vscode-languageserver';
import type { Check, Severity } from '../checks/check.js';
import { say, type Locale } from '../features/locale.js';
import type { FileDiagnostic, FileDiagnostics } from './check.js';
import { VERSION } from '../version.js';

/** Severities of SARIF; it has none below a note. */
const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * A log in SARIF 2.1.0 (Static Analysis Results Interchange Format) with the findings of all files as one run.
 *
 * @param checks the rules, in the order in which results refer to them
 */
export async function sarifLog(
  checks: readonly Check[],
  files: AsyncIterable<FileDiagnostics>,
  locale: Locale,
): Promise<Log> {
  const results: Result[] = [];
  for await (const { file, diagnostics } of files) {
    for (const diagnostic of diagnostics) results.push(resultOf(file, diagnostic, checks));
  }
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tiaowen', version: VERSION, rules: checks.map((check) => ruleOf(check, locale)) } },
        language: locale === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

function ruleOf({ code, severity, description }: Check, locale: Locale): ReportingDescriptor {
  return {
    id: code,
    shortDescription: { text: say(locale, description) },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

function resultOf(
  file: string,
  { range, severity, code, message, fixes }: FileDiagnostic,
  checks: readonly Check[],
): Result {
  const artifactLocation = { uri: uriReference(file) };
  return {
    ruleId: code,
    ruleIndex: checks.findIndex((check) => check.code === code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map(({ range: deleted, newText }) => ({
              deletedRegion: regionOf(deleted),
              insertedContent: { text: newText },
            })),
          },
        ],
      })),
    }),
  };
}

/** Lines and columns count from 1; the end column is the one behind the last character. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A relative path stays relative to the working directory. */
function uriReference(file: string): string {
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(path.sep).map(encodeURIComponent).join('/');
}
