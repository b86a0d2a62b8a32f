import type { Report } from './report';

/** What each part of the benchmark gets. */
export interface Bench {
  /** The folder of the laws. */
  readonly folder: string;
  /** A folder for the index of the laws, which the parts share that need a library of all laws. */
  readonly storage: string;
  readonly report: Report;
}

/** Measures one subject and reports it. */
export type Part = (bench: Bench) => Promise<void>;
