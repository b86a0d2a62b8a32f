import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Runs programs where no network can be reached and no program be started, and tells what files they have opened. */
export class Guard {
  private readonly notes = path.join(tmpdir(), `tiaowen-guard-${String(process.pid)}`);

  constructor() {
    beforeEach(() => rmSync(this.notes, { force: true }));
    after(() => rmSync(this.notes, { force: true }));
  }

  /** The environment of such a program. */
  get environment(): Record<string, string> {
    return {
      NODE_OPTIONS: `--require ${JSON.stringify(path.resolve('test/support/guard.cjs'))}`,
      TIAOWEN_GUARD: this.notes,
    };
  }

  /** What was tried and is forbidden. */
  get forbidden(): string[] {
    return this.noted('forbidden');
  }

  /** The files and folders that were opened, each once, those of the program and of Node left out. */
  get opened(): string[] {
    const own = ['dist', 'corpus', 'docs', 'node_modules', 'test/support', 'package.json'].map((name) =>
      path.resolve(name),
    );
    const isOwn = (file: string): boolean => own.some((each) => file === each || file.startsWith(each + path.sep));
    return this.noted('opened').filter((file) => !isOwn(file));
  }

  private noted(kind: string): string[] {
    const lines = existsSync(this.notes) ? readFileSync(this.notes, 'utf8').split('\n') : [];
    const found = lines.flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : []));
    return [...new Set(found)].sort();
  }

  /** Whether any program has run under it: what notes nothing has watched nothing. */
  get hasWatched(): boolean {
    return this.noted('required').length > 0;
  }
}
