import { insertArticle, insertItem, insertParagraph } from './insert.js';
import { moveDown, moveUp } from './move.js';
import type { Operation } from './operation.js';
import { removeProvision } from './remove.js';
import { merge, split } from './splitAndMerge.js';

/** Every operation on provisions, by the name that commands give it. */
export const OPERATIONS = {
  insertArticle,
  insertParagraph,
  insertItem,
  removeProvision,
  moveUp,
  moveDown,
  split,
  merge,
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
