import type { Command } from 'commander';
import { applied, type Edit } from '../drafting/edits.js';
import { draftWithPlaceholders } from '../drafting/placeholders.js';
import { renumber, type Renumbering } from '../drafting/renumber.js';
import type { Report } from '../drafting/reports.js';
import { say } from '../features/locale.js';
import type { RegulationDocument } from '../library/document.js';
import { ARGUMENTS, type CommonOptions } from './commonOptions.js';
import { placeText } from './places.js';
import type { Terminal } from './terminal.js';
import { Texts, type GivenText } from './texts.js';

interface Options extends CommonOptions {
  readonly json?: boolean;
  readonly write?: boolean;
}

/** `tiaowen renumber FILE…`: makes the numbers of texts right, with every citation of what gets another number. */
export function addRenumber(program: Command, terminal: Terminal): void {
  const text = (zh: string, en: string): string => say(terminal.locale, { zh, en });
  program
    .command('renumber')
    .description(
      text(
        '整理编号，并改写受影响的引用；序号写作占位符（第×条、（×））的是新增条文',
        'put numbers right and rewrite the citations concerned; provisions with a placeholder (第×条, （×）) are new',
      ),
    )
    .argument('<FILE...>', say(terminal.locale, ARGUMENTS.text))
    .option('--write', text('写回文件，不写则输出整理后的文本', 'write the files instead of printing the texts'))
    .option('--json', text('输出 JSON', 'print JSON'))
    .action(async (files: string[], _options, command: Command) => {
      const { json, write, encoding, library } = command.optsWithGlobals<Options>();
      const texts = new Texts(terminal, encoding);
      const given: GivenText[] = [];
      for (const file of files) {
        const read = await texts.read(file);
        if (read && !given.some(({ uri }) => uri === read.uri)) given.push(read);
      }
      await texts.addLibrary(library);
      const drafts = given.map((each) => draftWithPlaceholders(texts.document(each)));
      const result = renumber(texts.library, drafts, () => false);
      for (const report of result.reports) warn(texts, report);
      if (result.reports.some(({ isRefusal }) => isRefusal)) {
        terminal.refuse({
          zh: '同一序号有两个条文且被引用，没有整理：请先把其中新增的一个写作占位符（第×条）',
          en: 'two provisions have one number that is cited, so nothing was renumbered: head the new one with a placeholder (第×条)',
        });
        if (json)
          terminal.print(JSON.stringify(given.map((each) => resultOf(texts, each, { ...result, edits: new Map() }))));
        return;
      }
      if (result.reports.some(({ isOpen }) => isOpen)) terminal.hasFindings();
      if (json) terminal.print(JSON.stringify(given.map((each) => resultOf(texts, each, result))));
      for (const each of given) {
        const document = texts.document(each);
        const after = applied(document.text, editsOf(document, result)).text;
        if (write) {
          await texts.write(each, after);
        } else if (!json) {
          if (given.length > 1) terminal.print(`==> ${each.name} <==`);
          process.stdout.write(after);
        }
      }
    });

  function warn(texts: Texts, { uri, span, message }: Report): void {
    const document = texts.library.document(uri);
    const place = document ? placeText(texts.nameOf(uri), document.rangeOf(span).start) : texts.nameOf(uri);
    terminal.warn({ zh: `${place}：${message.zh}`, en: `${place}: ${message.en}` });
  }
}

function editsOf({ uri }: RegulationDocument, { edits }: Renumbering): readonly Edit[] {
  return edits.get(uri) ?? [];
}

/** A text as `renumber --json` prints it. */
function resultOf(texts: Texts, given: GivenText, result: Renumbering): object {
  const document = texts.document(given);
  const edits = editsOf(document, result);
  return {
    file: given.name,
    text: applied(document.text, edits).text,
    edits: edits.map(({ span, newText }) => ({ range: document.rangeOf(span), newText })),
    reports: result.reports
      .filter(({ uri }) => uri === document.uri)
      .map(({ span, message }) => ({ range: document.rangeOf(span), message: message.zh })),
  };
}
