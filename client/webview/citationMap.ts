import { BOX, layOut, type Layout } from '../src/citationMap/layout';
import type { HostMessage, MapWishes, PageMessage } from '../src/citationMap/mapMessages';
import { MAP_STYLE, mapBody } from '../src/citationMap/mapPage';
import { nearestTowards, type Direction } from '../src/citationMap/neighbours';
import { fileSvg, pageSvg } from '../src/citationMap/svg';
import { mapWords } from '../src/citationMap/words';
import type { CitationMap } from '../../server/src/protocol';
import { PictureView } from './pictureView';

/** What VS Code gives a page, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  setState(state: MapWishes): void;
  getState(): MapWishes | undefined;
};

const DIRECTIONS: Readonly<Partial<Record<string, Direction>>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const ZOOM = 1.25;
/** More edges than these are no longer told apart. */
const MANY = 60;
/** Milliseconds of quiet behind what is typed before it is looked for. */
const TYPING = 250;

const host = acquireVsCodeApi();
const language = document.body.dataset['language'] === 'en' ? 'en' : 'zh';
// The policy of the page lets a style sheet count that has the nonce of this script.
const style = document.createElement('style');
style.nonce = document.currentScript?.nonce ?? '';
style.textContent = MAP_STYLE;
document.head.append(style);
document.body.insertAdjacentHTML('afterbegin', mapBody(language));
const stage = element('stage', HTMLElement);
const statusLine = element('status', HTMLElement);
const filter = element('filter', HTMLInputElement);
const onlyWithText = element('onlyWithText', HTMLInputElement);
const view = new PictureView(stage);

let shown: { readonly map: CitationMap; readonly layout: Layout; readonly number: number } | undefined;
/** What the picture is drawn from: as long as it is the same, the picture stays. */
let drawnFrom = '';
/** The filter of the picture that is shown. */
let lastFilter = '';

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  switch (data.type) {
    case 'show':
      show(data.map, data.number, data.wishes);
      break;
    case 'fails':
      statusLine.textContent = mapWords(language, 'fails', data.reason);
      break;
    case 'draw':
      if (shown) host.postMessage({ type: 'drawn', svg: fileSvg(shown.map, shown.layout, language) });
  }
});

let typing: ReturnType<typeof setTimeout> | undefined;
filter.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(wish, TYPING);
});
onlyWithText.addEventListener('change', wish);
const buttons: Readonly<Record<string, () => void>> = {
  zoomIn: () => view.zoom(ZOOM),
  zoomOut: () => view.zoom(1 / ZOOM),
  fit: () => view.fit(),
  export: () => host.postMessage({ type: 'export' }),
};
for (const [id, action] of Object.entries(buttons)) element(id, HTMLElement).addEventListener('click', action);

