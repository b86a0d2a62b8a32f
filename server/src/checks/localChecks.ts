import type { RegulationDocument } from '../library/document.js';
import { Derived } from '../syntax/derived.js';
import type { NodeKind } from '../syntax/structure.js';
import type { Span, SyntaxNode, SyntaxTree } from '../syntax/tree.js';
import type { Check, CheckContext, Finding, Fix } from './check.js';

/**
 * A rule whose findings depend on the words of one article (or of one paragraph that no article holds) alone. They are
 * remembered with the article's node, which the versions of a text share: an edit pays for the article it touches.
 */
export interface LocalRule extends Omit<Check, 'run'> {
  /**
   * Where this matches nowhere in a piece of text, {@link find} is not asked about it. One expression made of those of all
   * rules passes over nearly every article at once. Without groups of its own.
   */
  readonly trigger?: string;
  /** What it finds in one piece of text; the spans are those of the document. */
  find(this: void, piece: Piece): Iterable<Finding>;
  /** Which of all findings of a document count, where that rests on the whole of it. Left out, all do. */
  select?(this: void, findings: readonly Finding[], context: CheckContext): Iterable<Finding>;
}

/** A piece of text that local rules look at: an article or a clause with all that is in it, or a paragraph outside. */
export interface Piece {
  readonly node: SyntaxNode;
  /** Of {@link text}, as an offset into the document. */
  readonly start: number;
  /** The words of the node, the marks and line breaks in it included. */
  readonly text: string;
  /** Whether it stands in an annex, whose tables and forms are written as they like. */
  readonly isInAnnex: boolean;
}

const NONE: readonly never[] = [];

/** What was found in a piece: by the rule's place in the list, its spans counted from the start of the piece. */
interface Remembered {
  readonly rule: number;
  readonly finding: Finding;
}

/** Makes checks of local rules: they share one pass over the pieces of a text. */
export function localChecks(rules: readonly LocalRule[]): Check[] {
  const pass = new LocalPass(rules);
  return rules.map(({ trigger: _trigger, find: _find, select, ...check }, index) => ({
    ...check,
    run: (context: CheckContext): Iterable<Finding> => {
      const found = pass.findingsOf(context.document)[index] ?? NONE;
      return select && found.length > 0 ? select(found, context) : found;
    },
  }));
}

class LocalPass {
  private readonly triggers: RegExp;
  private readonly untriggered: readonly number[];
  /** An article may come to stand in an annex without a change of its own. */
  private readonly ofPiece = [new Derived<readonly Remembered[]>(), new Derived<readonly Remembered[]>()] as const;
  private readonly ofTree = new Derived<readonly Finding[][]>();

  constructor(private readonly rules: readonly LocalRule[]) {
    const triggers = [...new Set(rules.flatMap(({ trigger }) => trigger ?? []))];
    this.triggers = new RegExp(triggers.join('|') || '(?!)');
    this.untriggered = rules.flatMap(({ trigger }, index) => (trigger === undefined ? [index] : []));
  }

  /** The findings of each rule, in text order. */
  findingsOf({ tree }: RegulationDocument): readonly Finding[][] {
    let found = this.ofTree.get(tree);
    if (!found) {
      const byRule: Finding[][] = this.rules.map(() => []);
      for (const { node, isInAnnex } of piecesOf(tree)) {
        for (const { rule, finding } of this.rememberedIn(tree, node, isInAnnex)) {
          byRule[rule]?.push(moved(finding, node.offset));
        }
      }
      this.ofTree.set(tree, (found = byRule));
    }
    return found;
  }

  private rememberedIn(tree: SyntaxTree, node: SyntaxNode, isInAnnex: boolean): readonly Remembered[] {
    const known = this.ofPiece[isInAnnex ? 1 : 0];
    let remembered = known.get(node.green);
    if (!remembered) {
      const { start } = node.full;
      const piece = { node, start, text: tree.text.slice(start, start + node.green.contentEnd), isInAnnex };
      remembered = this.findIn(piece);
      known.set(node.green, remembered);
    }
    return remembered;
  }

  private findIn(piece: Piece): readonly Remembered[] {
    const rules = this.triggers.test(piece.text) ? this.rules.keys() : this.untriggered;
    let found: Remembered[] | undefined;
    for (const rule of rules) {
      for (const finding of this.rules[rule]?.find(piece) ?? NONE) {
        // A copy: a slice of the text would keep the whole of this version alive.
        const copy = JSON.parse(JSON.stringify(moved(finding, -piece.start))) as Finding;
        (found ??= []).push({ rule, finding: copy });
      }
    }
    return found ?? NONE;
  }
}

const PIECES: ReadonlySet<NodeKind> = new Set(['article', 'clause', 'paragraph', 'preamble']);
const HOLDERS: ReadonlySet<NodeKind> = new Set(['part', 'subpart', 'chapter', 'section', 'annex', 'document']);

const pieces = new Derived<readonly { node: SyntaxNode; isInAnnex: boolean }[]>();

/** The articles and clauses of a text, and the paragraphs outside of them, in text order. */
export function piecesOf(tree: SyntaxTree): readonly { node: SyntaxNode; isInAnnex: boolean }[] {
  let known = pieces.get(tree);
  if (!known) {
    const found: { node: SyntaxNode; isInAnnex: boolean }[] = [];
    const visit = (node: SyntaxNode, isInAnnex: boolean): void => {
      for (const child of node.children) {
        if (PIECES.has(child.kind)) found.push({ node: child, isInAnnex });
        else if (HOLDERS.has(child.kind)) visit(child, isInAnnex || child.kind === 'annex');
      }
    };
    visit(tree.root, false);
    pieces.set(tree, (known = found));
  }
  return known;
}

function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const { span, fixes } = finding;
  return { ...finding, span: shifted(span, by), ...(fixes && { fixes: fixes.map((fix) => movedFix(fix, by)) }) };
}

function movedFix({ title, edits }: Fix, by: number): Fix {
  return { title, edits: edits.map(({ span, newText }) => ({ span: shifted(span, by), newText })) };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
