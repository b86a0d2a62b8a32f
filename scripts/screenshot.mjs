// Opens a live VS Code (the server build) with the extension on a copy of a folder, and lets a small script click, type
// and save pictures of what a person would see. What it shows must be built before (npm run build).
//
//   node scripts/screenshot.mjs STEPS.mjs [--folder FOLDER] [--out DIR] [--locale en-US] [--size 1280x800] [--web]
//
// STEPS.mjs exports a default function that gets a Window (below). DIR is screenshots/ below the cache by default.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium, openBrowser } from './browser.mjs';
import { exitOnSignals, startVSCodeServer } from './vscode-server.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What a steps script has in hand: the page itself, and the moves that every script needs. */
export class Window {
  /**
   * @param {import('playwright-core').Page} page
   * @param {string} folder the opened folder
   * @param {string} out where pictures go
   */
  constructor(page, folder, out) {
    /** The page of playwright-core, for everything else. */
    this.page = page;
    this.folder = folder;
    this.out = out;
    /** The text of the file opened last. */
    this.text = '';
  }

  /**
   * Opens a file at the top of the folder by its name and waits for its text.
   * @param {string} name
   */
  async open(name) {
    this.text = readFileSync(path.join(this.folder, name), 'utf8');
    await this.#pick('Control+P', name, name);
    await this.page.getByRole('tab', { name, exact: false }).first().waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /**
   * Runs a command of the palette by its title, in the language of the window.
   * @param {string} title
   */
  async command(title) {
    await this.#pick('F1', `>${title}`, title);
  }

  /**
   * Puts the cursor there.
   * @param {number} line from 1
   * @param {number} column from 1, in characters
   */
  async goTo(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget input').fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    // Not `:line:column`, whose columns count a Chinese character as two.
    for (let at = 1; at < column; at++) await this.page.keyboard.press('ArrowRight');
  }

  /**
   * Puts the cursor into the first place of some words in the file opened last, behind their first character.
   * @param {string} words
   */
  async goToText(words) {
    const at = this.text.indexOf(words);
    if (at < 0) throw new Error(`not in the file: ${words}`);
    const before = this.text.slice(0, at).split('\n');
    await this.goTo(before.length, (before.at(-1) ?? '').length + 2);
  }

  /**
   * Saves a picture of the window as NAME.png.
   * @param {string} name
   * @param {{x: number, y: number, width: number, height: number}} [clip] the part that is to be seen
   */
  async save(name, clip) {
    const file = path.join(this.out, `${name}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled', ...(clip && { clip }) });
    console.log(file);
  }

  /**
   * Opens a quick pick, types into it and takes the row that shows `label`.
   * @param {string} key
   * @param {string} typed
   * @param {string} label
   */
  async #pick(key, typed, label) {
    await this.page.keyboard.press(key);
    await this.page.locator('.quick-input-widget input').fill(typed);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first().click();
    // Away from what lies below the pick, which would show its tooltip.
    await this.page.mouse.move(0, 0);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }
}

/**
 * The arguments, or a message of what is wrong with them.
 * @returns {{steps: string, folder: string, out: string, locale: string, viewport: {width: number, height: number}, web: boolean}}
 */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: path.join(root, 'sample') },
      out: { type: 'string', default: path.join(root, '.cache', 'screenshots') },
      locale: { type: 'string', default: 'en-US' },
      size: { type: 'string', default: '1280x800' },
      web: { type: 'boolean', default: false },
    },
  });
  const [steps] = positionals;
  const size = /^(\d+)x(\d+)$/.exec(values.size);
  if (!steps) throw new Error('STEPS.mjs is missing');
  if (!size) throw new Error(`--size ${values.size} is not WIDTHxHEIGHT`);
  if (!statSync(values.folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`no folder ${values.folder}`);
  return {
    steps: path.resolve(steps),
    folder: path.resolve(values.folder),
    out: path.resolve(values.out),
    locale: values.locale,
    viewport: { width: Number(size[1]), height: Number(size[2]) },
    web: values.web,
  };
}

async function main() {
  let options;
  try {
    options = readArguments();
  } catch (error) {
    console.error(`screenshot.mjs: ${error.message}`);
    return 2;
  }
  const { default: steps } = await import(pathToFileURL(options.steps).href);
  const chromium = findChromium();
  if (!chromium) return 1;

  mkdirSync(options.out, { recursive: true });
  const temporary = mkdtempSync(path.join(tmpdir(), 'tiaowen-screenshot-'));
  const folder = path.join(temporary, path.basename(options.folder));
  cpSync(options.folder, folder, { recursive: true });
  exitOnSignals();
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
  const settings = options.web ? { 'remote.extensionKind': { 'tiaowen.tiaowen': ['web'] } } : {};
  const server = await startVSCodeServer({ settings });
  const { browser, page } = await openBrowser(chromium, options);
  try {
    await page.goto(server.url({ folder, extension: root }));
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
    await steps(new Window(page, folder, options.out));
    return 0;
  } catch (error) {
    console.error(error);
    await page.screenshot({ path: path.join(options.out, 'failed.png') });
    return 1;
  } finally {
    await browser.close();
    await server.stop();
  }
}

process.exitCode = await main();
