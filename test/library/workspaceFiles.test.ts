import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { CancellationToken, type FileEvent } from 'vscode-languageserver';
import type { Encoding } from '../../server/src/library/decode.js';
import { RegulationDocument } from '../../server/src/library/document.js';
import { isRegulationFile } from '../../server/src/library/files.js';
import { Library } from '../../server/src/library/library.js';
import { textOf } from '../../server/src/library/readText.js';
import { drawLibrary } from '../support/drawLibrary.js';
import { lawText } from '../support/lawTexts.js';
import { events, Run, uriOf } from '../support/run.js';
import { TemporaryFolder } from '../support/temporaryFolder.js';

/** Below a workspace, of which regulations are taken, and whose folder 库 is a folder of the library as well. */
const FOLDERS = ['', '下', '库', '库/下'];
const NAMES = ['甲条例.txt', '乙（2021-01-02）.txt', '丙.law.txt'];

type Encoded = 'utf-8' | 'utf-16le' | 'utf-16be with a mark';

/** What happens on the disk, to the editor, and to the program. */
type Step =
  | {
      readonly kind: 'write';
      readonly file: string;
      readonly text: string;
      readonly encoded: Encoded;
      readonly now: boolean;
    }
  | { readonly kind: 'touch' | 'delete' | 'delete folder'; readonly file: string }
  | { readonly kind: 'rename' | 'rename folder'; readonly file: string; readonly to: string }
  /** The editor tells of what has happened since it last did. */
  | { readonly kind: 'tell' }
  | { readonly kind: 'load' | 'keep' | 'restart' | 'ask' }
  | { readonly kind: 'encoding'; readonly encoding: Encoding | 'auto' }
  | { readonly kind: 'folders'; readonly workspace: boolean; readonly library: boolean };

const file = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES))
  .map((parts) => parts.filter(Boolean).join('/'));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      file,
      text: lawText,
      encoded: fc.constantFrom<Encoded>('utf-8', 'utf-8', 'utf-16le', 'utf-16be with a mark'),
      now: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('touch' as const, 'delete' as const, 'delete folder' as const),
      file,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('rename' as const, 'rename folder' as const), file, to: file }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('tell' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('load' as const, 'keep' as const, 'restart' as const, 'ask' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({
        kind: fc.constant('encoding' as const),
        encoding: fc.constantFrom<Encoding | 'auto'>('auto', 'utf-8', 'utf-16le'),
      }),
      fc.record({ kind: fc.constant('folders' as const), workspace: fc.boolean(), library: fc.boolean() }),
    ),
  },
);

/** A disk, an editor that tells of it, and a program that is started again and again. */
class World {
  /** Whether the program has been told of all that has happened since it last looked at the files itself. */
  isInStep = false;
  private run: Run;
  private told: FileEvent[] = [];
  private encoding: Encoding | 'auto' = 'auto';
  private hasWorkspace = true;
  private hasLibrary = true;
  private clock = 1_600_000_000;

