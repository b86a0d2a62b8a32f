import type { Range } from 'vscode-languageserver';
import type { RegulationDocument } from '../library/document.js';
import { PROVISION_KINDS, provisionsOf } from '../syntax/outline.js';
import type { SyntaxNode } from '../syntax/tree.js';

/** What `tiaowen outline --json` prints of a document. */
export interface Outline {
  /** Empty where the text has no title. */
  readonly title: string;
  /** The history notes (题注), a line each. */
  readonly notes: readonly string[];
  readonly children: readonly OutlineNode[];
  readonly annexes: readonly OutlineNode[];
}

/** A provision, or a container of provisions. */
export interface OutlineNode {
  readonly kind: 'part' | 'subpart' | 'chapter' | 'section' | 'article' | 'paragraph' | 'item' | 'subitem' | 'annex';
  /** `14`, `120-1`; paragraphs count from `1`; empty where there is none or it can't be read. */
  readonly number: string;
  /** The number as it is written: 第十四条, （三）. */
  readonly label: string;
  /** Of containers and annexes that have one. */
  readonly heading?: string;
  /** 0-based lines and UTF-16 characters. */
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly OutlineNode[];
}

/** The whole structure of a document, every paragraph included. */
export function outline(document: RegulationDocument): Outline {
  return {
    title: document.title,
    notes: document.notes,
    children: provisionsOf(document.tree.root).map((node) => outlineNode(document, node)),
    annexes: document.annexes.map((node) => outlineNode(document, node)),
  };
}

function outlineNode(document: RegulationDocument, node: SyntaxNode): OutlineNode {
  const { heading } = node;
  return {
    kind: kindOf(node),
    number: node.number,
    label: node.label,
    ...(heading && { heading }),
    range: document.rangeOf(node.range),
    selectionRange: document.rangeOf(node.selectionRange),
    children: provisionsOf(node).map((child) => outlineNode(document, child)),
  };
}

function kindOf({ kind }: SyntaxNode): OutlineNode['kind'] {
  // 一、 at the top of an instrument without articles is what other instruments number （一）.
  if (kind === 'clause') return 'item';
  if (!PROVISION_KINDS.has(kind) && kind !== 'annex') throw new RangeError(`${kind} is no provision.`);
  return kind as OutlineNode['kind'];
}
