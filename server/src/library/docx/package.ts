import { UnreadableError } from '../unreadable.js';
import { readXml, type Pause, type XmlHandler } from './xml.js';
import { ZipArchive } from './zip.js';

/** What a compound file of OLE begins with: .doc, and what is kept encrypted in one. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What every ZIP archive with a file in it begins with: PK. */
const ARCHIVE = [0x50, 0x4b];

/**
 * A Word document as a package of parts. Parts are found by the relationships that the package states, not by their
 * names, and nothing but the parts asked for is unpacked.
 */
export class WordPackage {
  private constructor(
    private readonly archive: ZipArchive,
    /** The name of the part with the document's text. */
    readonly document: string,
    private readonly related: ReadonlyMap<string, string>,
  ) {}

  /** @throws UnreadableError where the bytes are no Word document */
  static async open(bytes: Uint8Array, pause: Pause): Promise<WordPackage> {
    if (beginsWith(bytes, COMPOUND_FILE)) throw new UnreadableError('old-word');
    if (!beginsWith(bytes, ARCHIVE)) throw new UnreadableError('damaged-word');
    const archive = new ZipArchive(bytes);
    const document = (await relationships(archive, '', pause)).get('officeDocument');
    if (document === undefined) {
      throw new UnreadableError('damaged-word', { zh: '没有正文', en: 'it has no document part' });
    }
    return new WordPackage(archive, document, await relationships(archive, document, pause));
  }

  /**
   * Reads the part that the document is related to in a way (`styles`, `numbering`); nothing where there is none.
   *
   * @throws UnreadableError as {@link readXml}
   */
  async readRelated(type: string, handler: XmlHandler, pause: Pause): Promise<void> {
    const name = this.related.get(type);
    if (name !== undefined && this.archive.has(name)) await readXml(name, this.archive.read(name), handler, pause);
  }

  /** Reads the part with the document's text; throws as {@link readXml}. */
  readDocument(handler: XmlHandler, pause: Pause): Promise<void> {
    return readXml(this.document, this.archive.read(this.document), handler, pause);
  }
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/**
 * What a part is related to within the package, by the last word of the relationship's type.
 *
 * @param part empty for the package itself
 */
async function relationships(archive: ZipArchive, part: string, pause: Pause): Promise<Map<string, string>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const targets = new Map<string, string>();
  if (!archive.has(name)) return targets;
  const handler: XmlHandler = {
    open(element, attribute) {
      if (element !== 'rel:Relationship' || attribute('TargetMode') === 'External') return;
      const type = attribute('Type') ?? '';
      const target = attribute('Target');
      if (target !== undefined) targets.set(type.slice(type.lastIndexOf('/') + 1), partName(folder, target));
    },
    close: () => undefined,
    text: () => undefined,
  };
  await readXml(name, archive.read(name), handler, pause);
  return targets;
}

/** The name of a part that a relationship names from a folder: `styles.xml`, `/word/styles.xml`, `../customXml/a.xml`. */
function partName(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
