import { formatListNumber } from './numberFormat.js';
import { isOn, levelOf, type Styles } from './styles.js';
import type { Attributes, XmlHandler } from './xml.js';

/** One of the nine levels of a list. */
interface Level {
  start: number;
  format: string;
  /** What is shown: `第%1条`, where `%1` is the number of the first level. */
  text: string;
  /** The level, counted from 1, that begins this one anew; 0 never; undefined any above it. */
  restart: number | undefined;
  /** Shows the numbers of all levels in digits. */
  isLegal: boolean;
  suffix: string;
  /** The paragraph style that stands for this level. */
  style: string | undefined;
  isHidden: boolean;
}

/** A list's definition (w:abstractNum), whose count all lists that use it share. */
interface Definition {
  readonly levels: Map<number, Level>;
  /** A numbering style that holds the levels in its stead. */
  numberingStyle: string | undefined;
}

/** A list (w:num): a definition, with what it changes of it. */
interface List {
  definition: string | undefined;
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
}

/** The number of a paragraph, with the space behind it as Word has it. */
export interface ListNumber {
  readonly label: string;
  readonly suffix: string;
}

const LEVELS = 9;
const SUFFIXES: Readonly<Record<string, string>> = { tab: '\t', space: ' ', nothing: '' };
/** Fonts of symbols keep their marks of lists here. */
const PRIVATE_USE = /[\ue000-\uf8ff]/g;

/** Reads the lists of a document (word/numbering.xml), and counts. */
export class Numbering implements XmlHandler {
  private readonly definitions = new Map<string, Definition>();
  private readonly lists = new Map<string, List>();
  private definition: Definition | undefined;
  private list: List | undefined;
  private level: Level | undefined;
  /** The level that a list overrides. */
  private overridden = 0;
  private readonly counts = new Map<Definition, (number | undefined)[]>();
  /** Lists that have begun at a level where they give another number to begin with. */
  private readonly begun = new Set<string>();

  constructor(private readonly styles: Styles) {}

  open(name: string, attribute: Attributes, path: readonly string[]): void {
    const value = attribute('w:val');
    switch (name) {
      case 'w:abstractNum':
        this.definition = { levels: new Map(), numberingStyle: undefined };
        this.definitions.set(attribute('w:abstractNumId') ?? '', this.definition);
        break;
      case 'w:numStyleLink':
        if (this.definition) this.definition.numberingStyle = value;
        break;
      case 'w:num':
        this.list = { definition: undefined, levels: new Map(), starts: new Map() };
        this.lists.set(attribute('w:numId') ?? '', this.list);
        break;
      case 'w:abstractNumId':
        if (this.list) this.list.definition = value;
        break;
      case 'w:lvlOverride':
        this.overridden = levelOf(attribute('w:ilvl'));
        break;
      case 'w:startOverride':
        this.list?.starts.set(this.overridden, natural(value, 1));
        break;
      case 'w:lvl':
        this.level = newLevel();
        (this.list ?? this.definition)?.levels.set(levelOf(attribute('w:ilvl')), this.level);
        break;
      default:
        if (this.level) property(this.level, name, value, path);
    }
  }

  close(name: string): void {
    if (name === 'w:abstractNum') this.definition = undefined;
    else if (name === 'w:num') this.list = undefined;
    else if (name === 'w:lvl') this.level = undefined;
  }

  text(): void {
    // Definitions of lists hold no text.
  }

  /** The level of a list that stands for a paragraph style; undefined where none does. */
  levelOfStyle(numId: string, style: string): number | undefined {
    const list = this.lists.get(numId);
    const levels = list && this.definitionOf(list)?.levels;
    for (const [index, level] of levels ?? []) if (level.style === style) return index;
    return undefined;
  }

  /**
   * Counts a paragraph.
   *
   * @param level from 0
   * @returns its number; undefined where there is no such list, or nothing is shown
   */
  next(numId: string, level: number): ListNumber | undefined {
    const list = this.lists.get(numId);
    const definition = list && this.definitionOf(list);
    const shown = list && levelIn(list, definition, level);
    if (!list || !definition || !shown) return undefined;
    const counts = this.countsOf(definition);
    const start = list.starts.get(level);
    const beginning = `${String(level)} ${numId}`;
    const isAnew = start !== undefined && !this.begun.has(beginning);
    if (isAnew) this.begun.add(beginning);
    const before = isAnew ? undefined : counts[level];
    counts[level] = before === undefined ? (start ?? shown.start) : before + 1;
    for (let deeper = level + 1; deeper < LEVELS; deeper++) {
      const restart = levelIn(list, definition, deeper)?.restart;
      if (restart === undefined || level < restart) counts[deeper] = undefined;
    }
    const label = this.labelOf(list, definition, shown, counts);
    return label === '' ? undefined : { label, suffix: shown.suffix };
  }

  private labelOf(list: List, definition: Definition, shown: Level, counts: readonly (number | undefined)[]): string {
    if (shown.isHidden) return '';
    if (shown.format === 'bullet') return shown.text.replace(PRIVATE_USE, '•');
    return shown.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const level = levelIn(list, definition, index);
      // A level that nothing stands at yet is shown as if it had begun.
      const count = counts[index] ?? list.starts.get(index) ?? level?.start ?? 1;
      return formatListNumber(count, shown.isLegal ? 'decimal' : (level?.format ?? 'decimal'));
    });
  }

  private countsOf(definition: Definition): (number | undefined)[] {
    let counts = this.counts.get(definition);
    if (!counts) this.counts.set(definition, (counts = []));
    return counts;
  }

  private definitionOf({ definition }: List): Definition | undefined {
    const own = this.definitions.get(definition ?? '');
    if (own?.numberingStyle === undefined || own.levels.size > 0) return own;
    const linked = this.styles.numberingOf(own.numberingStyle)?.numId;
    return this.definitions.get(this.lists.get(linked ?? '')?.definition ?? '') ?? own;
  }
}

function levelIn(list: List, definition: Definition | undefined, level: number): Level | undefined {
  return list.levels.get(level) ?? definition?.levels.get(level);
}

function newLevel(): Level {
  return {
    start: 0,
    format: 'decimal',
    text: '',
    restart: undefined,
    isLegal: false,
    suffix: '\t',
    style: undefined,
    isHidden: false,
  };
}

function property(level: Level, name: string, value: string | undefined, path: readonly string[]): void {
  const parent = path.at(-1);
  // A format of newer kind stands in an alternative, with one of the old kinds behind it.
  if (name === 'w:numFmt') level.format = value ?? 'decimal';
  else if (name === 'w:vanish' && parent === 'w:rPr') level.isHidden = isOn(value);
  if (parent !== 'w:lvl') return;
  if (name === 'w:start') level.start = natural(value, 0);
  else if (name === 'w:lvlText') level.text = value ?? '';
  else if (name === 'w:lvlRestart') level.restart = natural(value, 0);
  else if (name === 'w:isLgl') level.isLegal = isOn(value);
  else if (name === 'w:suff') level.suffix = SUFFIXES[value ?? 'tab'] ?? '\t';
  else if (name === 'w:pStyle') level.style = value;
}

function natural(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return number >= 0 && number <= 1_000_000 ? number : otherwise;
}
