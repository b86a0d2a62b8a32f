import type { RemoteConsole } from 'vscode-languageserver';
import type { Message } from './checks/check.js';
import { say, type Locale } from './features/locale.js';

/** The server's log, which an editor shows in an output channel: a line each, in the language of its messages. */
export class Log {
  private readonly said = new Set<string>();

  constructor(
    private readonly console: Pick<RemoteConsole, 'error' | 'warn' | 'info'>,
    private readonly locale: () => Locale,
  ) {}

  info(message: Message): void {
    this.console.info(this.lineOf(message));
  }

  warn(message: Message): void {
    this.console.warn(this.lineOf(message));
  }

  /** Warns of what would come again and again only the first time. */
  warnOnce(message: Message): void {
    if (this.said.has(message.zh)) return;
    this.said.add(message.zh);
    this.warn(message);
  }

  /** Reports a fault of the server's own. */
  fault(where: string, error: unknown): void {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.console.error(`${this.lineOf({ zh: '内部错误', en: 'internal error' })} ${where}: ${what}`);
  }

  private lineOf(message: Message): string {
    return say(this.locale(), message);
  }
}
