// Stands in for the native module `@vscode/spdlog`, with which VS Code writes its logs and the output channels of
// extensions. The server build that scripts/vscode-server.mjs installs comes without native modules, and without this
// one its Node extension host writes no output channel at all.

const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

/** The severities of spdlog, from the least up; what is below a logger's own is left out. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

/** A log file, which grows without limit: what it belongs to lives for a session. */
class Logger {
  #file;
  #level = LEVELS.indexOf('info');
  /** Of a log each line has its time and severity in front; an output channel that is none is written as it is. */
  #isPlain = false;

  constructor(file) {
    this.#file = file;
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  setPattern() {
    this.#isPlain = false;
  }

  clearFormatters() {
    this.#isPlain = true;
  }

  // Nothing is held back.
  flush() {}
  drop() {}

  write(level, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const text = this.#isPlain ? message : `${time} [${LEVELS[level].replace('warn', 'warning')}] ${message}\n`;
    appendFileSync(this.#file, text);
  }
}

LEVELS.forEach((name, level) => {
  Logger.prototype[name] = function log(message) {
    this.write(level, message);
  };
});

async function createLogger(_name, file) {
  mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(file);
}

exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