  constructor(
    private readonly root: string,
    private readonly storage: string,
  ) {
    this.run = new Run(storage);
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'write':
        return this.write(step);
      case 'touch':
        if (!existsSync(this.at(step.file))) return;
        this.stamp(step.file, false);
        return this.happened(...events('Changed', this.at(step.file)));
      case 'delete':
        return this.remove(step.file);
      case 'delete folder':
        return this.remove(path.dirname(step.file));
      case 'rename':
        return this.rename(step.file, step.to);
      case 'rename folder':
        return this.rename(path.dirname(step.file), path.dirname(step.to));
      case 'tell':
        return this.tell();
      case 'load':
        return this.load();
      case 'keep':
        await this.run.keepCitations();
        return;
      case 'restart':
        this.run = await this.start();
        this.isInStep = false;
        return;
      case 'ask':
        drawLibrary(this.run.library);
        return;
      case 'encoding':
        this.encoding = step.encoding;
        await this.use(this.run);
        this.isInStep = false;
        return;
      case 'folders':
        this.hasWorkspace = step.workspace;
        this.hasLibrary = step.library;
        await this.use(this.run);
        this.isInStep = false;
    }
  }

  async tell(): Promise<void> {
    const told = this.told;
    this.told = [];
    await this.run.follow(told);
  }

  async load(): Promise<void> {
    await this.run.files.load(() => undefined, CancellationToken.None);
    this.isInStep = true;
  }

  /** Whether there is something that the program has not been told of. */
  get isBehind(): boolean {
    return this.told.length > 0;
  }

  async check(): Promise<void> {
    assert.deepEqual(drawLibrary(this.run.library), drawLibrary(await this.fresh()));
    assert.deepEqual(
      this.run.said.filter((line) => line.startsWith('storage')),
      [],
    );
  }

  private async start(): Promise<Run> {
    const run = new Run(this.storage);
    await this.use(run);
    return run;
  }

  private async use(run: Run): Promise<void> {
    await run.useAll({
      workspaceFolders: this.hasWorkspace ? [uriOf(this.root)] : [],
      libraryFolders: this.hasLibrary ? [uriOf(this.at('库'))] : [],
      encoding: this.encoding,
    });
  }

  /** A library that was made from the files as they are. */
  private async fresh(): Promise<Library> {
    const library = new Library();
    for (const name of readdirSync(this.root, { recursive: true, encoding: 'utf8' }).sort()) {
      const isOfLibrary = this.hasLibrary && name.startsWith(`库${path.sep}`);
      const uri = uriOf(this.at(name));
      if (!name.endsWith('.txt') || !(isOfLibrary || (this.hasWorkspace && isRegulationFile(uri)))) continue;
      try {
        const { text } = await textOf(readFileSync(this.at(name)), uri, this.encoding);
        library.putFile(RegulationDocument.of(uri, text));
      } catch {
        // What is no text in that encoding is in no library.
      }
    }
    return library;
  }

  private write({ file, text, encoded, now }: Extract<Step, { kind: 'write' }>): void {
    const isNew = !existsSync(this.at(file));
    mkdirSync(path.dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), bytesOf(text, encoded));
    this.stamp(file, now);
    this.happened(...events(isNew ? 'Created' : 'Changed', this.at(file)));
  }

  /** Either a time that no file had before, or that of all that was written within one tick of the clock. */
  private stamp(file: string, now: boolean): void {
    const time = now ? NOW : ++this.clock;
    utimesSync(this.at(file), time, time);
  }

  private remove(name: string): void {
    if (name === '.' || !existsSync(this.at(name))) return;
    rmSync(this.at(name), { recursive: true });
    this.happened(...events('Deleted', this.at(name)));
  }

  /** Over what was there before, as an editor does it. */
  private rename(name: string, to: string): void {
    if ([name, to].includes('.') || to.startsWith(name) || name.startsWith(to) || !existsSync(this.at(name))) return;
    const isThere = existsSync(this.at(to));
    if (isThere) rmSync(this.at(to), { recursive: true });
    mkdirSync(path.dirname(this.at(to)), { recursive: true });
    renameSync(this.at(name), this.at(to));
    this.happened(
      ...(isThere ? events('Deleted', this.at(to)) : []),
      ...events('Deleted', this.at(name)),
      ...events('Created', this.at(to)),
    );
  }

  private happened(...told: FileEvent[]): void {
    this.told.push(...told);
  }

  private at(name: string): string {
    return path.join(this.root, name);
  }
}

/** The clock has not gone on since: a time in the future is younger than any reading. */
const NOW = Math.floor(Date.now() / 1000) + 24 * 3600;

function bytesOf(text: string, encoded: Encoded): Uint8Array {
  switch (encoded) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be with a mark':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  }
}

describe('the library that follows files', function () {
  this.timeout(120_000);
  const temporary = new TemporaryFolder();

  it('is the one that the files make, whatever happened to them and to the program', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const base = path.join(temporary.path, String(++count));
        mkdirSync(path.join(base, '工作区'), { recursive: true });
        const world = new World(path.join(base, '工作区'), path.join(base, 'storage'));
        await world.take({ kind: 'restart' });
        for (const each of steps) {
          await world.take(each);
          if (world.isInStep && !world.isBehind) await world.check();
        }
        // What is told late changes nothing.
        await world.load();
        await world.check();
        await world.tell();
        await world.check();
        rmSync(base, { recursive: true });
      }),
      { numRuns: 100 },
    );
  });
});
