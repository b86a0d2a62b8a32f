import { SymbolKind } from 'vscode-languageserver';
import type { NodeKind } from '../syntax/structure.js';

const KINDS: Partial<Record<NodeKind, SymbolKind>> = {
  part: SymbolKind.Namespace,
  subpart: SymbolKind.Namespace,
  chapter: SymbolKind.Module,
  section: SymbolKind.Package,
  article: SymbolKind.Method,
  clause: SymbolKind.Method,
  paragraph: SymbolKind.Field,
  item: SymbolKind.EnumMember,
  subitem: SymbolKind.Constant,
  annex: SymbolKind.File,
};

/** The icon an editor shows a provision with: each level of the hierarchy has one of its own. */
export function symbolKindOf(kind: NodeKind): SymbolKind {
  return KINDS[kind] ?? SymbolKind.String;
}
