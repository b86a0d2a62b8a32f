import type { Attributes, XmlHandler } from './xml.js';

/** What of a style bears on the text of paragraphs. */
interface Style {
  basedOn?: string;
  numId?: string;
  level?: number;
  isHidden?: boolean;
}

/** The numbering that a paragraph has from its style. */
export interface StyleNumbering {
  readonly numId: string;
  /** The level the style itself names; a level that is linked to the style goes before it. */
  readonly level: number | undefined;
  /** The style that names the numbering: the paragraph's own, or one it is based on. */
  readonly style: string;
}

/** Longest chain of styles based on one another; Word's own end far earlier. */
const MAX_CHAIN = 64;

/** Reads the styles of a document (word/styles.xml). */
export class Styles implements XmlHandler {
  private readonly styles = new Map<string, Style>();
  private current: Style | undefined;
  private defaultParagraph: string | undefined;

  open(name: string, attribute: Attributes, path: readonly string[]): void {
    const value = attribute('w:val');
    if (name === 'w:style') {
      const id = attribute('w:styleId') ?? '';
      this.styles.set(id, (this.current = {}));
      if (attribute('w:type') === 'paragraph' && isOn(attribute('w:default') ?? 'false')) this.defaultParagraph = id;
    } else if (this.current && path.length <= 5) this.property(this.current, name, value, path);
  }

  close(name: string): void {
    if (name === 'w:style') this.current = undefined;
  }

  text(): void {
    // Styles hold no text.
  }

  /** @param style of the paragraph; undefined is the default style */
  numberingOf(style: string | undefined): StyleNumbering | undefined {
    for (const [id, { numId, level }] of this.chain(style ?? this.defaultParagraph)) {
      if (numId !== undefined) return { numId, level, style: id };
    }
    return undefined;
  }

  /** Whether text in a style is hidden; undefined where the style leaves it open. */
  isHidden(style: string | undefined): boolean | undefined {
    for (const [, { isHidden }] of this.chain(style)) if (isHidden !== undefined) return isHidden;
    return undefined;
  }

  private property(style: Style, name: string, value: string | undefined, path: readonly string[]): void {
    // Below the style itself: what it says of parts of tables is further in.
    const place = path.slice(path.lastIndexOf('w:style') + 1).join('/');
    if (name === 'w:basedOn' && place === '') style.basedOn = value;
    else if (name === 'w:numId' && place === 'w:pPr/w:numPr') style.numId = value;
    else if (name === 'w:ilvl' && place === 'w:pPr/w:numPr') style.level = levelOf(value);
    else if (name === 'w:vanish' && place === 'w:rPr') style.isHidden = isOn(value);
  }

  /** A style and those it is based on, the nearest first. */
  private *chain(style: string | undefined): Generator<[string, Style], void, undefined> {
    let id = style;
    for (let length = 0; id !== undefined && length < MAX_CHAIN; length++) {
      const found = this.styles.get(id);
      if (!found) return;
      yield [id, found];
      id = found.basedOn;
    }
  }
}

/** Whether a property is on that is so by standing there. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/.test(value);
}

/** A level of a list, from 0 to 8. */
export function levelOf(value: string | undefined): number {
  const level = Number.parseInt(value ?? '', 10);
  return level >= 0 && level <= 8 ? level : 0;
}
