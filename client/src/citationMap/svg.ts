import type { CitationMap, MapEdge, MapNode } from '../../../server/src/protocol';
import { escaped } from '../escaped';
import type { Language } from '../messages';
import { linesOf } from './labels';
import { BOX, type Layout } from './layout';
import { kindName, mapWords } from './words';

/** Of the titles in boxes, and of what stands below them, in pixels. */
const FONT = 14;
const SMALL = 12;
const LINE = 18;
const PADDING = 11;

/** The colours of a picture. In a page they are variables that its style sheet gives, in a file they are colours. */
export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly edge: string;
  readonly strong: string;
  readonly own: string;
  readonly other: string;
  readonly border: string;
}

/** On white paper. */
export const PRINTED: Colours = {
  paper: '#ffffff',
  ink: '#1f1f1f',
  faint: '#5a5a5a',
  edge: '#9a9a9a',
  strong: '#0b4a8f',
  own: '#e7f0fb',
  other: '#ffffff',
  border: '#6b7a8c',
};

/** What a map looks like in a page: classes tell its style sheet the colours, and its script what was clicked. */
export function pageSvg(map: CitationMap, layout: Layout, language: Language): string {
  const label = escaped(mapWords(language, 'picture'));
  return `<svg xmlns="http://www.w3.org/2000/svg" id="map" role="application" aria-label="${label}">
<defs>${marker('cites')}${marker('made')}${marker('lit')}</defs>
<g id="world">
<g id="edges">${edgesOf(map, layout, language)}</g>
<g id="nodes">${nodesOf(map, layout, language)}</g>
</g>
</svg>`;
}

/** A file of its own that any browser shows: colours and sizes stand in it, and nothing is loaded. */
export function fileSvg(map: CitationMap, layout: Layout, language: Language): string {
  const { paper, ink, faint, edge, strong, own, other, border } = PRINTED;
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','SimHei',sans-serif">
<title>${escaped(mapWords(language, 'title'))}</title>
<style>
.edge path { fill: none; stroke: ${edge}; } .edge.made path { stroke: ${strong}; }
.hit, .count { display: none; }
.cites-head { fill: ${edge}; } .made-head { fill: ${strong}; }
.node rect { fill: ${other}; stroke: ${border}; } .node.workspace rect { fill: ${own}; }
.node.missing rect { stroke-dasharray: 5 4; } .node.centre rect { stroke: ${strong}; stroke-width: 2.5; }
text { fill: ${ink}; } .node.missing text, text.more { fill: ${faint}; }
</style>
<defs>${marker('cites')}${marker('made')}</defs>
<rect width="${width}" height="${height}" fill="${paper}"/>
${edgesOf(map, layout, language)}
${nodesOf(map, layout, language)}
</svg>
`;
}

function marker(name: string): string {
  return `<marker id="${name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="${name}-head" d="M0,0.5L10,5L0,9.5z"/></marker>`;
}

function edgesOf(map: CitationMap, { edges: routes }: Layout, language: Language): string {
  const drawn = map.edges.map((edge, index) => {
    const route = routes[index];
    if (!route) return { edge, source: '' };
    const { path, middle, width } = route;
    const name = edge.madeUnder ? 'made' : 'cites';
    const label = escaped(edgeLabel(map, edge, language));
    const source = `<g class="edge ${name}" data-edge="${index}" data-from="${edge.from}" data-to="${edge.to}"><title>${label}</title><path class="hit" d="${path}" stroke-width="12"/><path d="${path}" stroke-width="${width}" marker-end="url(#${name})"/><text class="count" x="${middle.x}" y="${middle.y}" font-size="${SMALL}" text-anchor="middle">${edge.citations}</text></g>`;
    return { edge, source };
  });
  // What others were made under is drawn last, above the rest.
  const sorted = drawn.toSorted((a, b) => Number(a.edge.madeUnder) - Number(b.edge.madeUnder));
  return sorted.map(({ source }) => source).join('\n');
}

function nodesOf(map: CitationMap, { nodes: places }: Layout, language: Language): string {
  return map.nodes
    .map((node, index) => {
      const { x, y } = places[index] ?? { x: 0, y: 0 };
      const [left, top] = [Math.round(x - BOX.width / 2), Math.round(y - BOX.height / 2)];
      const lines = linesOf(node.shortTitle, (BOX.width - 2 * PADDING) / FONT, 2);
      const first = BOX.height / 2 - (lines.length * LINE + SMALL + 3) / 2 + FONT;
      const words = lines.map(
        (line, row) =>
          `<text x="${BOX.width / 2}" y="${first + row * LINE}" font-size="${FONT}" text-anchor="middle">${escaped(line)}</text>`,
      );
      const more = escaped(detailOf(node, language));
      const below = `<text class="more" x="${BOX.width / 2}" y="${first + lines.length * LINE}" font-size="${SMALL}" text-anchor="middle">${more}</text>`;
      const label = escaped(nodeLabel(map, index, language));
      const centre = index === map.centre ? ' centre' : '';
      return `<g class="node ${node.where}${centre}" data-node="${index}" transform="translate(${left},${top})" role="button" tabindex="-1" aria-label="${label}"><title>${escaped(node.title)}</title><rect width="${BOX.width}" height="${BOX.height}" rx="5"/>${words.join('')}${below}</g>`;
    })
    .join('\n');
}

/** 行政法规 · 42 条 */
export function detailOf({ kind, articles, where }: MapNode, language: Language): string {
  const parts = [
    kindName(language, kind),
    articles ? mapWords(language, 'articles', articles) : '',
    where === 'workspace' ? '' : mapWords(language, where),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What is read out of a node. */
export function nodeLabel({ nodes, edges }: CitationMap, index: number, language: Language): string {
  const node = nodes[index];
  if (!node) return '';
  const cites = edges.filter(({ from }) => from === index).length;
  const citedBy = edges.filter(({ to }) => to === index).length;
  return mapWords(language, 'node', node.title, detailOf(node, language), cites, citedBy);
}

function edgeLabel({ nodes }: CitationMap, { from, to, citations, madeUnder }: MapEdge, language: Language): string {
  const [citing, cited] = [nodes[from]?.title ?? '', nodes[to]?.title ?? ''];
  return mapWords(language, madeUnder ? 'madeUnder' : 'cites', citing, cited, citations);
}
