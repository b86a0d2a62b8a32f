import {
  MessageType,
  ShowMessageNotification,
  type Connection,
  type ExecuteCommandParams,
  type Position,
  type Range,
  type ShowMessageParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Message } from './checks/check.js';
import { moveTo } from './drafting/operations/moveTo.js';
import { isRefusal, type Change, type Refusal } from './drafting/operations/operation.js';
import { OPERATIONS, type OperationName } from './drafting/operations/operations.js';
import { DraftHistory } from './drafting/history.js';
import { perform, type Performed } from './drafting/perform.js';
import type { Draft } from './drafting/renumber.js';
import type { Report } from './drafting/reports.js';
import { say, type Locale } from './features/locale.js';
import { plainMessage } from './features/plainMessage.js';
import { workspaceEdit, type EditFacts } from './features/workspaceEdit.js';
import type { RegulationDocument } from './library/document.js';
import { fileName } from './library/files.js';
import type { Library } from './library/library.js';
import type { Log } from './log.js';
import { DRAFT, type DraftOperation } from './protocol.js';

/** What the client can do, as far as operations depend on it. */
export interface DraftingClient extends EditFacts {
  readonly showsDocuments: boolean;
}

/** How many of the citations left open a message names; the rest stands in the log. */
const MOST_NAMED = 3;

/** Performs the operations that change the structure of texts, for a client. */
export class Drafter {
  readonly history = new DraftHistory();

  /**
   * @param document finds the document of a URI, however it is spelled
   * @param mayChange whether a text is the user's, and not one of a library
   */
  constructor(
    private readonly connection: Connection,
    private readonly library: Library,
    private readonly client: DraftingClient,
    private readonly document: (uri: string) => RegulationDocument | undefined,
    private readonly mayChange: (uri: string) => boolean,
    private readonly log: Log,
    private readonly locale: () => Locale,
  ) {}

  /** Runs the command {@link DRAFT}: `[uri, operation, position or range, target]`. */
  async execute({ command, arguments: args = [] }: ExecuteCommandParams): Promise<void> {
    if (command !== DRAFT) return;
    const [uri, operation, place, target] = args as [string, DraftOperation, (Position | Range)?, Position?];
    const document = this.document(uri);
    if (!document || !this.library.isOpen(document.uri) || !this.mayChange(document.uri)) {
      this.tell({ zh: '这里没有可以改动的法规文本', en: 'there is no regulation text here that can be changed' });
      return;
    }
    if (operation === 'renumber') await this.renumber(document, place);
    else if (operation === 'moveTo') {
      const [from, to] = [startOf(place), startOf(target)].map((each) => document.offsetAt(each));
      await this.change(document, moveTo(document, from ?? 0, to ?? 0));
    } else if (Object.hasOwn(OPERATIONS, operation)) await this.operate(document, operation, place);
    else this.tell({ zh: `没有这个操作：${operation}`, en: `there is no such operation: ${String(operation)}` });
  }

  /** The edit of 整理编号, as a code action has it. */
  numberingEdit(document: RegulationDocument): WorkspaceEdit {
    const performed = this.perform(this.history.draftOf(document), { edits: [], caret: 0 });
    this.history.expect(document.uri, performed.text);
    this.logReports(document.uri, performed);
    return this.editOf(document, performed);
  }

  private async operate(
    document: RegulationDocument,
    operation: OperationName,
    place: Position | Range | undefined,
  ): Promise<void> {
    const offset = document.offsetAt(startOf(place));
    await this.change(document, OPERATIONS[operation](document, offset));
  }

  private async change(document: RegulationDocument, change: Change | Refusal): Promise<void> {
    if (isRefusal(change)) this.tell(change.refused);
    else await this.apply(document, this.perform(this.history.draftOf(document), change), true);
  }

  private async renumber(document: RegulationDocument, place: Position | Range | undefined): Promise<void> {
    const draft = this.history.draftOf(document);
    const selected = place && 'start' in place ? selectionIn(document, place) : undefined;
    const performed = this.perform({ ...draft, ...selected }, { edits: [], caret: 0 });
    const open = performed.reports.filter(({ isOpen }) => isOpen).length;
    if (performed.edits.size === 0 && open === 0) {
      this.tell({ zh: '编号和引用都没有需要整理的', en: 'numbers and citations are right' });
    } else await this.apply(document, performed, false);
  }

  private perform(draft: Draft, change: Change): Performed {
    return perform(this.library, draft, change, ({ uri }) => this.mayChange(uri));
  }

  private editOf({ uri }: RegulationDocument, { edits }: Performed): WorkspaceEdit {
    const changed = [...edits].flatMap(([each, list]) => {
      const document = this.library.document(each);
      return document ? [{ document, edits: list }] : [];
    });
    const label = say(this.locale(), { zh: '改写其他文件中的引用', en: 'Rewrite citations in other files' });
    return workspaceEdit(changed, uri, label, this.client);
  }

