import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import { fileName } from '../../library/files.js';
import type { Library } from '../../library/library.js';
import { eIdOfTarget, type EIds } from '../eIds.js';
import { block, inline, joined, Markup, type Content } from '../markup.js';
import { writeBody } from './body.js';
import { STYLE } from './style.js';

/**
 * A document as one page that needs nothing else: it looks like an official publication, prints on A4, has the eIds of
 * Akoma Ntoso as anchors, and holds no script.
 *
 * @param library where what it cites is looked for
 */
export function writeHtml(document: RegulationDocument, library: Library): string {
  const link = (words: string, mention: Mention, eIds: EIds): Content =>
    citation(document, library, words, mention, eIds);
  const head = block('head', {}, [
    new Markup('<meta charset="utf-8">'),
    new Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
    inline('title', {}, [pageTitle(document)]),
    new Markup(`<style>${STYLE}</style>`),
  ]);
  const page = block('html', { lang: 'zh-CN' }, [
    joined([head, block('body', {}, [writeBody(document, library, { link, lines: false })])]),
  ]);
  return `<!DOCTYPE html>\n${page.source}\n`;
}

/** The title; the name of the file where the text has none. */
export function pageTitle(document: RegulationDocument): string {
  return document.title || fileName(document.uri).replace(/\.[^.]*$/, '');
}

/** A link within the page; of what is cited elsewhere the page says what it is, and leads nowhere. */
function citation(
  document: RegulationDocument,
  library: Library,
  words: string,
  mention: Mention,
  eIds: EIds,
): Content {
  if (mention.doc === 'self') {
    const resolution = library.resolve(document, mention);
    const [place] = resolution.state === 'found' ? resolution.places : [];
    const eId = place?.document === document ? eIds.of(place.node) : undefined;
    return eId === undefined ? words : inline('a', { class: 'citation', href: `#${eId}` }, [words]);
  }
  const [target] = mention.targets;
  return inline(
    'span',
    {
      class: 'citation',
      'data-instrument': mention.doc || undefined,
      'data-provision': target && eIdOfTarget(target),
    },
    [words],
  );
}
