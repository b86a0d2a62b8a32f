import { SyntaxTree, type SyntaxNode } from '../../server/src/syntax/tree';

/** An edit: what is put in the place of what, by offsets into the text before it. */
export interface Edit {
  readonly kind: string;
  readonly offset: number;
  readonly removed: number;
  readonly inserted: string;
}

/** Edits of one kind, one after the other, at one place; behind the last of them the text is what it was. */
export interface Round {
  readonly place: string;
  readonly edits: readonly Edit[];
}

/** The kind of edits that are made most. */
export const TYPING = 'a character';

const PLACES = [
  { place: 'first line', part: 0 },
  { place: 'middle', part: 0.5 },
  { place: 'last line', part: 1 },
] as const;

/** What is typed, with a citation in it; in the first line, which is the title, what a drafter puts there. */
const SENTENCE = '，依照本规定第十二条第二款的规定处理';
const TITLE_WORDS = '（修订草案征求意见第二稿）';

/** The kinds of edits at the three places of a text; those of chapters only where it has chapters. */
export function roundsIn(text: string): Round[] {
  const { root } = SyntaxTree.parse(text);
  const all = [...root.walk()];
  const articles = all.filter(({ kind, number }) => kind === 'article' && /^\d+$/.test(number));
  const chapters = all.filter(({ kind }) => kind === 'chapter');
  return [
    ...PLACES.map(({ place, part }) => ({ place, edits: typing(text, part) })),
    ...PLACES.flatMap(({ place, part }) => {
      const article = atPart(articles, part);
      return article ? [{ place, edits: pasting(text, article) }] : [];
    }),
    ...PLACES.flatMap(({ place, part }) => {
      const chapter = atPart(chapters, part);
      return chapter ? [{ place, edits: deleting(text, chapter) }] : [];
    }),
  ];
}

/** Words are typed a character at a time, and taken back a character at a time. */
function typing(text: string, part: number): Edit[] {
  const kind = TYPING;
  const offset = part === 0 ? text.search(/[\r\n]|$/) : text.lastIndexOf('。', text.length * part);
  const characters = [...(part === 0 ? TITLE_WORDS : SENTENCE)];
  const typed = characters.map((inserted, index) => ({ kind, offset: offset + index, removed: 0, inserted }));
  const deleted = typed.map((edit) => ({ ...edit, removed: 1, inserted: '' })).reverse();
  return [...typed, ...deleted];
}

/** A copy of an article is pasted behind it, with the number that an article put in there gets. */
function pasting(text: string, { full, label }: SyntaxNode): Edit[] {
  const inserted = text.slice(full.start, full.end).replace(label, `${label}之一`);
  return withUndo('an article pasted', { offset: full.end, removed: 0, inserted }, text);
}

function deleting(text: string, { full }: SyntaxNode): Edit[] {
  return withUndo('a chapter deleted', { offset: full.start, removed: full.end - full.start, inserted: '' }, text);
}

function withUndo(kind: string, edit: Omit<Edit, 'kind'>, text: string): Edit[] {
  const { offset, removed, inserted } = edit;
  const undo = { offset, removed: inserted.length, inserted: text.slice(offset, offset + removed) };
  return [
    { kind, ...edit },
    { kind: `undo: ${kind}`, ...undo },
  ];
}

function atPart<T>(items: readonly T[], part: number): T | undefined {
  return items[Math.floor((items.length - 1) * part)];
}
