import type { PreviewResult } from '../../../server/src/protocol';

export interface PageParts extends Pick<PreviewResult, 'title' | 'style' | 'body'> {
  /** The URI of the text, by which the page is shown again when the window is. */
  readonly uri: string;
  /** The only script that runs. */
  readonly script: string;
  /** A random word that only this page has. */
  readonly nonce: string;
}

/**
 * The page of a preview. Nothing is loaded from anywhere, and only the script and the style sheet with the nonce count:
 * whatever a text holds, it could do nothing.
 */
export function previewPage({ title, style, body, uri, script, nonce }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body data-uri="${escaped(uri)}">
<div id="page">${body}</div>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

/** A word for {@link PageParts.nonce}. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Words as text of HTML, also within double quotes. */
export function escaped(words: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return words.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
