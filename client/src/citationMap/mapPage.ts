import { escaped } from '../escaped';
import type { Language } from '../messages';
import { mapWords } from './words';

/**
 * What is on the page of the map: its tools, what it says in words, and room for the picture. The script of the page puts
 * it there, so that the clients of both hosts need not hold it.
 */
export function mapBody(language: Language): string {
  const word = (key: Parameters<typeof mapWords>[1]): string => escaped(mapWords(language, key));
  const button = (id: string, sign: string, key: Parameters<typeof mapWords>[1]): string =>
    `<button id="${id}" type="button" title="${word(key)}" aria-label="${word(key)}">${sign}</button>`;
  const line = (name: string): string =>
    `<svg width="34" height="10" aria-hidden="true"><g class="edge ${name}"><path d="M1,5H33" stroke-width="2"/></g></svg>`;
  return `<header role="toolbar" aria-label="${word('title')}">
<input id="filter" type="search" placeholder="${word('filter')}" aria-label="${word('filter')}">
<label><input id="onlyWithText" type="checkbox">${word('onlyWithText')}</label>
<span class="tools">${button('zoomOut', '−', 'zoomOut')}${button('zoomIn', '+', 'zoomIn')}${button('fit', word('whole'), 'fit')}
<button id="export" type="button">${word('exportSvg')}</button></span>
</header>
<p id="status" role="status">${word('reading')}</p>
<main id="stage"></main>
<footer>${line('made')}${word('legendMadeUnder')}${line('cites')}${word('legendCites')}<span class="dashed"></span>${word('legendMissing')}</footer>`;
}

/** In the colours of VS Code, which it gives in variables; in high contrast the borders carry what colours do not. */
export const MAP_STYLE = `
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body {
  display: flex; flex-direction: column; padding: 0; overflow: hidden;
  color: var(--vscode-editor-foreground); background: var(--vscode-editor-background);
  font: var(--vscode-font-size, 13px)/1.5 var(--vscode-font-family, sans-serif);
  --edge: color-mix(in srgb, var(--vscode-editor-foreground) 45%, var(--vscode-editor-background));
  --border: var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-editor-foreground) 48%, var(--vscode-editor-background)));
  --strong: var(--vscode-textLink-foreground); --lit: var(--vscode-charts-orange, #d18616);
  --own: color-mix(in srgb, var(--vscode-textLink-foreground) 14%, var(--vscode-editor-background));
  --box: var(--vscode-editorWidget-background, var(--vscode-editor-background));
}
body.vscode-high-contrast { --edge: var(--vscode-editor-foreground); --own: var(--vscode-editor-background); --lit: var(--vscode-focusBorder); }
header { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; padding: 8px 12px 4px; }
label { display: inline-flex; gap: 5px; align-items: center; }
.tools { display: inline-flex; gap: 4px; margin-left: auto; }
input[type=search] {
  width: 15em; padding: 3px 6px; font: inherit; color: var(--vscode-input-foreground); background: var(--vscode-input-background);
  border: 1px solid var(--vscode-input-border, var(--border)); border-radius: 2px;
}
input::placeholder { color: var(--vscode-input-placeholderForeground); }
button {
  min-width: 28px; padding: 3px 8px; font: inherit; cursor: pointer; border-radius: 2px;
  color: var(--vscode-button-secondaryForeground, inherit); background: var(--vscode-button-secondaryBackground, transparent);
  border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent));
}
button:hover { background: var(--vscode-button-secondaryHoverBackground, transparent); }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
#status { margin: 0; padding: 0 12px 4px; color: var(--vscode-descriptionForeground); }
#stage { flex: 1; min-height: 0; position: relative; }
#map { display: block; width: 100%; height: 100%; cursor: grab; touch-action: none; user-select: none; }
#map.dragged { cursor: grabbing; }
.empty #map { display: none; }
.empty #status { padding: 3em 2em; text-align: center; }
.empty footer { display: none; }
footer {
  display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; padding: 4px 12px 6px;
  font-size: .9em; color: var(--vscode-descriptionForeground);
}
footer svg { margin-left: 8px; } footer svg:first-child { margin-left: 0; }
.dashed { width: 26px; height: 13px; margin-left: 8px; border: 1px dashed var(--border); border-radius: 3px; }
.edge path { fill: none; stroke: var(--edge); } .edge.made path { stroke: var(--strong); }
.edge .hit { stroke: transparent !important; pointer-events: stroke; cursor: pointer; }
.edge path:not(.hit) { pointer-events: none; }
.cites-head { fill: var(--edge); } .made-head { fill: var(--strong); } .lit-head { fill: var(--lit); }
.count { visibility: hidden; fill: var(--vscode-editor-foreground); paint-order: stroke; stroke: var(--vscode-editor-background); stroke-width: 4px; pointer-events: none; }
.node { cursor: pointer; outline: none; }
.node rect { fill: var(--box); stroke: var(--border); }
.node.workspace rect { fill: var(--own); stroke: var(--strong); }
.node.missing rect { stroke-dasharray: 5 4; } .node.missing { cursor: default; }
.node text { fill: var(--vscode-editor-foreground); }
.node.missing text, .node text.more { fill: var(--vscode-descriptionForeground); }
.node.centre rect { stroke-width: 2.5; stroke: var(--lit); }
.node:focus-visible rect { stroke: var(--vscode-focusBorder); stroke-width: 3; }
.many .edge:not(.near, .lit) { opacity: .4; }
.dim .node:not(.lit), .dim .edge:not(.lit) { opacity: .22; }
.vscode-high-contrast .dim .node:not(.lit) { opacity: .45; }
.edge.lit path:not(.hit) { stroke: var(--lit); marker-end: url(#lit); }
.edge.lit .count { visibility: visible; }
`;