stage.addEventListener('click', (event) => {
  if (!shown || view.isDragged) return;
  const node = numberOf(event, 'node');
  const edge = numberOf(event, 'edge');
  if (node !== undefined) host.postMessage({ type: 'open', node, map: shown.number });
  else if (edge !== undefined) host.postMessage({ type: 'places', edge, map: shown.number });
});
stage.addEventListener('pointerover', (event) => {
  if (!view.isDragged) light(numberOf(event, 'node') ?? focused(), numberOf(event, 'edge'));
});
stage.addEventListener('pointerleave', () => light(focused()));
stage.addEventListener('focusin', (event) => light(numberOf(event, 'node')));
stage.addEventListener('focusout', () => light(undefined));
stage.addEventListener('keydown', (event) => {
  const node = numberOf(event, 'node');
  if (!shown || node === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const direction = DIRECTIONS[event.key];
  if (direction) focus(nearestTowards(shown.layout.nodes, node, direction));
  else if (event.key === 'Enter') host.postMessage({ type: 'open', node, map: shown.number });
  else if (event.key === ' ') host.postMessage({ type: 'list', node, map: shown.number });
  else if (event.key === '+' || event.key === '=') view.zoom(ZOOM);
  else if (event.key === '-') view.zoom(1 / ZOOM);
  else if (event.key === '0') view.fit();
  else return;
  event.preventDefault();
});

document.addEventListener('keydown', ({ key, target }) => {
  // In the filter it takes away what was typed first.
  if (key === 'Escape' && !(target === filter && filter.value)) host.postMessage({ type: 'leave' });
});

const kept = host.getState();
host.postMessage({ type: 'ready', ...(kept && { wishes: kept }) });

function wish(): void {
  const wishes: MapWishes = { filter: filter.value, onlyWithText: onlyWithText.checked };
  host.setState(wishes);
  host.postMessage({ type: 'wish', wishes });
}

function show(map: CitationMap, number: number, wishes: MapWishes): void {
  // Not while somebody types: the answer is to an older question.
  if (document.activeElement !== filter) filter.value = wishes.filter;
  onlyWithText.checked = wishes.onlyWithText;
  document.body.classList.toggle('empty', map.nodes.length === 0);
  statusLine.textContent = summary(map, wishes);
  const source = JSON.stringify([map.nodes, map.edges]);
  const centreBefore = shown?.map.centre;
  if (shown && source === drawnFrom) {
    shown = { ...shown, map, number };
    mark(map.centre);
    if (map.centre !== centreBefore) reveal(map.centre);
    return;
  }
  const isFirst = drawnFrom === '';
  const titleFocused = titleOf(focused());
  const centreTitle = titleOf(centreBefore);
  const layout = layOut(map);
  shown = { map, layout, number };
  drawnFrom = source;
  // The policy of the page keeps what could be script in it from running, and all words are escaped.
  stage.innerHTML = pageSvg(map, layout, language);
  const world = document.getElementById('world');
  if (world instanceof SVGElement) view.take(world, layout);
  mark(map.centre);
  // One of the nodes is reached by Tab; from there the arrows lead on.
  nodeElement(map.centre ?? 0)?.setAttribute('tabindex', '0');
  const again = titleFocused === undefined ? -1 : map.nodes.findIndex(({ title }) => title === titleFocused);
  if (again >= 0) focus(again);
  else if (isFirst || titleOf(map.centre) !== centreTitle || wishes.filter !== lastFilter) {
    view.begin(map.centre === undefined ? undefined : layout.nodes[map.centre]);
  }
  lastFilter = wishes.filter;
}

function summary({ nodes, edges, all }: CitationMap, wishes: MapWishes): string {
  if (nodes.length === 0) {
    const words = wishes.filter.trim();
    return words ? mapWords(language, 'nothingFound', words) : mapWords(language, 'empty');
  }
  if (all > nodes.length) return mapWords(language, 'some', nodes.length, all);
  return mapWords(language, 'count', nodes.length, edges.length);
}

function titleOf(node: number | undefined): string | undefined {
  return node === undefined ? undefined : shown?.map.nodes[node]?.title;
}

/** Shows an instrument as the one in the middle; where edges are many, those of others step back. */
function mark(centre: number | undefined): void {
  for (const name of ['centre', 'near']) {
    for (const marked of stage.querySelectorAll(`.${name}`)) marked.classList.remove(name);
  }
  const { edges = [] } = shown?.map ?? {};
  stage.firstElementChild?.classList.toggle('many', centre !== undefined && edges.length > MANY);
  if (centre === undefined) return;
  nodeElement(centre)?.classList.add('centre');
  edges.forEach(({ from, to }, index) => {
    if (from === centre || to === centre) edgeElement(index)?.classList.add('near');
  });
}

function reveal(node: number | undefined): void {
  const place = node === undefined ? undefined : shown?.layout.nodes[node];
  if (place) view.reveal(place, BOX);
}

/** Raises a node with all that cites it and that it cites, or the two ends of an edge; nothing, where there is none. */
function light(node: number | undefined, edge?: number): void {
  const svg = stage.firstElementChild;
  if (!svg) return;
  for (const lit of svg.querySelectorAll('.lit')) lit.classList.remove('lit');
  const isDim = node !== undefined || edge !== undefined;
  svg.classList.toggle('dim', isDim);
  if (!isDim || !shown) return;
  const nodes = new Set<number>(node === undefined ? [] : [node]);
  shown.map.edges.forEach(({ from, to }, index) => {
    if (node === undefined ? index !== edge : from !== node && to !== node) return;
    nodes.add(from).add(to);
    edgeElement(index)?.classList.add('lit');
  });
  for (const each of nodes) nodeElement(each)?.classList.add('lit');
}

function focus(node: number | undefined): void {
  const next = node === undefined ? undefined : nodeElement(node);
  if (!next) return;
  stage.querySelector('.node[tabindex="0"]')?.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus({ preventScroll: true });
  reveal(node);
}

function focused(): number | undefined {
  const { activeElement } = document;
  const node = activeElement instanceof SVGElement ? activeElement.dataset['node'] : undefined;
  return node === undefined ? undefined : Number(node);
}

function nodeElement(node: number): SVGElement | undefined {
  return stage.querySelector<SVGElement>(`[data-node="${node}"]`) ?? undefined;
}

function edgeElement(edge: number): SVGElement | undefined {
  return stage.querySelector<SVGElement>(`[data-edge="${edge}"]`) ?? undefined;
}

/** The number of the node or edge that an event is on. */
function numberOf({ target }: Event, what: 'node' | 'edge'): number | undefined {
  const holder = target instanceof Element ? target.closest<SVGElement>(`[data-${what}]`) : null;
  const number = holder?.dataset[what];
  return number === undefined ? undefined : Number(number);
}

function element<T extends HTMLElement>(id: string, type: { new (): T; readonly prototype: T }): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`no ${id} in the page`);
  return found;
}
