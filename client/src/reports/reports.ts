import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REPORT, type ReportParams, type ReportResult } from '../../../server/src/protocol';
import { isDocumentScheme } from '../documentSchemes';
import { OPEN_PROVISION, rewriteProvisionLinks } from '../provisionLinks';
import { reportPage, titleOf } from './reportPage';

/** The type of the panels of reports. */
export const REPORT_PANEL = 'tiaowen.report';

interface Shown {
  readonly panel: vscode.WebviewPanel;
  markdown: string;
}

/** The reports that are open, each as a page beside its text. */
export class Reports {
  private readonly open = new Map<string, Shown>();

  constructor(private readonly client: BaseLanguageClient) {}

  /**
   * Makes a report on the regulation in the active editor, and shows it as a page whose links lead to the provisions; made
   * again it is shown in its place.
   */
  async show(name: ReportParams['name'], subject?: string): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    const params: ReportParams = { uri, name, ...(subject !== undefined && { subject }) };
    const { markdown } = await this.client.sendRequest<ReportResult>(REPORT, params);
    const body = await rendered(rewriteProvisionLinks(markdown, isDocumentScheme));
    if (body === undefined) {
      await showSource(markdown, vscode.ViewColumn.Beside);
      return;
    }
    const key = JSON.stringify(params);
    const shown = this.open.get(key) ?? { panel: this.newPanel(key), markdown };
    shown.markdown = markdown;
    this.open.set(key, shown);
    const title = titleOf(markdown);
    shown.panel.title = title;
    shown.panel.webview.html = reportPage(title, body);
    shown.panel.reveal();
  }

  /** Opens the report that is shown as a Markdown document, to be edited and saved. */
  async showSource(): Promise<void> {
    const shown = this.active();
    if (shown) await showSource(shown.markdown, vscode.ViewColumn.Active);
  }

  /** The page of the report that is shown, for tests. */
  get activePage(): string | undefined {
    return this.active()?.panel.webview.html;
  }

  private active(): Shown | undefined {
    return [...this.open.values()].find(({ panel }) => panel.active);
  }

  private newPanel(key: string): vscode.WebviewPanel {
    const options = { enableCommandUris: [OPEN_PROVISION], enableFindWidget: true, localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel(REPORT_PANEL, '', vscode.ViewColumn.Beside, options);
    panel.onDidDispose(() => this.open.delete(key));
    return panel;
  }
}

/** Markdown as HTML by VS Code's own extension for it; undefined where that was switched off. */
async function rendered(markdown: string): Promise<string | undefined> {
  try {
    return await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  } catch {
    return undefined;
  }
}

async function showSource(markdown: string, viewColumn: vscode.ViewColumn): Promise<void> {
  const source = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: withReadableLinks(markdown),
  });
  await vscode.window.showTextDocument(source, { viewColumn, preview: false });
}

/** Links are read in the text: an editor takes Chinese in them as it stands. */
function withReadableLinks(markdown: string): string {
  return markdown.replace(/\]\(([^()\s]+)\)/g, (_, uri: string) => `](${decoded(uri) ?? uri})`);
}

/** A URI with its Chinese readable; undefined where it would be another one then, or end before its end. */
function decoded(uri: string): string | undefined {
  try {
    const text = decodeURI(uri);
    return /[\s()]/.test(text) || uri.includes('%25') ? undefined : text;
  } catch {
    return undefined;
  }
}
