import { runIndexing } from './library/node/indexWorker.js';

// The script of the thread that indexes a folder, beside that of the program: small, because each thread loads it anew.
runIndexing();
