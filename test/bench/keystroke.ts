import type { TextDocument } from 'vscode-languageserver-textdocument';
import { severitiesOf } from '../../server/src/checks/registry';
import { Diagnoser } from '../../server/src/diagnoser';
import { writtenSymbols } from '../../server/src/features/documentSymbol';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { Library } from '../../server/src/library/library';
import { TEXT_VERSIONS } from '../../server/src/library/textVersions';
import { roundsIn, TYPING, type Edit } from './edits';
import { inChild } from './inChild';
import { largestLaw, type BenchLaw } from './laws';
import { loadedLibrary } from './loadedLibrary';
import type { Bench } from './part';
import { grouped } from './report';
import { samplesOf } from './samples';
import { costOf, nextTurn, warmedUp, type Cost } from './timing';

/** An edit of the largest law, in process: from the change to diagnostics, outline and tokens, all fresh. */
export async function keystroke({ folder, storage, report }: Bench): Promise<void> {
  for (const library of ['no library', 'all laws loaded'] as const) {
    const samples = await inChild('editLargestLaw', folder, library === 'no library' ? null : storage);
    report.table(`keystroke, ${library}, ms`, ['p50', 'p99', 'max', 'wall p99']);
    for (const [name, costs] of samples) report.times(name, warmedUp(costs), 5);
  }
  report.note(`in the largest law, ${grouped(largestLaw(folder).text.length)} characters`);
}

/**
 * Makes edits of every kind at every place, and returns what each took, by its kind, and of typing by its place.
 *
 * @param storage of the index of all laws; null for a library without any
 */
export async function editLargestLaw(folder: string, storage: string | null): Promise<[string, Cost[]][]> {
  const law = largestLaw(folder);
  const editor = new Editor(storage === null ? new Library() : await loadedLibrary(folder, storage), law);
  const samples = await samplesOf(
    roundsIn(law.text),
    ({ kind }, place) => (kind === TYPING ? `${kind}, ${place}` : kind),
    async (edit) => {
      await nextTurn();
      return editor.apply(edit);
    },
  );
  return [...samples];
}

/** What the server does at a change and at the requests that an editor sends after it, without the connection. */
class Editor {
  private text: TextDocument;
  private readonly diagnoser: Diagnoser;

  constructor(
    private readonly library: Library,
    { uri, text }: BenchLaw,
  ) {
    this.diagnoser = new Diagnoser(
      library,
      () => ({ locale: 'zh', relatedInformation: true, severityOf: severitiesOf({}) }),
      (error) => {
        throw error;
      },
    );
    this.text = TEXT_VERSIONS.create(uri, 'regulation', 0, text);
    library.setOpen(this.text);
  }

  apply({ offset, removed, inserted }: Edit): Cost {
    const { library, diagnoser, text } = this;
    const range = { start: text.positionAt(offset), end: text.positionAt(offset + removed) };
    return costOf(() => {
      const before = library.document(text.uri);
      this.text = TEXT_VERSIONS.update(text, [{ range, text: inserted }], text.version + 1);
      const document = library.setOpen(this.text);
      if (document.key === before?.key) diagnoser.documentEdited(document);
      else diagnoser.everythingChanged();
      diagnoser.diagnose(document);
      writtenSymbols(document);
      semanticTokens(library, document);
    });
  }
}
