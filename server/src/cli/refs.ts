import type { Command } from 'commander';
import type { Range } from 'vscode-languageserver';
import type { Target } from '../citations/coordinates.js';
import type { Mention } from '../citations/resolve.js';
import { say } from '../features/locale.js';
import type { RegulationDocument } from '../library/document.js';
import type { Resolution } from '../library/library.js';
import { ARGUMENTS, type CommonOptions } from './commonOptions.js';
import { placeText } from './places.js';
import type { Terminal } from './terminal.js';
import { Texts, type GivenText } from './texts.js';

interface Options extends CommonOptions {
  readonly json?: boolean;
}

/** A citation as `refs --json` prints it. */
interface Ref {
  readonly range: Range;
  readonly text: string;
  /** `self`, or the full title of the instrument cited. */
  readonly doc: string;
  readonly targets: readonly Target[];
  /** The second end of a range. */
  readonly range_end?: true;
  /** What it points to is not there, though the text of the instrument is. */
  readonly dangling?: true;
  /** Where it leads, in the order of the targets; empty where no text of the instrument is at hand. */
  readonly resolved: readonly { readonly file: string; readonly range: Range }[];
}

/** `tiaowen refs FILE…`: every citation of texts, with what it points at. */
export function addRefs(program: Command, terminal: Terminal): void {
  program
    .command('refs')
    .description(
      say(terminal.locale, {
        zh: '列出文本中的引用及其所指',
        en: 'list the citations of texts and what they point at',
      }),
    )
    .argument('<FILE...>', say(terminal.locale, ARGUMENTS.text))
    .option('--json', say(terminal.locale, { zh: '输出 JSON', en: 'print JSON' }))
    .action(async (files: string[], _options, command: Command) => {
      const { json, encoding, library } = command.optsWithGlobals<Options>();
      const texts = new Texts(terminal, encoding);
      const given: GivenText[] = [];
      for (const file of files) {
        const text = await texts.read(file);
        if (text) given.push(text);
      }
      await texts.addLibrary(library);
      if (json) await terminal.printArray(refsOfAll(texts, given));
      else
        for await (const { file, refs } of refsOfAll(texts, given))
          refs.forEach((ref) => terminal.printText(lineOf(file, ref)));
    });

  async function* refsOfAll(texts: Texts, given: readonly GivenText[]): AsyncGenerator<{ file: string; refs: Ref[] }> {
    for (const text of given) {
      yield { file: text.name, refs: refsOf(texts, texts.document(text)) };
      await texts.pause();
    }
  }

  /** For people: 草案.txt:12:5 《条例》第三条 → 条例.txt:9:1 */
  function lineOf(file: string, { range, text, resolved, dangling }: Ref): string {
    const places = resolved.map((place) => placeText(place.file, place.range.start));
    const nowhere = dangling
      ? { zh: '（所指不存在）', en: '(does not exist)' }
      : { zh: '（没有所引文本）', en: '(no text at hand)' };
    const where = places.length > 0 && !dangling ? places.join(' ') : say(terminal.locale, nowhere);
    return `${placeText(file, range.start)} ${text.replace(/\s+/g, ' ')} → ${where}`;
  }
}

function refsOf(texts: Texts, document: RegulationDocument): Ref[] {
  return texts.library.citationsOf(document).mentions.map((mention) => {
    const resolution = texts.library.resolve(document, mention);
    return {
      range: document.rangeOf(mention),
      text: document.characters.slice(mention.start, mention.end),
      doc: mention.doc,
      targets: mention.targets,
      ...(mention.rangeEnd && { range_end: true }),
      ...(isDangling(mention, resolution) && { dangling: true }),
      resolved: placesOf(texts, resolution),
    };
  });
}

/** Whether a citation points to nothing: the provision is not there, or there is none that it could mean. */
function isDangling({ targets }: Mention, { state }: Resolution): boolean {
  return state === 'missing-provision' || state === 'nothing-before' || (state === 'unknown' && targets.length === 0);
}

function placesOf(texts: Texts, resolution: Resolution): Ref['resolved'] {
  if (resolution.state !== 'found') return [];
  return resolution.places.map(({ document, node }) => ({
    file: texts.nameOf(document.uri),
    range: document.rangeOf(node.range),
  }));
}
