import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { isDocumentScheme } from './documentSchemes';
import { OPEN_PROVISION, rewriteProvisionLinks } from './provisionLinks';

/** Makes the server's links into documents work in hovers, which may run that one command and no other. */
export const hoverMiddleware: Pick<Middleware, 'provideHover'> = {
  provideHover: async (document, position, token, next) => {
    const hover = await next(document, position, token);
    return hover && new vscode.Hover(hover.contents.map(withProvisionLinks), hover.range);
  },
};

function withProvisionLinks<T extends vscode.MarkdownString | vscode.MarkedString>(
  content: T,
): T | vscode.MarkdownString {
  if (!(content instanceof vscode.MarkdownString)) return content;
  const rewritten = new vscode.MarkdownString(rewriteProvisionLinks(content.value, isDocumentScheme));
  rewritten.isTrusted = { enabledCommands: [OPEN_PROVISION] };
  rewritten.baseUri = content.baseUri;
  return rewritten;
}
