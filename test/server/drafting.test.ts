import assert from 'node:assert/strict';
import {
  ApplyWorkspaceEditRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  type ApplyWorkspaceEditParams,
  type CodeAction,
  type Diagnostic,
  type ShowDocumentParams,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DRAFT } from '../../server/src/protocol.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';
import { at, Client, endServers, uriOf } from './client.js';
import { Events } from './eventually.js';

const CAPABILITIES = {
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
  window: { showDocument: { support: true } },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

/** An editor that makes the edits that the server sends, and tells it so. */
class Editor {
  readonly edits = new Events<ApplyWorkspaceEditParams>();
  readonly shown = new Events<ShowDocumentParams>();
  readonly messages = new Events<string>();
  readonly questions = new Events<string>();
  /** The button that is pressed where the server asks. */
  answer: string | undefined;
  client!: Client;

  constructor(
    readonly uri: string,
    public text: string,
  ) {}

  async start(folder: string, capabilities: object = CAPABILITIES): Promise<void> {
    this.client = await Client.start({
      capabilities,
      folders: [folder],
      prepare: (connection) => {
        connection.onRequest(ApplyWorkspaceEditRequest.type, async (params) => {
          await this.make(params.edit.documentChanges as TextDocumentEdit[]);
          this.edits.push(params);
          return { applied: true };
        });
        connection.onRequest(ShowDocumentRequest.type, (params) => {
          this.shown.push(params);
          return { success: true };
        });
        connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
          this.questions.push(message);
          return actions?.find(({ title }) => title === this.answer) ?? null;
        });
        connection.onNotification(ShowMessageNotification.type, ({ message }) => this.messages.push(message));
      },
    });
    await this.client.open(this.uri, this.text);
    // The other texts of the workspace are read in the background.
    for (let found = false; !found;) {
      const symbols = await this.client.request<unknown[]>('workspace/symbol', { query: '实施细则' });
      found = symbols.length > 0;
    }
  }

  /** Types at an offset, a character at a time. */
  async type(offset: number, words: string): Promise<void> {
    for (const [index, character] of Array.from(words).entries()) {
      const place = TextDocument.create(this.uri, '', 0, this.text).positionAt(offset + index);
      this.text = this.text.slice(0, offset + index) + character + this.text.slice(offset + index);
      await this.client.edit(this.uri, character, { start: place, end: place });
    }
  }

  draft(operation: string, place?: object): Promise<void> {
    return this.client.request('workspace/executeCommand', { command: DRAFT, arguments: [this.uri, operation, place] });
  }

  /** Makes an edit, as far as it is one of the text. */
  async make(changes: readonly TextDocumentEdit[]): Promise<void> {
    const own = changes.find(({ textDocument }) => textDocument.uri === this.uri);
    if (!own) return;
    const edits = own.edits.map((edit) => edit as { range: CodeActionRange; newText: string });
    this.text = TextDocument.applyEdits(TextDocument.create(this.uri, '', 0, this.text), edits);
    await this.client.edit(this.uri, this.text);
  }
}

type CodeActionRange = { start: { line: number; character: number }; end: { line: number; character: number } };

const TEXT = ['某市试验条例', '第一条　甲。', '第二条　乙。', '第三条　依照第二条办理。', ''].join('\n');
const RULES = '某市试验条例实施细则\n第一条　根据《某市试验条例》第二条，制定本细则。\n';

