// `node:assert/strict` for the suite's web bundle: the web extension host has no Node modules.

module.exports = require('assert').strict;
