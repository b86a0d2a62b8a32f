import type { HostMessage, PageMessage } from '../src/preview/previewMessages';

/** What VS Code gives a page, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  setState(state: { readonly uri: string }): void;
};

/** So many milliseconds after the page was scrolled to where the editor is, its scrolling is no news to that. */
const ECHO = 400;

const host = acquireVsCodeApi();
const page = document.getElementById('page') ?? document.body;
/** The number of the body that is shown; that of the page itself is told when the script runs. */
let body = 0;
let scrolledAt = Number.NEGATIVE_INFINITY;
let isAsked = false;

host.setState({ uri: document.body.dataset['uri'] ?? '' });

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (data.type === 'show') {
    // The policy of the page keeps what could be script in it from running.
    page.innerHTML = data.body;
    body = data.number;
  } else scrollTo(data.line);
});

window.addEventListener('scroll', () => {
  if (isAsked || performance.now() - scrolledAt < ECHO) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    const line = topLine();
    if (line !== undefined) host.postMessage({ type: 'scrolled', line });
  });
});

document.addEventListener('click', (event) => {
  const link = elementOf(event)?.closest<HTMLElement>('[data-target]');
  if (!link) return;
  event.preventDefault();
  host.postMessage({ type: 'open', target: Number(link.dataset['target']), body });
});

document.addEventListener('dblclick', (event) => {
  const element = elementOf(event);
  const line = element?.closest('[data-target]') ? undefined : lineOf(element?.closest<HTMLElement>('[data-line]'));
  if (line !== undefined) host.postMessage({ type: 'reveal', line });
});

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') host.postMessage({ type: 'leave' });
});

host.postMessage({ type: 'ready' });

function elementOf({ target }: Event): Element | undefined {
  return target instanceof Element ? target : undefined;
}

function lineOf(element: HTMLElement | null | undefined): number | undefined {
  const line = element?.dataset['line'];
  return line === undefined ? undefined : Number(line);
}

/** The elements that stand for a line, in text order. */
function lined(): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-line]')];
}

/** The line of the first element that is seen. */
function topLine(): number | undefined {
  return lineOf(lined().find((element) => element.getBoundingClientRect().bottom > 0));
}

/** Puts the element of a line, or the nearest one above it, at the top. */
function scrollTo(line: number): void {
  scrolledAt = performance.now();
  const element = lined().findLast((candidate) => (lineOf(candidate) ?? 0) <= line);
  const top = element && line > 0 ? element.getBoundingClientRect().top + window.scrollY : 0;
  window.scrollTo({ top });
}
