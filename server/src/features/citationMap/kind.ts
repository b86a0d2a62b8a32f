import { profileOf } from '../../checks/profile.js';
import { titleKey } from '../../citations/titles.js';
import type { RegulationDocument } from '../../library/document.js';
import type { InstrumentKind } from '../../protocol.js';
import { SyntaxTree } from '../../syntax/tree.js';

const NO_TEXT = SyntaxTree.parse('');
const CONSTITUTION = titleKey('中华人民共和国宪法');
const INTERPRETER = /^最高人民(?:法院|检察院)/;

/** The kind of an instrument: told from its text, of one that the library has no text of from its title alone. */
export function kindOf(title: string, document: RegulationDocument | undefined): InstrumentKind {
  if (titleKey(title) === CONSTITUTION) return 'constitution';
  if (INTERPRETER.test(title)) return 'judicial-interpretation';
  return profileOf(document ?? { title, notes: [], tree: NO_TEXT }) ?? 'other';
}
