import { serveInWorker } from './main.browser.js';
import { serveInProcess } from './main.node.js';

// One script for both hosts, so that what they share is packed once. What only one of them has is loaded only there
// (esbuild.mjs).
if (typeof WorkerGlobalScope === 'undefined') serveInProcess();
else serveInWorker();
