import type { Alias } from '../../citations/aliases.js';
import type { Mention } from '../../citations/resolve.js';
import { fullTitle, isInstrumentTitle, readTitle } from '../../citations/titles.js';
import { isAmending } from '../amending.js';
import type { Check, Finding } from '../check.js';

/** What is no title by itself: the word for a kind of instrument. */
const KIND_ONLY =
  /^(?:实施|暂行|试行|补充)?(?:条例|办法|规定|细则|规则|决定|解释|意见|通知|批复|安排|章程|准则|规范|标准|纲要|修正案|公约|条约|协定|议定书)(?:（[一二三四五六七八九十]+）)?$/;

/** 《条例》 where the document does not say, or does not say until later, of which regulation that is the short name. */
export const undefinedAlias: Check = {
  code: 'citation/undefined-alias',
  rule: 'B14 B18',
  severity: 'warning',
  description: {
    zh: '简称须先写明（以下简称…）再使用。',
    en: 'A short name is given by （以下简称…） before it is used.',
  },
  *run({ document, library }): Iterable<Finding> {
    // The wording that an amending decision quotes has its short names from the amended instrument.
    if (isAmending(document.title)) return;
    const { mentions, aliases } = library.citationsOf(document);
    const first = firstDefinitions(aliases);
    for (const mention of mentions) {
      if (mention.kind !== 'document') continue;
      const words = document.characters.slice(mention.start, mention.end);
      const name = readTitle(words.replace(/^《|》$/g, ''));
      const alias = first.get(name);
      if (alias ? isBefore(mention, alias) : words.startsWith('《') && KIND_ONLY.test(name)) {
        const span = { start: mention.start, end: mention.end };
        yield alias ? usedBefore(span, words, alias, document.uri) : neverDefined(span, words);
      }
    }
  },
};

/** Each short name's first definition. */
function firstDefinitions(aliases: readonly Alias[]): ReadonlyMap<string, Alias> {
  const first = new Map<string, Alias>();
  for (const alias of aliases) if (!first.has(alias.name)) first.set(alias.name, alias);
  return first;
}

/** 土地管理法 needs no definition to be understood; 保险补偿制度 may be meant as the words say. */
function isBefore(mention: Mention, { name, title, definition }: Alias): boolean {
  return mention.start < definition.start && isInstrumentTitle(name) && name !== title && fullTitle(name) !== title;
}

function usedBefore(span: Finding['span'], words: string, { title, definition }: Alias, uri: string): Finding {
  return {
    span,
    message: {
      zh: `简称${quoted(words)}在写明之前使用。`,
      en: `The short name ${words} is used before it is given.`,
    },
    related: [
      { uri, span: definition, message: { zh: `《${title}》的简称`, en: `It is given here to 《${title}》.` } },
    ],
  };
}

function neverDefined(span: Finding['span'], words: string): Finding {
  return {
    span,
    message: {
      zh: `没有写明${words}是哪一件法规的简称（以下简称…）。`,
      en: `No （以下简称…） says what ${words} is the short name of.`,
    },
  };
}

function quoted(words: string): string {
  return words.startsWith('《') ? words : `“${words}”`;
}