  private async apply(document: RegulationDocument, performed: Performed, withCaret: boolean): Promise<void> {
    const { uri } = document;
    const edit = this.editOf(document, performed);
    if (performed.edits.size > 0) {
      this.history.expect(uri, performed.text);
      const standing = new Map([...performed.edits.keys()].map((each) => [each, this.library.document(each)?.text]));
      const { applied } = await this.connection.workspace.applyEdit({ edit });
      if (!applied) return this.tell({ zh: '没有改动：文本已有变化，或者没有确认', en: 'nothing was changed' });
      if (this.client.takesChangeAnnotations) void this.offerOthers(uri, performed, standing);
    }
    if (withCaret && this.client.showsDocuments) {
      const caret = TextDocument.create(uri, '', 0, performed.text).positionAt(performed.caret);
      await this.connection.window.showDocument({ uri, takeFocus: true, selection: { start: caret, end: caret } });
    }
    this.logReports(uri, performed);
    this.tellReports(uri, performed);
  }

  /**
   * Offers to rewrite the citations in other texts once more where they were not confirmed: an editor lists them with no
   * tick, and whoever does not see that would leave them pointing at other provisions.
   *
   * @param standing the texts before the edit
   */
  private async offerOthers(
    own: string,
    { edits }: Performed,
    standing: ReadonlyMap<string, string | undefined>,
  ): Promise<void> {
    const isLeft = (uri: string): boolean => uri !== own && this.library.document(uri)?.text === standing.get(uri);
    const left = new Map([...edits].filter(([uri]) => isLeft(uri)));
    if (left.size === 0) return;
    const names = [...left.keys()].slice(0, MOST_NAMED).map(fileName);
    const more = left.size > MOST_NAMED ? '……' : '';
    const count = String([...left.values()].reduce((sum, { length }) => sum + length, 0));
    const question: Message = {
      zh: `其他文件中还有 ${count} 处引用没有随之改写：${names.join('、')}${more}`,
      en: `${count} citations in other files still have the old numbers: ${names.join(', ')}${more}`,
    };
    const title = say(this.locale(), { zh: '改写', en: 'Rewrite' });
    try {
      const answer = await this.connection.window.showWarningMessage(plainMessage(say(this.locale(), question)), {
        title,
      });
      if (answer?.title !== title) return;
      const wanted = [...left].filter(([uri]) => isLeft(uri));
      const changed = wanted.flatMap(([uri, list]) => {
        const document = this.library.document(uri);
        return document ? [{ document, edits: list }] : [];
      });
      // They are confirmed now.
      const edit = workspaceEdit(changed, own, '', { ...this.client, takesChangeAnnotations: false });
      await this.connection.workspace.applyEdit({ edit });
    } catch (error) {
      this.log.fault('window/showMessageRequest', error);
    }
  }

  private tellReports(uri: string, performed: Performed): void {
    const open = performed.reports.filter(({ isOpen }) => isOpen);
    if (open.length === 0) return;
    const named = open.slice(0, MOST_NAMED).map((report) => this.placed(report, uri, performed));
    const count = String(open.length);
    this.tell({
      zh: `有 ${count} 处引用需要人工确认：${named.map(({ zh }) => zh).join('；')}${open.length > MOST_NAMED ? '……' : ''}`,
      en: `${count} citations are left to be decided: ${named.map(({ en }) => en).join('; ')}`,
    });
  }

  private logReports(uri: string, performed: Performed): void {
    for (const report of performed.reports) this.log.info(this.placed(report, uri, performed));
  }

  /** A report with its place, in lines as editors count them. */
  private placed({ uri, span, message }: Report, changed: string, { text }: Performed): Message {
    const lines = uri === changed ? TextDocument.create(uri, '', 0, text) : this.library.document(uri)?.textDocument;
    const line = String((lines?.positionAt(span.start).line ?? 0) + 1);
    const name = fileName(uri);
    return { zh: `${name} 第 ${line} 行：${message.zh}`, en: `${name}, line ${line}: ${message.en}` };
  }

  private tell(message: Message): void {
    // A notification: nobody waits for an answer.
    const params: ShowMessageParams = { type: MessageType.Warning, message: plainMessage(say(this.locale(), message)) };
    void this.connection.sendNotification(ShowMessageNotification.type, params);
  }
}

function startOf(place: Position | Range | undefined): Position {
  if (!place) return { line: 0, character: 0 };
  return 'start' in place ? place.start : place;
}

/** Only the numbers in a selection are put right; an empty one means the whole text. */
function selectionIn(document: RegulationDocument, { start, end }: Range): Pick<Draft, 'renumbers'> | undefined {
  const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
  return from === to ? undefined : { renumbers: (mark) => mark.start >= from && mark.end <= to };
}
