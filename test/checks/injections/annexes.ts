import type { Injections } from './injection.js';

const ANNEX = '附件\n水费表\n每吨一元。\n';

/** Annexes that no provision speaks of. */
export const ANNEXES: Injections = {
  'annex/uncited': (text, _article, { annexes }) => {
    if (/附[件录表]|所附|附后/.test(text) || annexes.length > 0) return undefined;
    const front = `${text.trimEnd()}\n`;
    return { text: front + ANNEX, at: { start: front.length, end: front.length + ANNEX.length } };
  },
};
