import { runCommandLine } from './cli/program.js';

// The reader of a pipe may have seen enough (| head): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

void runCommandLine(process.argv.slice(2), process.env).then((code) => {
  // Not process.exit(): what was written to a pipe may still be on its way.
  process.exitCode = code;
});
