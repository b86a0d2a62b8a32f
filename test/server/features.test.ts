import assert from 'node:assert/strict';
import path from 'node:path';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  LocationLink,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TypeHierarchyItem,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { CORPUS } from '../../server/src/corpus.js';
import { at, Client, endServers, on, uriOf } from './client.js';

const URI = 'untitled:实施细则';
const TEXT = [
  '某自治区促进边境地区高质量发展条例实施细则',
  '第一章　总则',
  '第一条　根据《内蒙古自治区促进边境地区高质量发展条例》（以下简称《条例》）第十二条第二款，制定本细则。',
  '第二条　旗县级以上人民政府应当：',
  '（一）编制规划；',
  '（二）落实前条的规定。',
  '第一十条　违反第二条第二项的，依法处理。',
].join('\n');

/** Each request once; what they answer in every case stands in the tests of features/. */
describe('the server answers', () => {
  let client: Client;
  const textDocument = { uri: URI };
  const corpusUri = uriOf(path.resolve('corpus', CORPUS[0]?.name ?? ''));

  before(async () => {
    const capabilities = { textDocument: { definition: { linkSupport: true } } };
    client = await Client.start({ capabilities });
    await client.open(URI, TEXT);
  });
  after(endServers);

  it('documentSymbol', async () => {
    const [chapter] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.equal(chapter?.name, '第一章 总则');
    assert.deepEqual(
      chapter.children?.map(({ name, children }) => [name, children?.map((item) => item.name)]),
      [
        ['第一条', []],
        ['第二条', ['（一） 编制规划；', '（二） 落实前条的规定。']],
        ['第一十条', []],
      ],
    );
  });

  it('foldingRange', async () => {
    const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.deepEqual(
      ranges.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [1, 6],
        [3, 5],
      ],
    );
  });

  it('selectionRange', async () => {
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [at(5, 6)],
    });
    const ranges = [];
    for (let range = selection; range; range = range.parent) ranges.push(range.range);
    for (const wanted of [on(5, 5, 7), { start: at(3, 0), end: at(5, 11) }, { start: at(1, 0), end: at(6, 20) }]) {
      assert.ok(
        ranges.some((range) => JSON.stringify(range) === JSON.stringify(wanted)),
        JSON.stringify(wanted),
      );
    }
  });

  it('workspace/symbol', async () => {
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: '实施细则' });
    assert.ok(symbols.some(({ name, location }) => name === TEXT.split('\n')[0] && location.uri === URI));
    // What a query of everything leaves out is said.
    await client.request('workspace/symbol', { query: '第' });
  });

  it('definition, into the file of the bundled regulation', async () => {
    const [link] = await client.request<LocationLink[]>('textDocument/definition', {
      textDocument,
      position: at(2, 40),
    });
    assert.equal(link?.targetUri, corpusUri);
    assert.deepEqual(link.originSelectionRange, on(2, 37, 44));
  });

  it('references', async () => {
    const found = await client.request<Location[]>('textDocument/references', {
      textDocument,
      position: at(3, 1),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range]),
      [[URI, on(6, 7, 13)]],
    );
  });

  it('hover', async () => {
    const hover = await client.request<Hover>('textDocument/hover', { textDocument, position: at(6, 9) });
    assert.match(JSON.stringify(hover.contents), /落实前条的规定/);
  });

  it('documentHighlight', async () => {
    const found = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument,
      position: at(2, 1),
    });
    assert.deepEqual(
      found.map(({ range }) => range),
      [on(2, 0, 3), on(5, 5, 7)],
    );
  });

  it('semanticTokens, of all and of a range', async () => {
    const all = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    const one = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument,
      range: on(5, 0, 10),
    });
    assert.equal(all.data.length % 5, 0);
    assert.deepEqual(one.data.slice(0, 3), [5, 5, 2]);
    assert.ok(all.data.length > one.data.length);
  });

  it('callHierarchy: the article, what cites it and what it cites', async () => {
    const [item] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument,
      position: at(3, 1),
    });
    assert.equal(item?.name, '第二条');
    const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, fromRanges]),
      [['第十条', [on(6, 7, 13)]]],
    );
    const outgoing = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.name, fromRanges]),
      [['第一条', [on(5, 5, 7)]]],
    );
  });

  it('typeHierarchy: the regulation that the rules are made under, and back', async () => {
    const [item] = await client.request<TypeHierarchyItem[]>('textDocument/prepareTypeHierarchy', {
      textDocument,
      position: at(0, 1),
    });
    const [parent] = await client.request<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item });
    assert.equal(parent?.uri, corpusUri);
    const [child] = await client.request<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item: parent });
    assert.equal(child?.uri, URI);
  });

  it('documentLink, whose target is resolved when it is asked for', async () => {
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    const link = links.find(({ range }) => JSON.stringify(range) === JSON.stringify(on(2, 37, 44)));
    assert.ok(link);
    const { target } = await client.request<DocumentLink>('documentLink/resolve', link);
    assert.ok(target?.startsWith(`${corpusUri}#L`), target);
  });

  it('completion, whose documentation is resolved when it is asked for', async () => {
    const list = await client.request<CompletionList>('textDocument/completion', { textDocument, position: at(2, 38) });
    const [item] = list.items;
    assert.equal(item?.label, '第一条');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
    assert.match(JSON.stringify(resolved.documentation), /促进边境地区高质量发展/);
  });

  it('codeLens and inlayHint with nothing, as long as the settings do not ask for them', async () => {
    assert.deepEqual(await client.request('textDocument/codeLens', { textDocument }), []);
    assert.deepEqual(await client.request('textDocument/inlayHint', { textDocument, range: on(2, 0, 50) }), []);
  });

  it('codeAction', async () => {
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: on(6, 0, 0),
      context: { diagnostics: [] },
    });
    const [edit] = actions.flatMap((action) => action.edit?.changes?.[URI] ?? []);
    assert.ok(edit);
    assert.equal(actions[0]?.kind, 'quickfix');
  });

  describe('prepareRename and rename', () => {
    const uri = 'untitled:办法';
    before(async () => client.open(uri, '某办法\n第一条　本办法所称志愿者，是指自然人。\n第二条　志愿者。'));

    it('with all places', async () => {
      const params = { textDocument: { uri }, position: { line: 2, character: 5 } };
      assert.deepEqual(await client.request('textDocument/prepareRename', params), {
        range: { start: { line: 2, character: 4 }, end: { line: 2, character: 7 } },
        placeholder: '志愿者',
      });
      const { changes = {} } = await client.request<WorkspaceEdit>('textDocument/rename', {
        ...params,
        newName: '义工',
      });
      assert.deepEqual(
        changes[uri]?.map(({ range, newText }) => [range.start.line, newText]),
        [
          [1, '义工'],
          [2, '义工'],
        ],
      );
    });

    it('with the reason why not', async () => {
      const params = { textDocument: { uri }, position: { line: 2, character: 5 }, newName: '（义工）' };
      await assert.rejects(client.request('textDocument/rename', params), /名称中不能有“（”。/);
    });
  });
});
