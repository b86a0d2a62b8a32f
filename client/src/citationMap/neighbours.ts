import type { Point } from './layout';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** How much farther what lies aside is than what lies straight ahead. */
const ASIDE = 2;

/** The place that an arrow key leads to: the nearest in that direction; undefined where there is none. */
export function nearestTowards(places: readonly Point[], from: number, direction: Direction): number | undefined {
  const start = places[from];
  if (!start) return undefined;
  const isVertical = direction === 'up' || direction === 'down';
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  let nearest: number | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  places.forEach(({ x, y }, index) => {
    const [ahead, aside] = isVertical ? [y - start.y, x - start.x] : [x - start.x, y - start.y];
    const distance = ahead * sign + ASIDE * Math.abs(aside);
    if (ahead * sign > 1 && distance < shortest) [nearest, shortest] = [index, distance];
  });
  return nearest;
}
