import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IToken } from 'vscode-textmate';

const SCOPE_NAME = 'text.regulation';
const GRAMMAR_FILE = path.resolve('syntaxes/regulation.tmLanguage.json');

/** A run of text under one scope. */
export type Coloured = readonly [text: string, scope: string];

/** Loads the grammar into the engine that VS Code tokenizes with. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(path.resolve('package.json')).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(await readFile(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) =>
      scopeName === SCOPE_NAME ? parseRawGrammar(await readFile(GRAMMAR_FILE, 'utf8'), GRAMMAR_FILE) : null,
  });
  const grammar = await registry.loadGrammar(SCOPE_NAME);
  if (grammar === null) throw new Error(`no grammar of the scope ${SCOPE_NAME} in ${GRAMMAR_FILE}`);
  return grammar;
}

/**
 * Tokenizes a text line by line, as the editor does.
 *
 * @returns for each line what is coloured in it, in order: the innermost scope of each run without the suffix
 * `.regulation`. Text without a scope of its own is left out.
 */
export function colours(grammar: IGrammar, text: string): Coloured[][] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return merged(line, tokens);
  });
}

function merged(line: string, tokens: readonly IToken[]): Coloured[] {
  const runs: [text: string, scope: string][] = [];
  let previous = '';
  for (const { startIndex, endIndex, scopes } of tokens) {
    const scope = (scopes.at(-1) ?? '').replace(/\.regulation$/, '');
    const text = line.slice(startIndex, endIndex);
    const last = runs.at(-1);
    if (scope === previous && last?.[1] === scope) last[0] += text;
    else if (`${scope}.regulation` !== SCOPE_NAME && text !== '') runs.push([text, scope]);
    previous = scope;
  }
  return runs;
}
