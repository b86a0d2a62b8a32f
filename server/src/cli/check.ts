import type { Command } from 'commander';
import type { Range } from 'vscode-languageserver';
import type { Problem, Severity } from '../checks/check.js';
import { PROFILES, type ProfileSetting } from '../checks/profile.js';
import { CHECKS, runChecks, severitiesOf, type SeveritySettings } from '../checks/registry.js';
import { withSource } from '../features/diagnostics.js';
import { say } from '../features/locale.js';
import { dutiesCsv } from '../features/reports/dutyTable.js';
import { report, type ReportName } from '../features/reports/reports.js';
import { REPORT_NAMES } from '../protocol.js';
import type { RegulationDocument } from '../library/document.js';
import { isWordFile } from '../library/files.js';
import { FolderConfigsOfFiles } from './folderConfigs.js';
import { ARGUMENTS, choice, type CommonOptions, UsageError } from './commonOptions.js';
import { placeText } from './places.js';
import { sarifLog } from './sarif.js';
import { severitySettings } from './severities.js';
import { linksFromHere } from './links.js';
import { EXIT, type Terminal } from './terminal.js';
import { Texts } from './texts.js';

interface Options extends CommonOptions {
  readonly format: string;
  readonly maxSeverity: string;
  readonly severity: readonly string[];
  readonly profile: string;
  readonly report?: string;
  readonly subject?: string;
}

const PROFILE_SETTINGS = ['auto', ...PROFILES] as const;

const FORMATS = ['text', 'json', 'sarif'] as const;
/** Markdown, or for duties a table for spreadsheets. */
const REPORT_FORMATS = ['text', 'csv'] as const;
const TEXT_ONLY = ['text'] as const;

/** From the least grave to the gravest. */
const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];
const TOLERATED = ['none', ...SEVERITIES] as const;

/** What was found in one file, as `check --format json` prints it. */
export interface FileDiagnostics {
  readonly file: string;
  readonly diagnostics: readonly FileDiagnostic[];
}

export interface FileDiagnostic {
  readonly range: Range;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Edits that make the text right; those of one fix do not overlap. A Word document has none: its text is not edited. */
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}

