import type { Diagnostic } from 'vscode-languageserver';
import { titleKey } from './citations/titles.js';
import type { CheckContext, Problem } from './checks/check.js';
import { runChecks, type RunOptions } from './checks/registry.js';
import { diagnostics, type DiagnosticOptions } from './features/diagnostics.js';
import type { RegulationDocument } from './library/document.js';
import type { Library } from './library/library.js';

/** What was found in one version of a document. */
export interface Diagnosis {
  readonly problems: readonly Problem[];
  readonly diagnostics: readonly Diagnostic[];
  /** Equal for the same diagnostics of the same document. */
  readonly resultId: string;
}

interface Remembered extends Diagnosis {
  /** The time of the diagnosis, by {@link Diagnoser.clock}. */
  readonly time: number;
  /** Keys of the titles whose texts the diagnosis depends on. */
  readonly keys: ReadonlySet<string>;
}

/** How findings are to be reported. */
export interface DiagnoserOptions
  extends DiagnosticOptions, Pick<RunOptions, 'severityOf' | 'profile' | 'ignore'>, Pick<CheckContext, 'moved'> {}

/**
 * Checks documents, each version once: a diagnosis is kept until the document changes, or an instrument that it cites,
 * or what holds for all of them.
 */
export class Diagnoser {
  private readonly remembered = new WeakMap<RegulationDocument, Remembered>();
  /** Tells the results of this server from those of one that ran before it. */
  private readonly start = Date.now().toString(36);
  private readonly resultIds = new Map<string, { readonly written: string; readonly count: number }>();
  /** Counts changes. */
  private clock = 0;
  private everythingChangedAt = 0;
  private readonly editedAt = new Map<string, number>();

  /**
   * @param options are asked for at each diagnosis of a document
   * @param onError is given what a check threw; the other checks' findings stand
   */
  constructor(
    private readonly library: Library,
    private readonly options: (document: RegulationDocument) => DiagnoserOptions,
    private readonly onError: (error: unknown, code: string) => void,
  ) {}

  diagnose(document: RegulationDocument): Diagnosis {
    const known = this.remembered.get(document);
    if (known && this.isValid(known)) return known;
    const { library } = this;
    const options = this.options(document);
    const problems = runChecks(
      { document, library, moved: options.moved },
      { ...options, onError: (error, { code }) => this.onError(error, code) },
    );
    const found = diagnostics(library, document, problems, options);
    const diagnosis: Remembered = {
      problems,
      diagnostics: found,
      resultId: this.resultIdOf(document.uri, found),
      time: this.clock,
      keys: this.keysOf(document),
    };
    this.remembered.set(document, diagnosis);
    return diagnosis;
  }

  /** Whether the last diagnosis of a document still holds. */
  isDiagnosed(document: RegulationDocument): boolean {
    const known = this.remembered.get(document);
    return known !== undefined && this.isValid(known);
  }

  /** A document has another text, but the title it had: those that cite it are concerned. */
  documentEdited({ key }: RegulationDocument): void {
    this.editedAt.set(key, ++this.clock);
  }

  /** Files have come or gone, titles or settings have changed: every document is concerned. */
  everythingChanged(): void {
    this.everythingChangedAt = ++this.clock;
    this.editedAt.clear();
  }

  private keysOf(document: RegulationDocument): Set<string> {
    const titles = new Set(this.library.citationsOf(document).mentions.map(({ doc }) => doc));
    return new Set([document.key, ...[...titles].map(titleKey)]);
  }

  private isValid({ time, keys }: Remembered): boolean {
    if (time < this.everythingChangedAt) return false;
    return [...this.editedAt].every(([key, editedAt]) => editedAt <= time || !keys.has(key));
  }

  private resultIdOf(uri: string, found: readonly Diagnostic[]): string {
    const written = JSON.stringify(found);
    const known = this.resultIds.get(uri);
    const count = (known?.count ?? 0) + (known?.written === written ? 0 : 1);
    this.resultIds.set(uri, { written, count });
    return `${this.start}-${count}`;
  }
}
