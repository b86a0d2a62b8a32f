'use strict';
// Is loaded in front of a program (`node --require`) and its threads. Whoever would reach into a network or start
// another program is stopped, and noted in the file that TIAOWEN_GUARD names; what files are opened is noted there too.

const fs = require('node:fs');
const { appendFileSync } = fs;
const Module = require('node:module');

const notes = process.env.TIAOWEN_GUARD;
const note = (what) => appendFileSync(notes, `${what}\n`);

/** Makes every function of a module, and every class, one that is never to be called. */
function forbid(name, kept = []) {
  const module = require(name);
  for (const key of Object.keys(module)) {
    if (typeof module[key] !== 'function' || kept.includes(key)) continue;
    const stopped = function () {
      note(`forbidden ${name}.${key}`);
      throw new Error(`${name}.${key}`);
    };
    Object.defineProperty(module, key, { value: stopped, configurable: true, writable: true });
  }
}
// The pipes of standard input and output are sockets of `net`, made by Node itself before.
void [process.stdin, process.stdout, process.stderr];
for (const name of [
  'http',
  'https',
  'http2',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'net',
  'child_process',
  'cluster',
  'inspector',
  'repl',
]) {
  forbid(`node:${name}`, name === 'net' ? ['Socket', 'Stream'] : []);
}
const { Socket } = require('node:net');
Socket.prototype.connect = function () {
  note('forbidden net.Socket.connect');
  throw new Error('net.Socket.connect');
};
for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource']) {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      note(`forbidden ${name}`);
      throw new Error(name);
    },
  });
}

// Code is loaded from files of the program only: what is required is noted as any file is.
const { _resolveFilename: resolve } = Module;
Module._resolveFilename = function (...args) {
  const file = resolve.apply(this, args);
  note(`required ${file}`);
  return file;
};

const LOOKS = [
  'open',
  'openSync',
  'readFile',
  'readFileSync',
  'createReadStream',
  'readdir',
  'readdirSync',
  'opendir',
  'opendirSync',
];
for (const [module, names] of [
  [fs, LOOKS],
  [fs.promises, ['open', 'readFile', 'readdir', 'opendir']],
]) {
  for (const name of names) {
    const look = module[name];
    module[name] = function (file, ...rest) {
      if (typeof file === 'string' || file instanceof URL || Buffer.isBuffer(file)) note(`opened ${String(file)}`);
      return look.call(this, file, ...rest);
    };
  }
}
