import { newNonce, webviewPage } from '../page';

/** What the page of a report looks like: in the editor's colours, as wide as there is room. */
const STYLE = `
body { padding: 0 20px 40px; color: var(--vscode-foreground); font-size: 14px; line-height: 1.7; }
h1 { font-size: 1.5em; line-height: 1.4; }
h2 { font-size: 1.2em; line-height: 1.4; margin-top: 1.6em; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 4px 8px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--vscode-widget-border, rgba(128, 128, 128, .35)); }
th { position: sticky; top: 0; white-space: nowrap; background: var(--vscode-editor-background); }
td { overflow-wrap: anywhere; }
td:first-child { min-width: 5em; }
td:last-child { min-width: 13em; }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
`;

/**
 * The page of a report. It runs no script: its links run the one command that the webview allows.
 *
 * @param body source of HTML
 */
export function reportPage(title: string, body: string): string {
  return webviewPage({ title, style: STYLE, body: `<main>${body}</main>`, data: {}, nonce: newNonce() });
}

/** The title of a report, as it stands above it in Markdown. */
export function titleOf(markdown: string): string {
  const heading = /^# (.*)$/m.exec(markdown)?.[1] ?? '';
  return heading.replace(/\\([\\`*_[\]<>|])/g, '$1');
}
