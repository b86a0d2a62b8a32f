/** A `.txt` file imported by a module is bundled as its text (the text loader of esbuild.mjs). */
declare module '*.txt' {
  const text: string;
  export default text;
}
