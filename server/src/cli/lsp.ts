import { Option, type Command } from 'commander';
import { createConnection, ProposedFeatures, StreamMessageWriter } from 'vscode-languageserver/node';
import { say } from '../features/locale.js';
import { MessageEncoding } from '../messageEncoding.js';
import type { CommonOptions } from './commonOptions.js';
import { startLanguageServer } from './languageServer.js';
import type { Terminal } from './terminal.js';

interface Options extends CommonOptions {
  readonly lang?: string;
}

/** `tiaowen lsp --stdio`: the language server for any editor. It ends with its client. */
export function addLsp(program: Command, terminal: Terminal): void {
  program
    .command('lsp')
    .description(say(terminal.locale, { zh: '语言服务，供各种编辑器使用', en: 'the language server, for any editor' }))
    .requiredOption(
      '--stdio',
      say(terminal.locale, { zh: '经标准输入输出通信', en: 'communicate over stdin and stdout' }),
    )
    // Clients of VS Code's library pass it; the connection reads it by itself.
    .addOption(new Option('--clientProcessId <ID>').hideHelp())
    .action(async (_options, command: Command) => {
      const { library, encoding, lang } = command.optsWithGlobals<Options>();
      const writer = new StreamMessageWriter(process.stdout, { contentTypeEncoder: new MessageEncoding() });
      // The connection takes a stream, at whose end it ends, and a writer, but is not declared to take both.
      const output = writer as unknown as NodeJS.WritableStream;
      startLanguageServer(createConnection(ProposedFeatures.all, process.stdin, output), {
        takesWritten: true,
        libraryFolders: library,
        encoding,
        ...(lang !== undefined && { locale: terminal.locale }),
      });
      // The connection ends the process.
      await new Promise(() => undefined);
    });
}
