declare module 'tests:e2e' {
  /** Runs every `*.test.ts` of this folder that was bundled, so that mocha learns its tests (see esbuild.mjs). */
  export function loadTests(): void;
}
