import { escaped } from './escaped';

/** What a page of a webview is made of. */
export interface PageParts {
  readonly title: string;
  readonly style: string;
  /** The contents of the body: source of HTML. */
  readonly body: string;
  /** What the script reads from the body: names of `data-` attributes with their values. */
  readonly data: Readonly<Record<string, string>>;
  /** The only script that runs, if one does. */
  readonly script?: string;
  /** A random word that only this page has. */
  readonly nonce: string;
}

/**
 * A page of a webview. Nothing is loaded from anywhere, and only the script and the style sheet with the nonce count:
 * whatever a text holds, it could do nothing.
 */
export function webviewPage({ title, style, body, data, script, nonce }: PageParts): string {
  const policy = [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escaped(value)}"`);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body${attributes.join('')}>
${body}${script === undefined ? '' : `\n<script nonce="${nonce}">${script}</script>`}
</body>
</html>
`;
}

/** A word for {@link PageParts.nonce}. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
