/** How a text looks in Word. The defaults are the layout of official documents (GB/T 9704). */
export interface ExportOptions {
  /** Fonts; of a list, with commas between them, the first that a computer has. */
  readonly font: {
    readonly title: string;
    readonly heading: string;
    readonly body: string;
    /** Of the note on the instrument's history. */
    readonly note: string;
  };
  /** Sizes in points. */
  readonly size: {
    readonly title: number;
    readonly body: number;
  };
}

/** 方正小标宋 二号, 黑体, 仿宋 三号, 楷体. */
export const DEFAULT_EXPORT: ExportOptions = {
  font: {
    title: '方正小标宋简体, 方正小标宋_GBK, 华文中宋, 宋体',
    heading: '黑体, 方正黑体_GBK',
    body: '仿宋_GB2312, 仿宋, 方正仿宋_GBK, 华文仿宋',
    note: '楷体_GB2312, 楷体, 方正楷体_GBK, 华文楷体',
  },
  size: { title: 22, body: 16 },
};

const SMALLEST = 5;
const LARGEST = 72;

/** Options from settings: what is absent, or none, has its default. */
export function exportOptions(value: unknown): ExportOptions {
  const section = (name: string): Record<string, unknown> => {
    const found = (value as Record<string, unknown> | null | undefined)?.[name];
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
  };
  const [font, size] = [section('font'), section('size')];
  const fontOf = (name: keyof ExportOptions['font']): string => {
    const given = font[name];
    return typeof given === 'string' && fontsOf(given).length > 0 ? given : DEFAULT_EXPORT.font[name];
  };
  const sizeOf = (name: keyof ExportOptions['size']): number => {
    const given = size[name];
    return typeof given === 'number' && given >= SMALLEST && given <= LARGEST ? given : DEFAULT_EXPORT.size[name];
  };
  return {
    font: { title: fontOf('title'), heading: fontOf('heading'), body: fontOf('body'), note: fontOf('note') },
    size: { title: sizeOf('title'), body: sizeOf('body') },
  };
}

/** The fonts of a list. */
export function fontsOf(list: string): string[] {
  return list
    .split(/[,，;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
