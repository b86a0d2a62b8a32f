import assert from 'node:assert/strict';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { prepareRename, rename, type RenameOptions } from '../../server/src/features/rename.js';
import { fixture } from '../support/fixture.js';

const OPTIONS: RenameOptions = {
  locale: 'zh',
  takesDocumentChanges: true,
  takesChangeAnnotations: true,
  isEditable: () => true,
};

const LAW = `
  === 条例.law.txt
  某市试验条例
  第一条　依照第二条、第三条办理。
  第二$$条　乙。
  第三条　依照前条办理。
  === 细则.law.txt
  某市试验条例实施细则
  第一条　依照《某市试验条例》第二条第一款办理。
`;

describe('rename of the number of an article', () => {
  it('offers the number', () => {
    const { library, document, position } = fixture(LAW);
    assert.equal(prepareRename(library, document, position)?.placeholder, '第二条');
  });

  it('takes every citation of it along, and leaves the other numbers', () => {
    const at = fixture(LAW);
    const { library, document, position } = at;
    const edit = rename(library, document, position, '第二条之一', OPTIONS);
    const textOf = (name: string): string => {
      const { textDocument } = at.file(name);
      const own = (edit.documentChanges as TextDocumentEdit[]).find(
        (each) => each.textDocument.uri === textDocument.uri,
      );
      return TextDocument.applyEdits(textDocument, (own?.edits ?? []) as TextEdit[]).trim();
    };
    assert.equal(
      textOf('条例.law.txt'),
      '某市试验条例\n第一条　依照第二条之一、第三条办理。\n第二条之一　乙。\n第三条　依照前条办理。',
    );
    assert.match(textOf('细则.law.txt'), /《某市试验条例》第二条之一第一款办理/);
  });

  it('refuses a number that there is already, and what is no number', () => {
    const { library, document, position } = fixture(LAW);
    assert.throws(() => rename(library, document, position, '三', OPTIONS), /已经有第三条/);
    assert.throws(() => rename(library, document, position, '附则', OPTIONS), /应为条的序号/);
  });
});
