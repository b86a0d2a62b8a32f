import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  State,
  type BaseLanguageClient,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
  type Message,
} from 'vscode-languageclient';
import { localized, reasonOf } from './l10n';

/**
 * Restarts a server that has died, by the policy of the language client's own handler (up to four times within three
 * minutes), and says so in our words instead of that handler's.
 */
export class ServerFailure implements ErrorHandler {
  private policy: ErrorHandler | undefined;

  /** @param client the client that this handler is an option of, which exists only after the handler */
  constructor(private readonly client: () => BaseLanguageClient) {}

  async error(error: Error, failed: Message | undefined, count: number | undefined): Promise<ErrorHandlerResult> {
    const { action } = await this.restartPolicy().error(error, failed, count);
    const message = localized('connectionFails', error.message);
    if (action === ErrorAction.Shutdown) void offerRestart(this.client(), message);
    return { action, message, handled: true };
  }

  async closed(): Promise<CloseHandlerResult> {
    const { action } = await this.restartPolicy().closed();
    const message = localized(action === CloseAction.Restart ? 'serverRestarts' : 'serverGivenUp');
    if (action === CloseAction.Restart) void vscode.window.showWarningMessage(message);
    else void offerRestart(this.client(), message);
    return { action, message, handled: true };
  }

  private restartPolicy(): ErrorHandler {
    return (this.policy ??= this.client().createDefaultErrorHandler());
  }
}

/** Starts the server, and says so where it can't be started. */
export async function startServer(client: BaseLanguageClient): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    void offerRestart(client, localized('serverCannotStart', reasonOf(error)));
  }
}

/** Restarts the server, or starts it where it has stopped. */
export async function restartServer(client: BaseLanguageClient): Promise<void> {
  await stopServer(client);
  await startServer(client);
}

/** Ends the server where it runs. One that answers no more is left to the client, which ends its process. */
export async function stopServer(client: BaseLanguageClient): Promise<void> {
  if (client.state !== State.Running) return;
  try {
    await client.stop();
  } catch (error) {
    client.warn(reasonOf(error), undefined, false);
  }
}

/** Says that the server is gone, with what can be done about it. */
async function offerRestart(client: BaseLanguageClient, message: string): Promise<void> {
  const restart = localized('restart');
  const showOutput = localized('showOutput');
  const chosen = await vscode.window.showErrorMessage(message, restart, showOutput);
  if (chosen === restart) await restartServer(client);
  if (chosen === showOutput) client.outputChannel.show();
}