/** `tiaowen check PATH…`: runs every check over files and over the texts below folders. */
export function addCheck(program: Command, terminal: Terminal): void {
  const text = (zh: string, en: string): string => say(terminal.locale, { zh, en });
  program
    .command('check')
    .description(text('检查文本，文件夹逐层检查其中的文本', 'check texts; folders are walked for texts'))
    .argument('<PATH...>', say(terminal.locale, ARGUMENTS.path))
    .option(
      '--format <FORMAT>',
      text(
        '输出格式：text、json 或者 sarif；责任清单为 text 或者 csv',
        'output format: text, json or sarif; of duties text or csv',
      ),
      'text',
    )
    .option(
      '--max-severity <SEVERITY>',
      text(
        '可以容许的最高严重程度，超过的使退出码为 1：none、hint、information、warning 或者 error',
        'the gravest severity that is tolerated; graver findings make the exit code 1: none, hint, information, warning or error',
      ),
      'warning',
    )
    .option(
      '--severity <CODE=SEVERITY>',
      text(
        '某项或者某类检查的严重程度：error、warning、information、hint 或者 off，可以重复',
        'the severity of a check or of a group of checks: error, warning, information, hint or off; repeatable',
      ),
      (value: string, values: readonly string[]) => [...values, value],
      [] as readonly string[],
    )
    .option(
      '--profile <PROFILE>',
      text(
        `按哪一种文书的规则检查：${PROFILE_SETTINGS.join('、')}`,
        `the kind of instrument whose rules texts are checked by: ${PROFILE_SETTINGS.join(', ')}`,
      ),
      'auto',
    )
    .option(
      '--report <NAME>',
      text(
        '不检查，输出一种报告（Markdown）：liability 法律责任、delegations 授权制定、coverage 上位法实施情况、duties 责任清单（加 --format csv 输出表格）',
        'instead of checking, print a report as Markdown: liability, delegations, coverage of the parent laws, or duties (with --format csv a table)',
      ),
    )
    .option('--subject <WORD>', text('责任清单只列名称含此词的主体', 'list only the duties of whom this word names'))
    .action(async (paths: string[], _options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      if (options.subject !== undefined && options.report !== 'duties') {
        throw new UsageError({
          zh: '选项 --subject 只用于 --report duties',
          en: 'option --subject goes with --report duties only',
        });
      }
      if (options.report !== undefined) {
        await printReports(paths, options, choice('--report', options.report, REPORT_NAMES));
        return;
      }
      const format = choice('--format', options.format, FORMATS);
      const tolerated = TOLERATED.indexOf(choice('--max-severity', options.maxSeverity, TOLERATED));
      const severities = severitySettings(options.severity);
      const profile = choice('--profile', options.profile, PROFILE_SETTINGS);
      const results = checkAll(paths, options, severities, profile, (severity) => {
        if (TOLERATED.indexOf(severity) > tolerated) terminal.hasFindings();
      });
      if (format === 'json') await terminal.printArray(results);
      else if (format === 'sarif') terminal.print(JSON.stringify(await sarifLog(CHECKS, results, terminal.locale)));
      else for await (const result of results) linesOf(result).forEach((line) => terminal.printText(line));
    });

  /** Links lead from the working directory, where the output is meant to be put into a file. */
  async function printReports(
    paths: readonly string[],
    { encoding, library: folders, format, subject }: Options,
    name: ReportName,
  ): Promise<void> {
    const asTable = choice('--format', format, name === 'duties' ? REPORT_FORMATS : TEXT_ONLY) === 'csv';
    const texts = new Texts(terminal, encoding);
    const given = await texts.readAll(paths);
    await texts.addLibrary(folders);
    const linkTo = linksFromHere(texts);
    for (const text of given) {
      const document = texts.document(text);
      // Behind the last row the terminal puts the line feed.
      if (asTable) terminal.print(dutiesCsv(document, terminal.locale, subject).replace(/\n$/, ''));
      else terminal.printText(report(name, texts.library, document, linkTo, terminal.locale, subject));
      await texts.pause();
    }
  }

  async function* checkAll(
    paths: readonly string[],
    { encoding, library: folders }: CommonOptions,
    severities: SeveritySettings,
    profile: ProfileSetting,
    onFinding: (severity: Severity) => void,
  ): AsyncGenerator<FileDiagnostics> {
    const texts = new Texts(terminal, encoding);
    const given = await texts.readAll(paths);
    await texts.addLibrary(folders);
    if (given.length === 0 && terminal.exitCode === EXIT.fine) {
      const names = paths.join('、');
      terminal.warn({ zh: `${names}：没有可以检查的文本`, en: `${paths.join(', ')}: no text that could be checked` });
    }
    const folderConfigs = new FolderConfigsOfFiles((file, { zh, en }) =>
      terminal.warn({ zh: `${file}：${zh}`, en: `${file}: ${en}` }),
    );
    for (const text of given) {
      const document = texts.document(text);
      const folder = folderConfigs.of(text.uri);
      const problems = runChecks(
        { document, library: texts.library },
        {
          // What is asked for here wins over what stands in a file.
          severityOf: severitiesOf({ ...folder.severity, ...severities }),
          profile: profile === 'auto' ? (folder.profile ?? profile) : profile,
          ignore: folder.ignore,
          onError: (error, { code }) => terminal.complainOf(`${text.name} ${code}`, error),
        },
      );
      problems.forEach(({ severity }) => onFinding(severity));
      yield { file: text.name, diagnostics: problems.map((problem) => diagnosticOf(document, problem)) };
      await texts.pause();
    }
  }

  function diagnosticOf(document: RegulationDocument, problem: Problem): FileDiagnostic {
    return {
      range: document.rangeOf(problem.span),
      severity: problem.severity,
      code: problem.code,
      message: say(terminal.locale, withSource(problem.message, problem.source)),
      fixes: (isWordFile(document.uri) ? [] : (problem.fixes ?? [])).map(({ title, edits }) => ({
        title: say(terminal.locale, title),
        edits: edits.map(({ span, newText }) => ({ range: document.rangeOf(span), newText })),
      })),
    };
  }
}

/** `path:line:column severity code message`, a line each. */
function linesOf({ file, diagnostics }: FileDiagnostics): string[] {
  return diagnostics.map(
    ({ range, severity, code, message }) =>
      `${placeText(file, range.start)} ${severity} ${code} ${message.replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space))}`,
  );
}
