import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

const DRAFT = '内蒙古自治区边境口岸管理实施细则.law.txt';
const RULES = '示范县农贸市场管理办法.txt';
const REGULATION = 'tiaowen-corpus:/内蒙古自治区促进边境地区高质量发展条例.txt';

function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the suite runs in a workspace');
  return vscode.Uri.joinPath(folder.uri, name);
}

async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The place of words in a document: the character behind their first one, where a caret would be put. */
function at(document: vscode.TextDocument, words: string, nth = 0): vscode.Position {
  let offset = -1;
  for (let count = 0; count <= nth; count++) offset = document.getText().indexOf(words, offset + 1);
  assert.ok(offset >= 0, `no “${words}” in the text`);
  return document.positionAt(offset + 1);
}

async function textAt(uri: vscode.Uri, range: vscode.Range): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText(range);
}

/** The Markdown of a hover. */
function textOf({ contents }: vscode.Hover): string {
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

function codesOf(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));
}

describe('in a draft', () => {
  let draft: vscode.TextDocument;
  beforeEach(async () => {
    draft = await show(fileUri(DRAFT));
  });

  it('the outline has chapters, articles and items', async () => {
    const symbols = await until('the outline', () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', draft.uri),
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['第一章 总则', '第二章 管理'],
    );
    const fourth = symbols[1]?.children[0];
    assert.equal(fourth?.name, '第四条');
    assert.deepEqual(
      fourth?.children.map(({ name }) => name),
      ['（一）', '（二）'],
    );
  });

  it('the slips arrive as problems, with codes, severities and related places', async () => {
    const expected = ['citation/dangling', 'citation/nothing-before', 'numbering/gap', 'numbering/non-canonical'];
    await until('the problems', () => expected.every((code) => codesOf(draft.uri).includes(code)));
    const problems = vscode.languages.getDiagnostics(draft.uri);
    const dangling = problems.find(({ range }) => draft.getText(range) === '第八十条');
    assert.equal(dangling?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(dangling.message, /73/);
    assert.equal(dangling.source, '条文');
    const gap = problems.find(({ code }) => code === 'numbering/gap');
    assert.ok(gap?.relatedInformation?.some(({ location }) => draft.getText(location.range) === '第四条'));
  });

  it('a citation leads into the read-only regulation, to the very paragraph', async () => {
    const [link] = await until('the definition', () =>
      vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        draft.uri,
        at(draft, '第十二条第二款'),
      ),
    );
    assert.ok(link);
    assert.equal(decodeURIComponent(link.targetUri.toString()), REGULATION);
    assert.equal(draft.getText(link.originSelectionRange), '第十二条第二款');
    assert.match(
      await textAt(link.targetUri, link.targetRange),
      /^旗县级以上人民政府及其有关部门应当推动边境地区打造各民族/,
    );
  });

  it('a citation leads within the draft, and to another file of the workspace by its title', async () => {
    const [own] = await until('the definition', () =>
      vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        draft.uri,
        at(draft, '前款规定的'),
      ),
    );
    assert.match(
      await textAt(draft.uri, own?.targetRange ?? new vscode.Range(0, 0, 0, 0)),
      /^口岸所在的旗市区应当落实/,
    );
    const [other] = await until('the definition in the other file', () =>
      vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        draft.uri,
        at(draft, '第三条第一项'),
      ),
    );
    assert.equal(other?.targetUri.toString(), fileUri(RULES).toString());
    assert.equal(await textAt(other.targetUri, other.targetRange), '（一）建立进货查验制度；');
  });

  it('a hover shows what is cited, and its link opens it there', async () => {
    const [hover] = await until('the hover', () =>
      vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        draft.uri,
        at(draft, '第十二条第二款'),
      ),
    );
    const markdown = hover ? textOf(hover) : '';
    assert.match(markdown, /内蒙古自治区促进边境地区高质量发展条例》\*\* 第二章 › 第十二条第二款/);
    assert.match(markdown, /应当推动边境地区打造各民族共同团结奋斗/);
    const link = /\(command:tiaowen\.openProvision\?([^)]*)\)/.exec(markdown)?.[1];
    assert.ok(link, `no command link in ${markdown}`);
    await vscode.commands.executeCommand(
      'tiaowen.openProvision',
      ...(JSON.parse(decodeURIComponent(link)) as unknown[]),
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(decodeURIComponent(editor.document.uri.toString()), REGULATION);
    const line = editor.document.lineAt(editor.selection.active.line).text;
    assert.match(line, /^旗县级以上人民政府及其有关部门应当推动边境地区打造/);
  });

  it('references of an article include the range that spans it', async () => {
    const locations = await until('the references', () =>
      vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        draft.uri,
        at(draft, '第三条　'),
      ),
    );
    assert.deepEqual(
      locations.map(({ range }) => draft.getText(range)),
      ['第三条', '第二条至第四条'],
    );
  });

  it('a quick fix mends what it is offered for, and the problem goes', async () => {
    const before = draft.getText();
    await until('the problem', () => codesOf(draft.uri).includes('numbering/non-canonical'));
    const range = new vscode.Range(at(draft, '第一十五条'), at(draft, '第一十五条'));
    const action = await until('the quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        draft.uri,
        range,
      );
      return actions.find(({ kind, edit }) => kind?.value === 'quickfix' && edit !== undefined);
    });
    assert.ok(action.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(draft.getText(), before.replace('第一十五条', '第十五条'));
    await until('the problem is gone', () => !codesOf(draft.uri).includes('numbering/non-canonical'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('folding, highlights, selections and colours follow the structure', async () => {
    const folds = await until('the folding', () =>
      vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', draft.uri),
    );
    assert.ok(folds.some(({ start, end }) => /^第一章/.test(draft.lineAt(start).text) && end > start));
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      draft.uri,
      at(draft, '《条例》第十二条'),
    );
    assert.ok(highlights.length >= 3);
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      draft.uri,
      [at(draft, '公开服务')],
    );
    const selected: string[] = [];
    for (let each = selection; each; each = each.parent as vscode.SelectionRange)
      selected.push(draft.getText(each.range));
    assert.ok(selected.some((text) => text.startsWith('（一）公开服务事项；')));
    assert.ok(selected.some((text) => text.startsWith('第四条') && text.endsWith('查验。')));
    const tokens = await until('the semantic tokens', () =>
      vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', draft.uri),
    );
    assert.ok(tokens.data.length > 0);
  });
});

