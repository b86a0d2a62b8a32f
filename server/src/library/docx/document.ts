import { UnreadableError } from '../unreadable.js';
import { Changes, changeOf, type ChangesTaken } from './changes.js';
import { Fields } from './fields.js';
import { Budget, Flow, type ParagraphEnd } from './flow.js';
import { markOf, NOTES, type NoteKind, type Reference } from './notes.js';
import type { Numbering } from './numbering.js';
import { isOn, levelOf, type Styles } from './styles.js';
import type { Attributes, XmlHandler } from './xml.js';

/** A paragraph while it is read. */
interface Paragraph {
  text: string;
  style: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  end: ParagraphEnd;
  /** The lines of text boxes that are anchored in it. */
  readonly boxes: string[][];
}

/** A run of characters with the same properties. */
interface Run {
  isHidden: boolean | undefined;
  style: string | undefined;
}

/** A row of a table while it is read: its cells by their lines. */
interface Row {
  readonly cells: (readonly string[])[];
  /** Taken out by a tracked change: the row, the cell that is being read. */
  isDeleted: boolean;
  isCellDeleted: boolean;
}

/** Elements, beside tracked changes that are not taken, whose content is no text of the document: what properties were, how a character is read. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:rt',
]);

/** Changes that take something away. */
const REMOVALS: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:cellDel']);

/** Elements that refer to notes. */
const REFERENCES: Readonly<Record<string, NoteKind>> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
  'w:commentReference': 'comment',
};

/** Elements that are text themselves. */
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  // People end lines of a title so, and whole paragraphs of what was copied from a web page.
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** What is read, and how. */
export interface ReadingOptions {
  /** The root element of the part: the document, or its notes or comments. */
  readonly root?: string;
  /** What becomes of tracked changes. */
  readonly changes?: ChangesTaken;
  /** Whether a mark is left in the text where it refers to a note or a comment (notes.ts). */
  readonly marksReferences?: boolean;
}

/** A note while it is read. */
interface OpenNote {
  readonly id: string;
  readonly author: string | undefined;
  readonly isText: boolean;
}

/** The text of a note or a comment. */
export interface NoteText {
  readonly text: string;
  readonly author: string | undefined;
}

/**
 * Reads the text of a document (word/document.xml) paragraph by paragraph, as it is with all tracked changes accepted,
 * or rejected. What Word only shows is text too: the numbers of lists, the results of fields. Hidden text, page numbers,
 * notes, comments, headers and footers are left out; the parts that hold notes are read in the same way, each by itself.
 */
