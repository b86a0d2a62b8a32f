import { Graph, layout as layOutLayers } from '@dagrejs/dagre';
import type { CitationMap } from '../../../server/src/protocol';
import { hierarchyOf, levelOf, type Above } from './hierarchy';
import { routesOf, type Route } from './routes';

/** The size of a box, in pixels. */
export const BOX = { width: 218, height: 70 } as const;
const GAP = 26;
const LAYER_GAP = 74;
/** Between the rows that a wide layer is broken into. */
const ROW_GAP = 30;
/** Between parts that nothing connects. */
const PART_GAP = 60;
const MARGIN = 20;
/** How much wider than high a picture is to be. */
const PROPORTION = 1.7;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything of a map stands; the left upper corner of the whole is (0, 0). */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The middles of the boxes, by the places of the nodes. */
  readonly nodes: readonly Point[];
  /** By the places of the edges. */
  readonly edges: readonly Route[];
}

/** Some of the nodes with their places, in a rectangle of their own. */
interface Part {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<number, Point>;
}

/** Lays out a map: what others were made under stands above them, and parts that nothing connects side by side. */
export function layOut(map: Pick<CitationMap, 'nodes' | 'edges' | 'centre'>): Layout {
  const pairs = hierarchyOf(map);
  const components = componentsOf(
    map.nodes.length,
    map.edges.map(({ from, to }) => [from, to] as const),
  );
  const perRow = Math.max(4, Math.ceil(Math.sqrt(map.nodes.length * PROPORTION * (BOX.height / BOX.width))));
  const connected = components.filter((nodes) => nodes.length > 1);
  const single = components.filter((nodes) => nodes.length === 1).flat();
  const centre = map.centre ?? -1;
  connected.sort((a, b) => Number(b.includes(centre)) - Number(a.includes(centre)) || b.length - a.length);
  const level = (node: number): number => levelOf(map.nodes[node]?.kind ?? 'other');
  const parts = connected.map((nodes) => layered(nodes, pairs, perRow, level));
  const grid = rows(inRows(single, Math.max(perRow, 6)), ROW_GAP);
  const { width, height, nodes } = shelved(parts, single.length > 0 ? grid : undefined);
  const places = map.nodes.map((_, index) => nodes.get(index) ?? { x: 0, y: 0 });
  return { width, height, nodes: places, edges: routesOf(map.edges, places, BOX) };
}

function componentsOf(count: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const neighbours = Array.from({ length: count }, (): number[] => []);
  for (const [one, other] of pairs) {
    neighbours[one]?.push(other);
    neighbours[other]?.push(one);
  }
  const seen = new Set<number>();
  const components: number[][] = [];
  for (let start = 0; start < count; start++) {
    if (seen.has(start)) continue;
    const component = new Set([start]);
    for (const node of component) for (const next of neighbours[node] ?? []) component.add(next);
    for (const node of component) seen.add(node);
    components.push([...component]);
  }
  return components;
}

/** Nodes that are connected, in layers from above downwards; layers that are too wide are broken into rows. */
function layered(
  nodes: readonly number[],
  pairs: readonly Above[],
  perRow: number,
  level: (node: number) => number,
): Part {
  const graph = new Graph<object, { width: number; height: number; x?: number; y?: number }, object>();
  graph.setGraph({ rankdir: 'TB', nodesep: GAP, ranksep: LAYER_GAP, edgesep: 10 });
  for (const node of nodes) graph.setNode(String(node), { ...BOX });
  for (const { upper, lower, madeUnder } of pairs) {
    if (graph.hasNode(String(upper))) graph.setEdge(String(upper), String(lower), { weight: madeUnder ? 4 : 1 });
  }
  layOutLayers(graph);
  const layers = new Map<number, { node: number; x: number }[]>();
  for (const node of nodes) {
    const { x = 0, y = 0 } = graph.node(String(node)) ?? {};
    const layer = layers.get(y);
    if (layer) layer.push({ node, x });
    else layers.set(y, [{ node, x }]);
  }
  const sorted = [...layers].sort(([a], [b]) => a - b).map(([, layer]) => layer.sort((a, b) => a.x - b.x));
  const left = Math.min(...sorted.flat().map(({ x }) => x)) - BOX.width / 2;
  const right = Math.max(...sorted.flat().map(({ x }) => x)) + BOX.width / 2;
  const widest = perRow * (BOX.width + GAP) - GAP;
  if (right - left <= widest) {
    const places = sorted.flatMap((layer, row) =>
      layer.map(({ node, x }) => [node, { x: x - left, y: row * (BOX.height + LAYER_GAP) + BOX.height / 2 }] as const),
    );
    return {
      width: right - left,
      height: sorted.length * (BOX.height + LAYER_GAP) - LAYER_GAP,
      nodes: new Map(places),
    };
  }
  // In a layer of several rows the higher kinds stand above, in each row from left to right as they were.
  const broken = sorted.map((layer) => {
    const nodes = layer.map(({ node }) => node);
    const byLevel = nodes.toSorted((a, b) => level(a) - level(b));
    const lines = inRows(byLevel, perRow).map((line) => line.toSorted((a, b) => nodes.indexOf(a) - nodes.indexOf(b)));
    return rows(lines, ROW_GAP);
  });
  return stacked(broken, LAYER_GAP);
}