describe('in the workspace', () => {
  it('titles, headings and articles are found by name', async () => {
    await show(fileUri(DRAFT));
    const symbols = await until('the symbols', () =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '口岸管理'),
    );
    assert.ok(symbols.some(({ location }) => location.uri.toString() === fileUri(DRAFT).toString()));
  });

  it('a file made after the start is found by its title', async () => {
    const uri = fileUri('新增规定.law.txt');
    const draft = await show(fileUri(DRAFT));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('示范县新增规定\n第一条　甲。\n第二条　乙。\n'));
    try {
      const end = draft.lineAt(draft.lineCount - 1).range.end;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(draft.uri, end, '\n第十六条　依照《示范县新增规定》第二条。');
      await vscode.workspace.applyEdit(edit);
      const [link] = await until('the definition in the new file', () =>
        vscode.commands.executeCommand<vscode.LocationLink[]>(
          'vscode.executeDefinitionProvider',
          draft.uri,
          at(draft, '第二条。'),
        ),
      );
      assert.equal(link?.targetUri.toString(), uri.toString());
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('the features go on after the server was restarted', async () => {
    const draft = await show(fileUri(DRAFT));
    await vscode.commands.executeCommand('tiaowen.restartServer');
    const symbols = await until('the outline', () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', draft.uri),
    );
    assert.equal(symbols.length, 2);
  });
});

describe('in the read-only regulation', () => {
  it('the outline has 9 chapters and 73 articles, and a number tells who cites it', async () => {
    const document = await show(vscode.Uri.parse(REGULATION));
    const chapters = await until('the outline', () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
    );
    assert.equal(chapters.length, 9);
    assert.equal(
      chapters.reduce((sum, { children }) => sum + children.length, 0),
      73,
    );
    await until('the draft among those who cite it', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at(document, '第十二条　'),
      );
      return hovers.map(textOf).join().includes('口岸管理实施细则');
    });
  });
});