export class DocumentReader implements XmlHandler {
  /** Where the text refers to notes, in the order of their marks. */
  readonly references: Reference[] = [];
  /** The notes of the part by their ids. */
  readonly notes = new Map<string, NoteText>();
  readonly changes = new Changes();
  private readonly budget = new Budget();
  private readonly body = new Flow(this.budget);
  private readonly flows: Flow[] = [this.body];
  private readonly paragraphs: Paragraph[] = [];
  private readonly runs: Run[] = [];
  private readonly rows: Row[] = [];
  private readonly fields = new Fields();
  /** For each alternative content around, whether one of its choices has been taken. */
  private readonly alternatives: boolean[] = [];
  /** How deep the place is within what is left out. */
  private leftOut = 0;
  private reading: 'text' | 'trimmed text' | 'instruction' | undefined;
  private hasRoot = false;
  private note: OpenNote | undefined;
  private readonly root: string;
  private readonly taken: ChangesTaken;
  private readonly marksReferences: boolean;

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
    { root = 'w:document', changes = 'accepted', marksReferences = false }: ReadingOptions = {},
  ) {
    this.root = root;
    this.taken = changes;
    this.marksReferences = marksReferences;
  }

  /** The text once all has been read; a line a paragraph. */
  get result(): string {
    this.body.finish();
    return this.body.lines.join('\n');
  }

  open(name: string, attribute: Attributes, path: readonly string[]): void {
    if (!this.hasRoot) {
      if (name !== this.root) {
        throw new UnreadableError('damaged-word', { zh: '正文不是 Word 的', en: 'its text is not of Word' });
      }
      this.hasRoot = true;
    }
    const parent = path.at(-1) ?? '';
    this.changes.open(name, attribute('w:author'));
    if (this.leftOut > 0 || this.isLeftOut(name, parent)) this.leftOut++;
    else if (parent === 'w:pPr' || parent === 'w:numPr') this.paragraphProperty(name, attribute, path);
    else if (parent === 'w:rPr') this.runProperty(name, attribute, path.at(-2));
    else if (parent === 'w:trPr' || parent === 'w:tcPr') this.changeOfTable(name);
    else this.content(name, attribute, parent);
  }

  close(name: string): void {
    this.changes.close(name);
    if (this.leftOut > 0) {
      this.leftOut--;
      return;
    }
    this.reading = undefined;
    if (name === 'w:p') this.endParagraph();
    else if (name === 'w:r' || name === 'm:r') this.runs.pop();
    else if (name === 'w:tc') this.endCell();
    else if (name === 'w:tr') this.endRow();
    else if (name === 'w:txbxContent') this.endBox();
    else if (name === 'w:fldSimple') this.fields.end();
    else if (name === 'mc:AlternateContent') this.alternatives.pop();
    else if (name in NOTES) this.endNote();
  }

  text(text: string): void {
    if (this.reading) this.changes.text();
    if (this.leftOut > 0) return;
    if (this.reading === 'instruction') this.fields.instruct(text);
    else if (this.reading === 'text') this.write(text.replace(/[\r\n]/g, ' '));
    else if (this.reading) this.write(trimmed(text).replace(/[\r\n]/g, ' '));
  }

  private isLeftOut(name: string, parent: string): boolean {
    // Among properties they say that the end of the paragraph, or the row, is changed.
    if (changeOf(name) === 'run' && this.isUndone(name)) return parent !== 'w:rPr' && parent !== 'w:trPr';
    if (name === 'w:pPrChange' && this.taken === 'rejected') return false;
    if (LEFT_OUT.has(name)) return true;
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false;
    const isTaken = this.alternatives.pop() ?? false;
    this.alternatives.push(true);
    return isTaken;
  }

  /** Whether what a change put there, or took away, is not in the text. */
  private isUndone(name: string): boolean {
    return (this.taken === 'accepted') === REMOVALS.has(name);
  }

  private content(name: string, attribute: Attributes, parent: string): void {
    switch (name) {
      case 'w:p':
        this.paragraphs.push({
          text: '',
          style: undefined,
          numId: undefined,
          level: undefined,
          end: 'kept',
          boxes: [],
        });
        break;
      case 'w:r':
      case 'm:r':
        this.runs.push({ isHidden: undefined, style: undefined });
        break;
      case 'w:t':
      case 'm:t':
        this.reading = attribute('xml:space') === 'preserve' ? 'text' : 'trimmed text';
        break;
      case 'w:delText':
        if (this.taken === 'rejected') this.reading = attribute('xml:space') === 'preserve' ? 'text' : 'trimmed text';
        break;
      case 'w:delInstrText':
        if (this.taken === 'rejected') this.reading = 'instruction';
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
      case 'w:commentReference':
        this.refer(REFERENCES[name], attribute('w:id'));
        break;
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        this.beginNote(attribute);
        break;
      case 'w:sym':
        this.write(symbol(attribute('w:char')));
        break;
      case 'w:instrText':
        this.reading = 'instruction';
        break;
      case 'w:fldChar':
        this.fieldCharacter(attribute('w:fldCharType'));
        break;
      case 'w:fldSimple':
        this.fields.begin();
        this.fields.instruct(attribute('w:instr') ?? '');
        this.fields.separate();
        break;
      case 'w:tr':
        this.rows.push({ cells: [], isDeleted: false, isCellDeleted: false });
        break;
      case 'w:tc':
      case 'w:txbxContent':
        this.flows.push(new Flow(this.budget));
        break;
      case 'mc:AlternateContent':
        this.alternatives.push(false);
        break;
      default:
        // w:tab among the stops of a paragraph is none.
        if (parent !== 'w:tabs') this.write(CHARACTERS[name] ?? '');
    }
  }

  /** Of the paragraph's own properties, or of its numbering among them. */
  private paragraphProperty(name: string, attribute: Attributes, path: readonly string[]): void {
    const paragraph = this.paragraphs.at(-1);
    const value = attribute('w:val');
    if (!paragraph || !path.slice(-5).includes('w:p')) return;
    const isFormer = path.slice(-3).includes('w:pPrChange');
    if (name === 'w:pPrChange') {
      // Where changes are rejected they are what they were before.
      paragraph.style = paragraph.numId = paragraph.level = undefined;
    } else if (!isFormer && !path.slice(-3).includes('w:p')) return;
    else if (name === 'w:pStyle') paragraph.style = value;
    else if (name === 'w:numId') paragraph.numId = value;
    else if (name === 'w:ilvl') paragraph.level = levelOf(value);
  }

  /** @param owner the run, or the properties of the paragraph whose end it is about */
  private runProperty(name: string, attribute: Attributes, owner: string | undefined): void {
    const value = attribute('w:val');
    const paragraph = this.paragraphs.at(-1);
    const run = this.runs.at(-1);
    if (owner === 'w:pPr' && paragraph) {
      if (changeOf(name) === 'run' && this.isUndone(name)) paragraph.end = 'deleted';
      else if ((name === 'w:vanish' || name === 'w:specVanish') && isOn(value) && paragraph.end === 'kept') {
        paragraph.end = 'hidden';
      }
    } else if ((owner === 'w:r' || owner === 'm:r') && run) {
      if (name === 'w:vanish') run.isHidden = isOn(value);
      else if (name === 'w:rStyle') run.style = value;
    }
  }

  private changeOfTable(name: string): void {
    const row = this.rows.at(-1);
    if (!row || changeOf(name) === undefined || !this.isUndone(name)) return;
    if (changeOf(name) === 'cell') row.isCellDeleted = true;
    else row.isDeleted = true;
  }

  private fieldCharacter(type: string | undefined): void {
    if (type === 'begin') this.fields.begin();
    else if (type === 'separate') this.fields.separate();
    else if (type === 'end') this.fields.end();
  }

  private write(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (text === '' || !paragraph || this.fields.hides || this.isHidden(paragraph)) return;
    this.budget.spend(text.length);
    paragraph.text += text;
  }

  private refer(kind: NoteKind | undefined, id: string | undefined): void {
    const paragraph = this.paragraphs.at(-1);
    if (!this.marksReferences || !paragraph || kind === undefined || id === undefined) return;
    const mark = markOf(this.references.length);
    this.budget.spend(mark.length);
    paragraph.text += mark;
    this.references.push({ kind, id });
  }

  private beginNote(attribute: Attributes): void {
    // Lines between notes and the text are notes of a type of their own.
    this.note = {
      id: attribute('w:id') ?? '',
      author: attribute('w:author'),
      isText: (attribute('w:type') ?? 'normal') === 'normal',
    };
    this.flows.push(new Flow(this.budget));
  }

  private endNote(): void {
    const text = this.endFlow().join('\n').trim();
    if (this.note?.isText) this.notes.set(this.note.id, { text, author: this.note.author });
    this.note = undefined;
  }

  private isHidden(paragraph: Paragraph): boolean {
    const run = this.runs.at(-1);
    return run?.isHidden ?? this.styles.isHidden(run?.style) ?? this.styles.isHidden(paragraph.style) ?? false;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    const flow = this.flows.at(-1);
    if (!paragraph || !flow) return;
    this.fields.endParagraph();
    flow.paragraph(paragraph.text, paragraph.end, () => this.count(paragraph));
    for (const lines of paragraph.boxes) flow.take(lines);
  }

  /** The paragraph's number in its list: the paragraph's own, or its style's. */
  private count({ numId, level, style }: Paragraph): ReturnType<Numbering['next']> {
    const ofStyle = this.styles.numberingOf(style);
    if (numId !== undefined) return this.numbering.next(numId, level ?? 0);
    if (!ofStyle) return undefined;
    const linked = this.numbering.levelOfStyle(ofStyle.numId, ofStyle.style);
    return this.numbering.next(ofStyle.numId, level ?? linked ?? ofStyle.level ?? 0);
  }

  private endFlow(): string[] {
    const flow = this.flows.length > 1 ? this.flows.pop() : undefined;
    flow?.finish();
    return flow?.lines ?? [];
  }

  private endCell(): void {
    const lines = this.endFlow();
    const row = this.rows.at(-1);
    if (!row) this.flows.at(-1)?.take(lines);
    else if (!row.isCellDeleted) row.cells.push(lines);
    if (row) row.isCellDeleted = false;
  }

  private endRow(): void {
    const row = this.rows.pop();
    if (row && !row.isDeleted) this.flows.at(-1)?.row(row.cells);
  }

  /** Text boxes come behind the paragraph that they are anchored in. */
  private endBox(): void {
    const lines = this.endFlow();
    const anchor = this.paragraphs.at(-1);
    if (anchor) anchor.boxes.push(lines);
    else this.flows.at(-1)?.take(lines);
  }
}

/** Text without the white space of XML at its ends; U+3000 is no such space. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && XML_SPACE.includes(text.charAt(start))) start++;
  while (end > start && XML_SPACE.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const XML_SPACE = ' \t\r\n';

/**
 * The character of w:sym. Fonts of symbols have theirs in the private use area, and what it means is known to the font
 * only: it stays as it is.
 */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  return value > 0x1f && value < 0xfffe ? String.fromCharCode(value) : '';
}
