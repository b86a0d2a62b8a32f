import { runIndexing } from './library/node/indexWorker.js';

// The script of the threads that index folders, beside those that start them: small, because each thread loads it anew.
runIndexing();
