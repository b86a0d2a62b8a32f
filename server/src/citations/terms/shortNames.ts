import type { FoundDefinition, Reach, Stretch } from './definition.js';
import { split } from './meanings.js';

const VERB = '(?:分别|均|统一)?(?:简称|统称|合称|并称|总称|称)(?:为|作)?[:：]?';
/** 以下, 本章: without one of them only 简称 and 统称 give a name; 又称 and 也称 tell of one. */
const OPENING = `(?:(?<within>以下|下|本[编章节条])${VERB}|(?:简称|统称)(?:为|作)?[:：]?)`;
/** （以下简称…）, with something else in front of it or not. */
const CLAUSE = new RegExp(
  String.raw`[（(](?:[^（）()\n]{1,40}[，,；;]\s*)?${OPENING}\s*(?<list>(?:“[^“”]{1,40}”|《[^《》]{1,40}》|[^（）()“”《》\n]|[（(][^（）()\n]{1,20}[)）]){1,60}?)(?:[，,]?下同)?[)）]`,
  'dg',
);
/** ，以下简称… without brackets. */
const OPEN =
  /[，,]\s*以下(?:分别|均)?(?:简称|统称|合称|并称)(?:为|作)?\s*(?<list>“[^“”]{1,40}”|[^（）()“”《》，,。；;：:\s]{2,20})(?=[，,。；;）)]|$)/dg;

/**
 * Finds the short names that the words of a paragraph or item give to anything: （以下简称主管部门）, （以下统称建设项目）.
 * Those in 《》 are not among them: they are short for a title.
 */
export function shortNamesIn(words: string): FoundDefinition[] {
  // Nearly all paragraphs give none, and are passed over here.
  if (!words.includes('称')) return [];
  const found: FoundDefinition[] = [];
  for (const pattern of [CLAUSE, OPEN]) {
    for (const match of words.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['list'] ?? [0, 0];
      const whole = { start: match.index, end: match.index + match[0].length };
      const within = match.groups?.['within'] ?? '';
      // （…，以下简称X） is found in both ways.
      if (found.some(({ whole: known }) => start >= known.start && start < known.end)) continue;
      for (const place of namesIn(words, { start, end }, match[0].includes('分别'))) {
        const name = words.slice(place.start, place.end);
        found.push({
          kind: 'short',
          name,
          place,
          whole,
          isOpen: false,
          reach: reachOf(within),
          isFormal: true,
          isPartial: false,
          isCoined: !/[统合并总]称/.test(match[0]) && !words.slice(0, whole.start).includes(name),
          fullForm: fullFormBefore(words, whole.start, name),
        });
      }
    }
  }
  return found.sort((a, b) => a.place.start - b.place.start);
}

/** One name, or each in quotes, or those that 分别 tells apart. */
function namesIn(words: string, list: Stretch, isList: boolean): Stretch[] {
  const quoted = [...words.slice(list.start, list.end).matchAll(/“([^“”《》]+)”/g)].map(({ index, 1: name = '' }) => ({
    start: list.start + index + 1,
    end: list.start + index + 1 + name.length,
  }));
  const text = words.slice(list.start, list.end);
  const names =
    quoted.length > 0 && /^(?:“[^“”]+”(?:、|和|与|及|或者?|以及)?)+$/.test(text)
      ? quoted
      : isList
        ? split(words, list, /、|以及|和|与|及/g)
        : [list];
  return names.flatMap((name) => {
    const inner = words.slice(name.start, name.end);
    const start = name.start + inner.length - inner.trimStart().length;
    const trimmed = inner.trim();
    return trimmed.length < 2 || /[《》“”，,；;。]/.test(trimmed) ? [] : [{ start, end: start + trimmed.length }];
  });
}

function reachOf(within: string): Reach {
  const container = ({ 本编: 'part', 本章: 'chapter', 本节: 'section', 本条: 'article' } as const)[within];
  return container ? { kind: 'around', container } : { kind: 'instrument' };
}

/** The two characters before the name in what it is short for, where that ends with it. */
function fullFormBefore(words: string, end: number, name: string): string {
  const before = words.slice(Math.max(0, end - name.length - 2), end);
  const form = before.endsWith(name) ? before.slice(0, -name.length) : '';
  return /[的和或及与等类、，]$|其他$|相关$|有关$/.test(form) ? '' : form;
}
