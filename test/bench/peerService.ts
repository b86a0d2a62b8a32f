import MarkdownIt from 'markdown-it';
import { CancellationToken, Emitter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  githubSlugifier,
  LogLevel,
  type IMdLanguageService,
  type IMdParser,
  type ITextDocument,
  type IWorkspace,
} from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import type { Edit } from './edits';

/** The peer, wired as VS Code does it, with all texts in memory. */
export class PeerService {
  private readonly changed = new Emitter<ITextDocument>();
  private readonly documents: Map<string, TextDocument>;
  private readonly service: IMdLanguageService;

  /** @param texts by their URIs */
  constructor(texts: ReadonlyMap<string, string>) {
    this.documents = new Map(
      [...texts].map(([uri, text]) => [URI.parse(uri).toString(), TextDocument.create(uri, 'markdown', 1, text)]),
    );
    this.service = createLanguageService({
      workspace: this.workspace(),
      parser: parser(),
      logger: { level: LogLevel.Off, log: () => undefined },
    });
  }

  /** How many symbols all documents have. */
  async allSymbols(): Promise<number> {
    let count = 0;
    for (const document of this.documents.values()) count += countOf(await this.symbolsOf(document));
    return count;
  }

  /** Changes a document and returns what is made anew: how many symbols it has, and how many links. */
  async edit(uri: string, { offset, removed, inserted }: Edit): Promise<{ symbols: number; links: number }> {
    const document = this.documents.get(URI.parse(uri).toString());
    if (!document) throw new Error(`no document ${uri}`);
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + removed) };
    TextDocument.update(document, [{ range, text: inserted }], document.version + 1);
    this.changed.fire(document);
    const symbols = countOf(await this.symbolsOf(document));
    const links = await this.service.getDocumentLinks(document, CancellationToken.None);
    return { symbols, links: links.length };
  }

  private symbolsOf(document: ITextDocument): Promise<readonly Symbol[]> {
    return this.service.getDocumentSymbols(document, {}, CancellationToken.None);
  }

  private workspace(): IWorkspace {
    const find = (uri: URI): TextDocument | undefined => this.documents.get(uri.toString());
    return {
      workspaceFolders: [],
      onDidChangeMarkdownDocument: this.changed.event,
      onDidCreateMarkdownDocument: new Emitter<ITextDocument>().event,
      onDidDeleteMarkdownDocument: new Emitter<URI>().event,
      getAllMarkdownDocuments: () => Promise.resolve(this.documents.values()),
      hasMarkdownDocument: (uri) => find(uri) !== undefined,
      openMarkdownDocument: (uri) => Promise.resolve(find(uri)),
      stat: (uri) => Promise.resolve(find(uri) && { isDirectory: false }),
      readDirectory: () => Promise.resolve([]),
    };
  }
}

interface Symbol {
  readonly children?: readonly Symbol[];
}

function countOf(symbols: readonly Symbol[]): number {
  return symbols.reduce((sum, { children }) => sum + 1 + countOf(children ?? []), 0);
}

/** markdown-it, with the tokens of the latest version of a document kept, as VS Code keeps them. */
function parser(): IMdParser {
  const markdown = new MarkdownIt({ html: true });
  let known: { document: ITextDocument; version: number; tokens: ReturnType<MarkdownIt['parse']> } | undefined;
  return {
    slugifier: githubSlugifier,
    tokenize(document) {
      if (known?.document !== document || known.version !== document.version) {
        known = { document, version: document.version, tokens: markdown.parse(document.getText(), {}) };
      }
      return Promise.resolve(known.tokens);
    },
  };
}