/** A list in rows of about the same length. */
function inRows(nodes: readonly number[], perRow: number): number[][] {
  const count = Math.ceil(nodes.length / perRow);
  return Array.from({ length: count }, (_, row) =>
    nodes.slice(Math.round((row * nodes.length) / count), Math.round(((row + 1) * nodes.length) / count)),
  );
}

function rows(lines: readonly (readonly number[])[], gap: number): Part {
  const step = BOX.width + GAP;
  const width = Math.max(0, ...lines.map((line) => line.length * step - GAP));
  const nodes = new Map<number, Point>();
  lines.forEach((line, row) => {
    const start = (width - (line.length * step - GAP) + BOX.width) / 2;
    const y = row * (BOX.height + gap) + BOX.height / 2;
    line.forEach((node, index) => nodes.set(node, { x: start + index * step, y }));
  });
  return { width, height: Math.max(0, lines.length * (BOX.height + gap) - gap), nodes };
}

/** Parts below one another, each in the middle. */
function stacked(parts: readonly Part[], gap: number): Part {
  const width = Math.max(0, ...parts.map((part) => part.width));
  const nodes = new Map<number, Point>();
  let top = 0;
  for (const part of parts) {
    move(part, (width - part.width) / 2, top, nodes);
    top += part.height + gap;
  }
  return { width, height: Math.max(0, top - gap), nodes };
}

/** Parts side by side, and below one another where the picture would become too wide; the last one at the bottom. */
function shelved(parts: readonly Part[], last: Part | undefined): Part {
  const area = [...parts, ...(last ? [last] : [])].reduce(
    (sum, { width, height }) => sum + (width + PART_GAP) * (height + PART_GAP),
    0,
  );
  const widest = Math.max(Math.sqrt(area * PROPORTION), ...parts.map(({ width }) => width));
  const shelves: { parts: Part[]; width: number }[] = [];
  for (const part of parts) {
    const shelf = shelves.at(-1);
    if (shelf && shelf.width + PART_GAP + part.width <= widest) {
      shelf.parts.push(part);
      shelf.width += PART_GAP + part.width;
    } else shelves.push({ parts: [part], width: part.width });
  }
  const filled = shelves.map(({ parts: onShelf, width }): Part => {
    const nodes = new Map<number, Point>();
    let left = 0;
    for (const part of onShelf) {
      move(part, left, 0, nodes);
      left += part.width + PART_GAP;
    }
    return { width, height: Math.max(...onShelf.map(({ height }) => height)), nodes };
  });
  const whole = stacked(last ? [...filled, last] : filled, PART_GAP);
  const nodes = new Map<number, Point>();
  move(whole, MARGIN, MARGIN, nodes);
  return { width: whole.width + 2 * MARGIN, height: whole.height + 2 * MARGIN, nodes };
}

function move(part: Part, left: number, top: number, into: Map<number, Point>): void {
  for (const [node, { x, y }] of part.nodes) into.set(node, { x: x + left, y: y + top });
}
