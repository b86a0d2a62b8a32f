/**
 * Text of others in Markdown: whatever it holds, nothing of it is read as Markdown, as HTML or as a link.
 */

/** What turns the order of characters round, also of those that we write behind a text. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Makes a text plain in Markdown. It becomes one line, so that nothing of it can begin a block of its own: white space
 * and line breaks are one space, at the ends none.
 */
export function escapeMarkdown(text: string): string {
  // Every ASCII punctuation mark may be escaped, and among them is all that Markdown, HTML and bare links are made of.
  return text
    .replace(TURNING, '\ufffd')
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/**
 * A link.
 *
 * @param text is escaped
 * @param uri percent-encoded as URIs are
 */
export function markdownLink(text: string, uri: string): string {
  return `[${escapeMarkdown(text)}](${destination(uri)})`;
}

/** A URI between the brackets of a link: what would end the link or have a meaning in Markdown is encoded as well. */
export function destination(uri: string): string {
  return uri.replace(/[\s()<>\\`]|&(?=#?\w+;)/g, percentEncoded);
}

function percentEncoded(character: string): string {
  // encodeURIComponent leaves a few punctuation marks as they are.
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
