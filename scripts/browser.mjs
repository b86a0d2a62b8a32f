// The window of VS Code's server build: a Chromium that is on the machine, driven by playwright-core.

import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a program on PATH.
 * @param {string} name
 * @returns {string | undefined}
 */
export function onPath(name) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const suffix of suffixes) {
      const file = path.join(folder, name + suffix);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: the next folder may have it.
      }
    }
  }
  return undefined;
}

/**
 * The path of Chromium or Chrome. Where there is none, on Debian and with the right to do so, it is installed with a
 * font for Chinese.
 * @returns {string | undefined} undefined when there is none and none can be installed; why has been printed
 */
export function findChromium() {
  const found = NAMES.map(onPath).find((file) => file !== undefined);
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.error('正在安装 Chromium 与中文字体… Installing Chromium and a Chinese font…');
    try {
      const options = {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      };
      execFileSync('apt-get', ['update', '-qq'], options);
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], options);
      return onPath('chromium');
    } catch (error) {
      console.error(`安装 Chromium 失败。Installing Chromium failed: ${error.message}`);
      return undefined;
    }
  }
  console.error(
    '未找到 Chromium 或 Chrome，请先安装。Chromium or Chrome is missing: install it (Debian: apt-get install chromium fonts-noto-cjk).',
  );
  return undefined;
}

/**
 * Starts the browser and opens an empty page in it.
 * @param {string} executablePath
 * @param {object} [options]
 * @param {{width: number, height: number}} [options.viewport] in CSS pixels
 * @param {string} [options.locale] the preferred language, such as zh-CN
 * @returns {Promise<{browser: import('playwright-core').Browser, page: import('playwright-core').Page}>}
 */
export async function openBrowser(executablePath, { viewport = { width: 1280, height: 800 }, locale = 'en-US' } = {}) {
  const browser = await chromium.launch({ executablePath, args: ARGS });
  const page = await browser.newPage({ viewport, locale });
  return { browser, page };
}
