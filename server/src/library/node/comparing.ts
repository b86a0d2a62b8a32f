import { stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isRegulationFile, isTextFile, TEXT_EXTENSIONS, type Stamp } from '../files.js';
import type { FolderToIndex } from '../textIndex.js';
import { Turns } from '../turns.js';
import { UnreadableError } from '../unreadable.js';
import { pathBelow, stampOf, walk } from './files.js';
import type { TextRecord } from './indexFormat.js';
import { leadsOutside } from './reach.js';

/** A file whose text has to be read. */
export interface Wanted {
  /** See {@link TextRecord}. */
  readonly name: string;
  readonly path: string;
  /** Of the bytes that were in it before. */
  readonly identity: string | undefined;
}

/** A file or folder that could not be looked at. Plain data. */
export interface Problem {
  readonly uri: string;
  readonly error: PlainError;
}

/** An {@link UnreadableError} as plain data. */
export type PlainError = Pick<UnreadableError, 'kind' | 'detail'>;

/** How the files of a folder differ from what is known of them. */
export interface Comparison {
  readonly unchanged: readonly TextRecord[];
  readonly wanted: readonly Wanted[];
  /** Names of texts whose files are not there any more, or can't be looked at. */
  readonly gone: readonly string[];
  readonly problems: readonly Problem[];
}

/** How many files are looked at between two looks at the clock. */
const STEP = 20;
/** How long the files may take to be compared in slices where others wait, in milliseconds. */
const LONGEST = 500;
/** After so long it can be told how long all of it will take, in milliseconds. */
const TRIAL = 50;
/** How long a drive may take to answer, in milliseconds. */
const SOON = 100;

/** Compares the files of a folder with what is known of them, by their names. */
export function compare(folder: FolderToIndex, known: ReadonlyMap<string, TextRecord>): Comparison {
  const steps = comparing(folder, known);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Looks, between other work, whether the files of a folder are those that are known: so much is done before a thread for
 * it would have started.
 *
 * @returns what could not be looked at; undefined where something has changed, or where it would take long to find out:
 *   the folder is a very large one, or lies on a slow drive
 */
export async function problemsIfUnchanged(
  folder: FolderToIndex,
  known: ReadonlyMap<string, TextRecord>,
): Promise<readonly Problem[] | undefined> {
  const start = performance.now();
  // A drive that does not answer would keep everybody waiting, were it not asked in the background first.
  if (!(await answersSoon(fileURLToPath(folder.uri)))) return undefined;
  const turns = new Turns();
  const steps = comparing(folder, known);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const { wanted, gone, problems } = step.value;
      return wanted.length === 0 && gone.length === 0 ? problems : undefined;
    }
    const time = performance.now() - start;
    const { seen, differ } = step.value;
    if (differ || time > LONGEST || (time > TRIAL && (time / seen) * known.size > LONGEST)) return undefined;
    await turns.pause();
  }
}

async function answersSoon(folder: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, SOON, false)));
  const answer = stat(folder).then(
    () => true,
    () => false,
  );
  const isSoon = await Promise.race([answer, late]);
  clearTimeout(timer);
  return isSoon;
}

/** Compares step by step. Each tells how many files have been seen, and whether one of them differs. */
function* comparing(
  folder: FolderToIndex,
  known: ReadonlyMap<string, TextRecord>,
): Generator<{ seen: number; differ: boolean }, Comparison> {
  const unchanged: TextRecord[] = [];
  const wanted: Wanted[] = [];
  const problems: Problem[] = [];
  const report = (uri: string, error: unknown): void => {
    problems.push({ uri, error: plainError(error) });
  };
  let seen = 0;
  const root = fileURLToPath(folder.uri);
  const below = pathToFileURL(root).href.length + 1;
  for (const { directory, files } of walk(root, TEXT_EXTENSIONS, report)) {
    // The path below the folder, as it stands in the file's URI.
    const parent = directory === root ? '' : `${pathToFileURL(directory).href.slice(below)}/`;
    for (const { name: own, isFile } of files) {
      if (++seen % STEP === 0) yield { seen, differ: wanted.length > 0 };
      const path = pathBelow(directory, own);
      const isPlain = PLAIN.test(own);
      const name = isPlain ? parent + encodeURIComponent(own) : pathToFileURL(path).href.slice(below);
      const shown = isPlain ? own : name;
      if (!isTextFile(shown) || (folder.regulationsOnly && !isRegulationFile(shown))) continue;
      // In a library links are its owner's; in a workspace they may be anybody's.
      if (!isFile && folder.regulationsOnly && leadsOutside(root, path)) {
        report(pathToFileURL(path).href, new UnreadableError('outside'));
        continue;
      }
      try {
        const record = known.get(name);
        // A new one is looked at when it is read.
        const stamp = record || !isFile ? stampOf(path) : undefined;
        if (record && stamp && isSame(record.stamp, stamp)) unchanged.push(record);
        else wanted.push({ name, path, identity: record?.identity });
      } catch (error) {
        // A link that leads nowhere is no file.
        if (isFile) report(pathToFileURL(path).href, error);
      }
    }
  }
  return { unchanged, wanted, gone: goneOf(known, unchanged, wanted), problems };
}

function isSame(one: Stamp, other: Stamp): boolean {
  return one.size === other.size && one.modified === other.modified;
}

/** Names in which the escapes of a component are those of a path; nothing else escapes round brackets or needs to. */
const PLAIN = /^[\w.\-~()\u0080-\ud7ff\ue000-\uffff]*$/;

function goneOf(
  known: ReadonlyMap<string, TextRecord>,
  unchanged: readonly TextRecord[],
  wanted: readonly Wanted[],
): string[] {
  if (unchanged.length === known.size) return [];
  const found = new Set([...unchanged, ...wanted].map(({ name }) => name));
  return [...known.keys()].filter((name) => !found.has(name));
}

/** @throws the error itself where it is of another kind */
export function plainError(error: unknown): PlainError {
  if (!(error instanceof UnreadableError)) throw error;
  return { kind: error.kind, detail: error.detail };
}
