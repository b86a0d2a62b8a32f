import { version } from '../../package.json';

/** The version of this package. */
export const VERSION = version;

declare const TIAOWEN_CODE: string;

/** Names the code that reads texts: what other code has found in them is not taken over. */
export const CODE = TIAOWEN_CODE;
