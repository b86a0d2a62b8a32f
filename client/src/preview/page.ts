import type { PreviewResult } from '../../../server/src/protocol';
import { webviewPage, type PageParts } from '../page';

/**
 * The page of a preview.
 *
 * @param parts.uri the URI of the text, by which the page is shown again when the window is
 */
export function previewPage({
  title,
  style,
  body,
  uri,
  script,
  nonce,
}: Pick<PreviewResult, 'title' | 'style' | 'body'> & Pick<PageParts, 'script' | 'nonce'> & { uri: string }): string {
  return webviewPage({ title, style, body: `<div id="page">${body}</div>`, data: { uri }, script, nonce });
}
