import * as browser from './extension.browser';
import * as node from './extension.node';

/**
 * The entry of the extension in both hosts, so that what they share is packed once. What only one of them has is loaded
 * only there (esbuild.mjs).
 */
export const { activate, deactivate } = typeof WorkerGlobalScope === 'undefined' ? node : browser;
