import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { HoverParams, InitializeParams, MarkupContent, Message } from 'vscode-languageserver';
import { Events } from './eventually.js';

/** What a browser's worker has of what the server uses; nothing of Node's. */
const GLOBALS = {
  ...{ AbortController, Blob, console, performance, queueMicrotask, TextDecoder, TextEncoder, URL, URLSearchParams },
  ...{ clearInterval, clearTimeout, MessageChannel, setInterval, setTimeout },
  WorkerGlobalScope: class {},
  addEventListener: () => {},
};

interface Answer extends Message {
  readonly id?: number;
  readonly result?: unknown;
}

/** The built server in a world like a browser's worker. */
class ServerInWorker {
  private readonly said = new Events<Answer>();
  private readonly world: typeof GLOBALS & { onmessage?: (event: { data: unknown }) => void };
  private asked = 0;

  constructor() {
    // A message is copied on its way.
    const world = { ...GLOBALS, postMessage: (message: Answer) => this.said.push(structuredClone(message)) };
    this.world = Object.assign(world, { self: world });
    createContext(this.world);
    runInContext(readFileSync('dist/server.js', 'utf8'), this.world, { filename: 'server.js' });
  }

  notify(method: string, params: unknown): void {
    this.world.onmessage?.({ data: { jsonrpc: '2.0', method, params } });
  }

  async ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.asked;
    this.world.onmessage?.({ data: { jsonrpc: '2.0', id, method, params } });
    return (await this.said.first(method, (message) => message.id === id && 'result' in message)).result;
  }
}

describe('the script of the server in a worker', () => {
  it('needs nothing that only Node has, and serves as in a process', async () => {
    const server = new ServerInWorker();
    const start: InitializeParams = { processId: null, rootUri: null, capabilities: {} };
    await server.ask('initialize', start);
    server.notify('initialized', {});
    const uri = 'untitled:草案';
    const text = '第一条　为了保障供水，制定本办法。\n第二条　依照前条规定办理。';
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'regulation', version: 1, text } });
    const place: HoverParams = { textDocument: { uri }, position: { line: 1, character: 7 } };
    const hover = (await server.ask('textDocument/hover', place)) as { contents: MarkupContent } | null;
    assert.match(hover?.contents.value ?? '', /为了保障供水/);
    await server.ask('shutdown', undefined);
  });
});