describe('drafting over the protocol', () => {
  const folder = new TemporaryFolder();
  let editor: Editor;

  beforeEach(async () => {
    const file = folder.write('条例.txt', TEXT);
    folder.write('细则.txt', RULES);
    editor = new Editor(uriOf(file), TEXT);
    await editor.start(folder.path);
  });
  afterEach(endServers);

  it('renumbers what was typed, in the other texts of the workspace too, after asking', async () => {
    await editor.type(TEXT.indexOf('第二条'), '第二条　新。\n');
    await editor.draft('renumber');
    assert.equal(editor.text, '某市试验条例\n第一条　甲。\n第二条　新。\n第三条　乙。\n第四条　依照第三条办理。\n');
    const { edit } = await editor.edits.first('an edit', () => true);
    const other = (edit.documentChanges as TextDocumentEdit[]).find(
      ({ textDocument }) => textDocument.uri !== editor.uri,
    );
    assert.equal(
      decodeURI(other?.textDocument.uri ?? '')
        .split('/')
        .at(-1),
      '细则.txt',
    );
    assert.deepEqual(other?.edits, [
      { range: { start: at(1, 14), end: at(1, 17) }, newText: '第三条', annotationId: 'others' },
    ]);
    assert.equal(edit.changeAnnotations?.['others']?.needsConfirmation, true);
  });

  it('renumbers again what was typed after that', async () => {
    await editor.type(TEXT.indexOf('第二条'), '第二条　新。\n');
    await editor.draft('renumber');
    await editor.type(editor.text.indexOf('第一条'), '第一条　最新。\n');
    await editor.draft('renumber');
    assert.equal(
      editor.text,
      '某市试验条例\n第一条　最新。\n第二条　甲。\n第三条　新。\n第四条　乙。\n第五条　依照第四条办理。\n',
    );
  });

  it('inserts an article, and puts the caret where one goes on typing', async () => {
    await editor.draft('insertArticle', at(1, 5));
    assert.equal(editor.text, '某市试验条例\n第一条　甲。\n第二条　\n第三条　乙。\n第四条　依照第三条办理。\n');
    assert.deepEqual((await editor.shown.first('a document to be shown', () => true)).selection, {
      start: at(2, 4),
      end: at(2, 4),
    });
  });

  it('says which citations are left to be decided', async () => {
    await editor.draft('removeProvision', at(2, 1));
    assert.match(
      await editor.messages.first('a message', () => true),
      /^有 2 处引用需要人工确认：.*条例\.txt 第 3 行：“第二条”所引的第二条已删除/,
    );
  });

  it('says that there is nothing to do', async () => {
    await editor.draft('renumber');
    assert.equal(await editor.messages.first('a message', () => true), '编号和引用都没有需要整理的');
  });

  it('offers 整理编号 once something has changed, and the operations that are possible', async () => {
    const ask = (only?: string[]): Promise<CodeAction[]> =>
      editor.client.request('textDocument/codeAction', {
        textDocument: { uri: editor.uri },
        range: { start: at(1, 5), end: at(1, 5) },
        context: { diagnostics: [], ...(only && { only }) },
      });
    const titles = (await ask()).map(({ title }) => title);
    assert.deepEqual(titles, [
      '在本条后插入一条',
      '在本款后插入一款',
      '在本款中插入一项',
      '删除本条',
      '下移本条',
      '与后一条合并',
    ]);
    await editor.type(TEXT.indexOf('第二条'), '第×条　新。\n');
    assert.equal(
      (await ask()).some(({ title }) => title === '整理编号'),
      true,
    );
    const [action] = await ask(['source.fixAll']);
    const resolved = await editor.client.request<CodeAction>('codeAction/resolve', action);
    const own = (resolved.edit?.documentChanges as TextDocumentEdit[]).find(
      ({ textDocument }) => textDocument.uri === editor.uri,
    );
    assert.deepEqual(
      own?.edits.map((edit) => 'newText' in edit && edit.newText),
      ['第二条', '第三条', '第四条', '第三条'],
    );
  });

  it('marks a citation whose provision has moved until the text is renumbered, which its quick fix does', async () => {
    const marked = async (): Promise<Diagnostic | undefined> => {
      const { items = [] } = await editor.client.request<{ items?: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri: editor.uri },
      });
      return items.find(({ code }) => code === 'citation/moved');
    };
    assert.equal(await marked(), undefined);
    await editor.type(TEXT.indexOf('第二条'), '第二条　新。\n');
    const mark = await marked();
    assert.equal(mark?.message, '“第二条”所指的条文现为第三条。');
    assert.deepEqual(mark.range, { start: at(4, 6), end: at(4, 9) });
    const actions = await editor.client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: editor.uri },
      range: mark.range,
      context: { diagnostics: [mark] },
    });
    const renumbering = actions.filter(({ title }) => title === '整理编号');
    assert.deepEqual(
      renumbering.map(({ kind, isPreferred, diagnostics }) => [kind, isPreferred, diagnostics?.length]),
      [['quickfix', true, 1]],
    );
    await editor.client.request('workspace/executeCommand', renumbering[0]?.command);
    assert.equal(editor.text, '某市试验条例\n第一条　甲。\n第二条　新。\n第三条　乙。\n第四条　依照第三条办理。\n');
    assert.equal(await marked(), undefined);
  });

  it('offers to rewrite citations in other texts that were not confirmed with the rest', async () => {
    await editor.type(TEXT.indexOf('第二条'), '第二条　新。\n');
    editor.answer = '改写';
    await editor.draft('renumber');
    assert.match(
      await editor.questions.first('a question', () => true),
      /^其他文件中还有 1 处引用没有随之改写：细则\.txt$/,
    );
    const { edit } = await editor.edits.first(
      'the other edit',
      ({ edit: { changeAnnotations } }) => !changeAnnotations,
    );
    const [other] = edit.documentChanges as TextDocumentEdit[];
    assert.deepEqual(other?.edits, [{ range: { start: at(1, 14), end: at(1, 17) }, newText: '第三条' }]);
  });

  it('changes no text of the bundled corpus', async () => {
    const client = editor.client;
    await client.open('untitled:草案', '根据《内蒙古自治区促进边境地区高质量发展条例》第二条，制定。');
    await client.request('workspace/executeCommand', {
      command: DRAFT,
      arguments: ['file:///nowhere.txt', 'renumber'],
    });
    assert.equal(await editor.messages.first('a message', () => true), '这里没有可以改动的法规文本');
  });
});
