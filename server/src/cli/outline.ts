import type { Command } from 'commander';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols } from '../features/documentSymbol.js';
import { say } from '../features/locale.js';
import { outline } from '../features/outline.js';
import type { RegulationDocument } from '../library/document.js';
import { ARGUMENTS, type CommonOptions } from './commonOptions.js';
import type { Terminal } from './terminal.js';
import { Texts } from './texts.js';

interface Options extends CommonOptions {
  readonly json?: boolean;
}

/** `tiaowen outline FILE`: the structure of a text. */
export function addOutline(program: Command, terminal: Terminal): void {
  program
    .command('outline')
    .description(say(terminal.locale, { zh: '显示一个文本的结构', en: 'show the structure of a text' }))
    .argument('<FILE>', say(terminal.locale, ARGUMENTS.text))
    .option('--json', say(terminal.locale, { zh: '输出 JSON', en: 'print JSON' }))
    .action(async (file: string, _options, command: Command) => {
      const { json, encoding } = command.optsWithGlobals<Options>();
      const texts = new Texts(terminal, encoding);
      const text = await texts.read(file);
      if (!text) return;
      const document = texts.document(text);
      if (json) terminal.print(JSON.stringify(outline(document)));
      else for (const line of linesOf(document)) terminal.printText(line);
    });
}

/** The outline for people: title, notes, and a line for each provision, indented by its depth. */
function* linesOf(document: RegulationDocument): Generator<string> {
  if (document.title) yield document.title;
  yield* document.notes;
  yield* linesOfSymbols(documentSymbols(document, 'in details'), '');
}

function* linesOfSymbols(symbols: readonly DocumentSymbol[], indentation: string): Generator<string> {
  for (const { name, detail, children } of symbols) {
    yield `${indentation}${name}${detail ? `　${detail}` : ''}`;
    yield* linesOfSymbols(children ?? [], `${indentation}  `);
  }
}
