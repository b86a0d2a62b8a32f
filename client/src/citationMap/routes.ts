import type { MapEdge } from '../../../server/src/protocol';
import type { Point } from './layout';

/** How an edge is drawn. */
export interface Route {
  /** The data of an SVG path, from who cites to whom is cited. */
  readonly path: string;
  /** A place on it for words. */
  readonly middle: Point;
  /** In pixels. */
  readonly width: number;
}

interface End {
  readonly edge: number;
  readonly node: number;
  readonly other: number;
  readonly side: 'top' | 'bottom';
}

/** The part of a side of a box at which edges end. */
const USED = 0.7;
/** How far an edge between two boxes of one row goes below them. */
const SAG = 34;
const WIDEST = 6;

/** Curves between the boxes, which leave and reach them from above or below, beside one another. */
export function routesOf(
  edges: readonly MapEdge[],
  places: readonly Point[],
  box: { readonly width: number; readonly height: number },
): Route[] {
  const at = (node: number): Point => places[node] ?? { x: 0, y: 0 };
  const ends = edges.flatMap(({ from, to }, edge): [End, End] => {
    const isRow = Math.abs(at(from).y - at(to).y) < box.height;
    const isUpward = at(from).y > at(to).y;
    const fromSide = isUpward && !isRow ? 'top' : 'bottom';
    const toSide = isUpward || isRow ? 'bottom' : 'top';
    return [
      { edge, node: from, other: to, side: fromSide },
      { edge, node: to, other: from, side: toSide },
    ];
  });
  const ports = new Map<string, Point>();
  const sides = new Map<string, End[]>();
  for (const end of ends) {
    const side = `${String(end.node)} ${end.side}`;
    sides.set(side, [...(sides.get(side) ?? []), end]);
  }
  for (const group of sides.values()) {
    const sorted = group.toSorted((a, b) => at(a.other).x - at(b.other).x || a.edge - b.edge);
    sorted.forEach(({ edge, node, side }, index) => {
      const { x, y } = at(node);
      const shift = ((index + 1) / (sorted.length + 1) - 0.5) * box.width * USED;
      const port = { x: x + shift, y: y + (side === 'top' ? -box.height : box.height) / 2 };
      ports.set(`${String(edge)} ${String(node)}`, port);
    });
  }
  return edges.map(({ from, to, citations }, edge) => {
    const start = ports.get(`${String(edge)} ${String(from)}`) ?? at(from);
    const end = ports.get(`${String(edge)} ${String(to)}`) ?? at(to);
    const width = Math.min(WIDEST, 1 + Math.log2(Math.max(1, citations)) * 0.8);
    return { ...curve(start, end), width: round(width) };
  });
}

function curve(start: Point, end: Point): Pick<Route, 'path' | 'middle'> {
  const isRow = Math.abs(start.y - end.y) < 1;
  const bend = isRow ? SAG : (end.y - start.y) / 2;
  const one = { x: start.x, y: start.y + bend };
  const two = { x: end.x, y: isRow ? end.y + bend : end.y - bend };
  const middle = {
    x: round((start.x + 3 * one.x + 3 * two.x + end.x) / 8),
    y: round((start.y + 3 * one.y + 3 * two.y + end.y) / 8),
  };
  return { path: `M${written(start)}C${written(one)} ${written(two)} ${written(end)}`, middle };
}

function written({ x, y }: Point): string {
  return `${String(round(x))},${String(round(y))}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
