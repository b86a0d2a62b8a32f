import regulation from '../../corpus/内蒙古自治区促进边境地区高质量发展条例.txt';

/** A text that every installation carries. */
export interface CorpusText {
  /** Its file name, the same in every scheme that serves it. */
  readonly name: string;
  readonly text: string;
  /** Names the text for as long as the code that reads texts has the same name: another corpus is other code. */
  readonly identity: string;
}

/** The bundled corpus. The texts are part of the bundles, so that no file has to be found or read at run time. */
export const CORPUS: readonly CorpusText[] = [
  { name: '内蒙古自治区促进边境地区高质量发展条例.txt', text: regulation, identity: 'corpus-1' },
];
