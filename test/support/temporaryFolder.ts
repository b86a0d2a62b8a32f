import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that the tests of a suite write into. */
export class TemporaryFolder {
  private root: string | undefined;

  /** @param lifetime whether it is removed after each test, or when the suite has ended */
  constructor(lifetime: 'test' | 'suite' = 'test') {
    (lifetime === 'test' ? afterEach : after)(() => {
      if (this.root !== undefined) rmSync(this.root, { recursive: true, maxRetries: 5 });
      this.root = undefined;
    });
  }

  get path(): string {
    return (this.root ??= mkdtempSync(path.join(tmpdir(), 'tiaowen-')));
  }

  /** Writes a file, with the folders above it, and returns its absolute path. */
  write(name: string, content: string | Uint8Array): string {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  remove(name: string): void {
    rmSync(path.join(this.path, name), { recursive: true });
  }
}
