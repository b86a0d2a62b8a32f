import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { untilAction } from './codeActions';
import {
  caretIn,
  closeAll,
  rangeOf,
  REGULATION,
  restoreAll,
  show,
  showDocument,
  showText,
  untilCaret,
  untilText,
  writeFile,
} from './editor';
import { codeOf, diagnosticsOf } from './problems';
import { until, untilPasses } from './until';

const LINES = [
  '某市试验条例',
  '第一条　甲。',
  '第二条　有下列情形之一的，责令改正：',
  '（一）子；',
  '（二）丑。',
  '第三条　违反第一条、第二条第二项规定的，责令改正。',
  '',
];
const TEXT = LINES.join('\n');

/** Opens a text in an editor, with the caret behind the first character of some words. */
async function open(content: string, words: string): Promise<vscode.TextEditor> {
  const editor = await showText(content);
  putCaret(editor, caretIn(editor.document, words));
  return editor;
}

function putCaret(editor: vscode.TextEditor, caret: vscode.Position): void {
  editor.selection = new vscode.Selection(caret, caret);
}

/** The text of an editor with `|` where its caret is. */
function withCaret({ document, selection }: vscode.TextEditor): string {
  const text = document.getText();
  const caret = document.offsetAt(selection.active);
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

/** Runs a command whose edit of other files is to be confirmed, and confirms it. */
async function confirmed(command: string, isDone: () => boolean): Promise<void> {
  const run = vscode.commands.executeCommand(command);
  await until('the confirmed edit', async () => {
    if (!isDone()) await vscode.commands.executeCommand('refactorPreview.apply');
    return isDone();
  });
  await run;
}

describe('drafting', () => {
  afterEach(restoreAll);
  after(closeAll);

  /** Each with the words in which the caret stands, and the lines that come out, `|` where one goes on typing. */
  for (const [operation, words, ...expected] of [
    [
      'insertArticle',
      '甲。',
      '第一条　甲。',
      '第二条　|',
      '第三条　有下列情形之一的，责令改正：',
      '（一）子；',
      '（二）丑。',
      '第四条　违反第一条、第三条第二项规定的，责令改正。',
    ],
    ['insertParagraph', '违反', ...LINES.slice(1, 6), '|'],
    [
      'insertItem',
      '子；',
      ...LINES.slice(1, 4),
      '（二）|',
      '（三）丑。',
      '第三条　违反第一条、第二条第三项规定的，责令改正。',
    ],
    [
      'removeProvision',
      '子；',
      ...LINES.slice(1, 3),
      '|（一）丑。',
      '第三条　违反第一条、第二条第一项规定的，责令改正。',
    ],
    [
      'moveUp',
      '有下列',
      '第一条　有|下列情形之一的，责令改正：',
      '（一）子；',
      '（二）丑。',
      '第二条　甲。',
      '第三条　违反第二条、第一条第二项规定的，责令改正。',
    ],
    [
      'moveDown',
      '子；',
      ...LINES.slice(1, 3),
      '（一）丑；',
      '（二）子|。',
      '第三条　违反第一条、第二条第一项规定的，责令改正。',
    ],
    ['split', '，责令改正。', ...LINES.slice(1, 5), '第三条　违反第一条、第二条第二项规定的，', '第四条　|责令改正。'],
    [
      'merge',
      '甲。',
      '第一条　甲。',
      '|有下列情形之一的，责令改正：',
      '（一）子；',
      '（二）丑。',
      '第二条　违反第一条第一款、第一条第二项规定的，责令改正。',
    ],
  ] as const) {
    it(`${operation} leaves the caret where one goes on typing; one undo takes all of it back`, async () => {
      const editor = await open(TEXT, words);
      await vscode.commands.executeCommand(`tiaowen.${operation}`);
      await untilPasses(() => assert.equal(withCaret(editor), ['某市试验条例', ...expected, ''].join('\n')));
      await vscode.commands.executeCommand('undo');
      await untilText(editor.document, TEXT);
    });
  }

  it('keeps the line ends of a text, and its history', async () => {
    const text = LINES.join('\r\n');
    const editor = await open(text, '甲。');
    await vscode.commands.executeCommand('tiaowen.insertArticle');
    await untilCaret(editor, new vscode.Position(2, 4));
    await vscode.commands.executeCommand('type', { text: '新。' });
    await untilText(
      editor.document,
      text
        .replace('第二条　有', '第二条　新。\r\n第三条　有')
        .replace('第三条　违反第一条、第二条', '第四条　违反第一条、第三条'),
    );
    for (let step = 0; step < 3 && editor.document.getText() !== text; step++) {
      await vscode.commands.executeCommand('undo');
    }
    await untilText(editor.document, text);
  });

  it('marks a citation whose article has moved until 整理编号, which its quick fix does', async () => {
    const { document } = await open('某市试验条例\n第一条　甲。\n第二条　乙。\n第三条　依照第二条办理。\n', '乙。');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), '第二条　新。\n');
    await vscode.workspace.applyEdit(edit);
    const marks = (): string[] =>
      diagnosticsOf(document)
        .filter((each) => codeOf(each) === 'citation/moved')
        .map(({ range }) => document.getText(range));
    await until('the mark', marks);
    assert.equal(marks().length, 1);
    const quickFix = vscode.CodeActionKind.QuickFix.value;
    const place = rangeOf(document, '第二条办理');
    const fix = await untilAction(document, place, quickFix, ({ isPreferred }) => isPreferred === true);
    assert.ok(fix.command);
    await vscode.commands.executeCommand(fix.command.command, ...((fix.command.arguments ?? []) as unknown[]));
    await untilText(document, '某市试验条例\n第一条　甲。\n第二条　新。\n第三条　乙。\n第四条　依照第三条办理。\n');
    await until('no mark', () => marks().length === 0);
  });

  describe('with another file that cites the text', () => {
    let before: string;
    let after: string;
    let editor: vscode.TextEditor;
    let rules: vscode.TextDocument;
    let rulesBefore: string;

    /** Opens the texts of a county, a new one for each test, so that they have no history, and types an article. */
    async function typeArticle(county: string): Promise<void> {
      before = `${county}试验办法\n第一条　甲。\n第二条　乙。\n第三条　依照第二条办理。\n第六条　戊。\n`;
      after = `${county}试验办法\n第一条　甲。\n第二条　新。\n第三条　乙。\n第四条　依照第三条办理。\n第五条　戊。\n`;
      rulesBefore = `${county}试验办法实施细则\n第一条　根据《${county}试验办法》第二条，制定本细则。\n`;
      rules = await vscode.workspace.openTextDocument(await writeFile(`${county}试验办法实施细则.txt`, rulesBefore));
      editor = await showDocument(await show(await writeFile(`${county}试验办法.txt`, before)));
      await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '第二条　新。\n'));
    }
    afterEach(async () => {
      for (const document of [editor.document, rules]) {
        await document.save();
        await vscode.workspace.fs.delete(document.uri);
      }
    });

    it('整理编号 as a source action rewrites both', async () => {
      await typeArticle('甲县');
      const { document } = editor;
      const action = await untilAction(document, editor.selection, 'source.fixAll.numbering');
      assert.ok(action.edit);
      assert.equal(action.kind?.value, 'source.fixAll.numbering');
      // Without its annotations, by which an editor asks before it changes the other file.
      const edit = new vscode.WorkspaceEdit();
      for (const [uri, edits] of action.edit.entries()) edit.set(uri, edits);
      await vscode.workspace.applyEdit(edit);
      await untilText(document, after);
      await untilText(rules, rulesBefore.replace('第二条', '第三条'));
    });

    it('整理编号 as a command asks before it changes the other one', async () => {
      await typeArticle('乙县');
      await confirmed('tiaowen.renumber', () => editor.document.getText() === after);
      assert.equal(rules.getText(), rulesBefore);
    });

    it('整理编号 of a selection leaves the numbers outside of it', async () => {
      await typeArticle('丙县');
      editor.selection = new vscode.Selection(2, 0, 4, 6);
      const expected = after.replace('第五条', '第六条');
      await confirmed('tiaowen.renumber', () => editor.document.getText() === expected);
    });
  });

  it('leaves a text alone that is not the user’s', async () => {
    const regulation = await show(REGULATION);
    const text = regulation.getText();
    await vscode.commands.executeCommand('tiaowen.insertArticle');
    assert.equal(regulation.getText(), text);
  });
});
