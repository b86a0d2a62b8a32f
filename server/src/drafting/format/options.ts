/** How a text is formatted; the settings below `tiaowen.format`. */
export interface FormatOptions {
  /** Headings that are spread out (总　　则): closed up, or kept as they are. */
  readonly headings: 'closed' | 'kept';
  /** What paragraphs begin with: nothing, two ideographic spaces, or what they have. */
  readonly indent: 'none' | 'two' | 'keep';
  /** Whether the table of contents is made to repeat the headings. */
  readonly contents: boolean;
}

export const DEFAULT_FORMAT: FormatOptions = { headings: 'closed', indent: 'none', contents: true };
