import { WorkDoneProgress, WorkDoneProgressCreateRequest, type ProtocolConnection } from 'vscode-languageserver/node';
import { Events } from './eventually.js';

/** Accepts the server's progress and collects what it reports. */
export function progress(onEvent?: (connection: ProtocolConnection, token: string | number, kind: string) => void): {
  events: Events<{ kind: string; title?: string }>;
  prepare: (connection: ProtocolConnection) => void;
} {
  const events = new Events<{ kind: string; title?: string }>();
  const prepare = (connection: ProtocolConnection): void => {
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, (event) => {
        events.push(event);
        onEvent?.(connection, token, event.kind);
      });
    });
  };
  return { events, prepare };
}
