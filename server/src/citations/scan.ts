import { parseNumeral } from '../syntax/numerals.js';
import { ALIAS_CLAUSE } from './aliases.js';
import { LIST_JOINT, RANGE_JOINT, readChain, type Chain, type Step } from './chain.js';
import { levelOf, UNIT_OF_CHARACTER, type Unit } from './coordinates.js';
import { wordsOfIssuer } from './issuers.js';
import type { InstrumentNames, NameMatch } from './names.js';
import { fullTitle, isInstrumentTitle, readTitle } from './titles.js';

/** What the text of one paragraph or item mentions, before its place in the document is known. Offsets into that text. */
export type Found = FoundDocument | FoundProvision;

export interface FoundDocument {
  readonly kind: 'document';
  readonly start: number;
  readonly end: number;
  /** The full title; undefined for 该法, which names the instrument mentioned before. */
  readonly title: string | undefined;
  readonly by: 'title' | 'name' | 'alias' | 'anaphora';
  /** 法 of 该法: the kind of instrument that an anaphora names. */
  readonly word?: string;
  /** Only if an instrument of this title is at hand. */
  readonly ifKnown?: boolean;
  /** The words in front of a title that may end in its issuer. */
  readonly issuer?: string | undefined;
}

export interface FoundProvision {
  readonly kind: 'provision';
  readonly start: number;
  readonly end: number;
  /** 本条, 前两款, 该项: what the steps count from. */
  readonly head: RelativeHead | undefined;
  readonly steps: readonly Step[];
  /** 本条前两款, 第十条前两款: the steps end in so many paragraphs or items before. */
  readonly tail: RelativeHead | undefined;
  /** The second end of a range. */
  readonly rangeEnd: boolean;
  /** How it hangs on the provision found before it: in one list or range, or behind 规定的, or not at all. */
  readonly link: 'list' | 'follow' | undefined;
  /** The instrument named right in front: a title, 本条例 (self), 该法 (anaphora). */
  readonly instrument: InstrumentReference | undefined;
}

export interface RelativeHead {
  readonly word: '本' | '前' | '该' | '同';
  readonly unit: Unit;
  /** 2 for 前两款. */
  readonly count: number;
}

export type InstrumentReference =
  | { readonly to: 'self'; readonly word: string }
  | { readonly to: 'title'; readonly title: string; readonly ifKnown: boolean; readonly issuer?: string | undefined }
  | { readonly to: 'anaphora'; readonly word: string };

const TRIGGER = /[《第（(本前该同上总分]/g;
const SELF_WORD =
  /本(?:法典?|组织法|条例|条列|实施细则|实施办法|实施条例|暂行条例|暂行规定|暂行办法|规定|办法|细则|规则|决定|解释|章程(?!序)|规程|规范|标准|意见|通知|准则|守则|修正案|安排|批复|决议|公约|协定)/y;
const ANAPHORA =
  /[该同](?:(法(?![律定人规院官庭制治])|(?:实施)?(?:条例|细则)|规则))|该((?:公约|条约|协定|议定书)(?!有关)|(?:规定|办法|决定|解释|章程|通知|意见|安排)(?=第[一二三四五六七八九十百零0-9（(]))/y;
// The lookaheads leave out the words that only begin alike: 本条例, 本章程, 本项目, 该条件, 同款式.
const RELATIVE =
  /(本|该|同)(条(?![例列件约目文线路码形理幅])(?!款(?!第))|款(?![项额式待])|项(?!目)|章(?!程(?!序))|节(?![目能点约水日])|编(?![制号码辑者写])|目(?![的标录前]))|(前|上(?![节章编]))([一二两三四五六七八九十]?)(条(?![例件约目文线路码])|款(?![项额])|项(?!目)|章(?!程(?!序))|节(?![目点])|编(?![制号码辑]))/y;
const UNIT_LEFT_OUT = /第([一二三四五六七八九十百千零]+)(?=第[一二三四五六七八九十]+[款项])/y;
const PART_NAME = /(?:总则|分则)(?=第[一二三四五六七八九十]+章)/y;
/** Characters in front that make another word of it: 基本条件, 资本项目, 合同条款, 提前款. */
const PART_OF_WORD: Readonly<Record<RelativeHead['word'], RegExp>> = {
  本: /[基根文资成日版标样课副正原范剧脚蓝账底]/,
  同: /[合共相协等会不伙陪随一]/,
  前: /[提目预支之]/,
  该: /[应]/,
};
const AFTER_ITEM = /^(?:第|规定|所(?!得)|的|中|、|，|。|；|和|与|及|或|各|（|\(|之)/;

const HONG_KONG_LAWS = /法例(?:第\d+章《[^《》]*》[、和及])*$/;
const GOES_ON = '(?!的|规定|所|第|、|和|及|或|至|，|中|有关)';
const RUN_IN = new RegExp(`^第[一二三四五六七八九十百千零]+(?:条\\s|[编章节]${GOES_ON})`);
/** Where white space is left of the line break. */
const RUN_IN_ARTICLE = new RegExp(`^第[一二三四五六七八九十百千零]+条${GOES_ON}`);

/** 民法典合同编第五百条, 刑法总则第十七条: the part is named too. */
const INSTRUMENT_GAP = /^(?:\s|的|中的?|之|序言[及和、]|[总分]则|[\u4e00-\u9fff]{2,4}编|[（(][^（）()]{0,40}[)）])*$/;
const RULED = '(?:的?规定的?|所列的?|所述的?|所称的?)?(?:[:：]?“[^”]{0,40}”|[\\u4e00-\\u9fff]{1,12}罪)?';
const LIST_GAP = new RegExp(`^${RULED}\\s*${LIST_JOINT}\\s*$`);
const RANGE_GAP = new RegExp(`^\\s*${RANGE_JOINT}\\s*$`);
const FOLLOW_GAP = /^(?:“[^”]{0,40}”)?(?:的?规定|所列|所称|所述|列举|所指)?(?:的|中的?|之)?$/;
const JOINT = new RegExp(`\\s*(?:(${RANGE_JOINT})|${LIST_JOINT})\\s*`, 'y');
/** Bracketed numbers may stand close together: 第（一）（二）（三）项. */
const OPTIONAL_JOINT = new RegExp(`\\s*(?:(${RANGE_JOINT})|${LIST_JOINT})?\\s*`, 'y');

/**
 * Finds what a text mentions, from left to right, in time linear in its length.
 *
 * @param text the words of one paragraph or item, without its number
 * @param titleOfAlias the full title behind a bracketed alias: 条例 in 《条例》
 */
export function scan(
  text: string,
  names: InstrumentNames,
  titleOfAlias: (name: string) => string | undefined,
): Found[] {
  return new Scanner(text, names.find(text), titleOfAlias).run();
}

class Scanner {
  private readonly found: Found[] = [];
  /** The instrument named last and the offset behind it, while a provision may still follow it. */
  private named: { reference: InstrumentReference; end: number } | undefined;
  private nextName = 0;

  constructor(
    private readonly text: string,
    private readonly names: readonly NameMatch[],
    private readonly titleOfAlias: (name: string) => string | undefined,
  ) {}

  run(): Found[] {
    let at = 0;
    let next = -1;
    const trigger = new RegExp(TRIGGER);
    for (;;) {
      // Looked for only once it is passed: a text of many names and no triggers is still read once.
      if (next < at) {
        trigger.lastIndex = at;
        next = trigger.exec(this.text)?.index ?? this.text.length;
      }
      const name = this.nameFrom(at);
      if (name && name.start <= next) {
        this.document(name.start, name.end, name.title, name.alias ? 'alias' : 'name', name.ifKnown);
        at = this.continueList(this.articleWithoutMark(name.end));
      } else if (next < this.text.length) {
        at = this.continueList(this.read(next));
      } else {
        return this.found;
      }
    }
  }

  private nameFrom(at: number): NameMatch | undefined {
    while ((this.names[this.nextName]?.start ?? Number.POSITIVE_INFINITY) < at) this.nextName++;
    return this.names[this.nextName];
  }

  /** Reads what a trigger character begins; returns the offset to go on from. */
  private read(at: number): number {
    switch (this.text[at]) {
      case '《':
        return this.bracketedTitle(at);
      case '第':
        return this.isNoCitation(at) ? at + 1 : this.chain(at, undefined);
      case '（':
      case '(':
        return this.bracket(at);
      case '总':
      case '分':
        return matchAt(PART_NAME, this.text, at) ? this.partByName(at) : at + 1;
      default:
        return this.selfWord(at) ?? this.anaphora(at) ?? this.relative(at) ?? at + 1;
    }
  }

  /**
   * 香港法例第178章 numbers the laws of Hong Kong, not the chapters of one; behind a full stop and space stands the number
   * of an article whose line break was lost (…执行。 第一百二十三条 本规则…).
   */
  private isNoCitation(at: number): boolean {
    if (HONG_KONG_LAWS.test(this.text.slice(Math.max(0, at - 40), at))) return true;
    const before = /[。；](\s*)$/.exec(this.text.slice(Math.max(0, at - 4), at));
    const behind = this.text.slice(at, at + 16);
    return before !== null && (RUN_IN.test(behind) || (before[1] !== '' && RUN_IN_ARTICLE.test(behind)));
  }

  private bracketedTitle(at: number): number {
    const end = closingBracket(this.text, at);
    if (end === undefined) return at + 1;
    const written = readTitle(this.text.slice(at + 1, end - 1));
    // 本《规定》 is 本规定.
    if (this.text[at - 1] === '本' && matchAt(SELF_WORD, `本${written}`, 0)?.[0].length === written.length + 1) {
      this.named = { reference: { to: 'self', word: `本${written}` }, end };
      return this.articleWithoutMark(end);
    }
    const alias = this.titleOfAlias(written);
    if (alias !== undefined) this.document(at, end, alias, 'alias');
    else if (isInstrumentTitle(written)) {
      this.document(at, end, fullTitle(written), 'title', false, wordsOfIssuer(this.text, at, written));
    } else this.named = undefined;
    return this.articleWithoutMark(end);
  }

  /** An alias clause is passed over: what it names is named in front of it. */
  private bracket(at: number): number {
    const clause = matchAt(ALIAS_CLAUSE, this.text, at);
    if (!clause) return this.chain(at, undefined);
    const end = at + clause[0].length;
    if (this.named && INSTRUMENT_GAP.test(this.text.slice(this.named.end, at))) this.named.end = end;
    return end;
  }

  private partByName(at: number): number {
    // 分则第三章: the words name a part, as 本编 would; the resolver looks for the part of that heading.
    const instrument = this.instrumentBefore(at);
    const chain = readChain(this.text, at + 2, 'marked');
    if (!chain) return at + 2;
    this.named = undefined;
    const named: Step = { unit: 'part', value: this.text.slice(at, at + 2) };
    this.found.push({ ...this.provision(chain.start, chain.end), steps: [named, ...chain.steps], instrument });
    return chain.end;
  }

  private selfWord(at: number): number | undefined {
    const match = matchAt(SELF_WORD, this.text, at);
    if (!match || PART_OF_WORD.本.test(this.text[at - 1] ?? '')) return undefined;
    const end = at + match[0].length;
    this.named = { reference: { to: 'self', word: match[0] }, end };
    return this.articleWithoutMark(end);
  }

  private anaphora(at: number): number | undefined {
    const match = matchAt(ANAPHORA, this.text, at);
    if (!match || PART_OF_WORD.同.test(this.text[at - 1] ?? '')) return undefined;
    const end = at + match[0].length;
    const word = match[1] ?? match[2] ?? '';
    this.found.push({ kind: 'document', start: at, end, title: undefined, by: 'anaphora', word });
    this.named = { reference: { to: 'anaphora', word }, end };
    return end;
  }

  private relative(at: number): number | undefined {
    const match = matchAt(RELATIVE, this.text, at);
    if (!match) return undefined;
    const end = at + match[0].length;
    const before = this.text[at - 1] ?? '';
    const word = (match[1] ?? '前') as RelativeHead['word'];
    const unit = UNIT_OF_CHARACTER[match[2] ?? match[5] ?? ''];
    if (
      !unit ||
      // 造成本条第（一）项…: with a number behind it, it is no part of a word (成本).
      (PART_OF_WORD[word].test(before) && !(word === '本' && this.text[end] === '第')) ||
      (word === '同' && unit !== 'article' && unit !== 'paragraph' && unit !== 'item')
    ) {
      return undefined;
    }
    // 该项 and 本目 are more often an ordinary noun's (该项工作): they cite only where no noun follows.
    const ambiguous = unit === 'subitem' || (unit === 'item' && word !== '前');
    if (ambiguous && end < this.text.length && !AFTER_ITEM.test(this.text.slice(end, end + 2))) return undefined;
    return this.chain(at, { word, unit, count: countOf(match[4]) }, end);
  }

  /** 第十条第二款 with or without a relative head, whose end is then `from`. */
  private chain(at: number, head: RelativeHead | undefined, from = at): number {
    const chain = readChain(this.text, from, 'marked', head?.unit ?? this.unitOfListBefore(at));
    if (!head && !chain) return at + 1;
    const instrument = this.instrumentBefore(at);
    const last = chain?.steps.at(-1)?.unit ?? head?.unit;
    let end = chain?.end ?? from;
    const tail = last && !chain?.unitPending ? this.tail(end, last) : undefined;
    end = tail?.end ?? end;
    const first = chain?.steps[0]?.unit;
    const link = instrument || head ? {} : this.linkTo(at, first);
    this.named = undefined;
    this.found.push({
      ...this.provision(at, end),
      head,
      steps: chain?.steps ?? [],
      tail: tail?.head,
      instrument,
      ...link,
    });
    return end;
  }

  /** 本条前两款: the head of the paragraphs is itself inside a chain. */
  private tail(at: number, outer: Unit): { head: RelativeHead; end: number } | undefined {
    const match = this.text[at] === '前' ? matchAt(RELATIVE, this.text, at) : undefined;
    const unit = UNIT_OF_CHARACTER[match?.[5] ?? ''];
    if (!match || !unit || levelOf(unit) <= levelOf(outer)) return undefined;
    return { head: { word: '前', unit, count: countOf(match[4]) }, end: at + match[0].length };
  }

  /** Goes on with bare coordinates of the list: 五项 in 第四、五项, 五项 in 第一项至五项. */
  private continueList(at: number): number {
    let end = at;
    for (;;) {
      const previous = this.found.at(-1);
      if (previous?.kind !== 'provision' || previous.end !== end) return end;
      const unit = previous.steps.at(-1)?.unit;
      const joint = unit ? matchAt(this.text[end - 1] === '）' ? OPTIONAL_JOINT : JOINT, this.text, end) : undefined;
      const start = end + (joint?.[0].length ?? 0);
      // A coordinate with 第 in front is found by itself.
      const chain = joint && this.text[start] !== '第' ? readChain(this.text, start, 'bare', unit) : undefined;
      if (!joint || !chain || chain.steps[0]?.unit !== unit) return end;
      this.found.push({
        ...this.provision(chain.start, chain.end),
        steps: chain.steps,
        rangeEnd: joint[1] !== undefined,
        link: 'list',
      });
      end = chain.end;
    }
  }

  /** 本条例六十条, 刑法第二百三十六第三款: behind an instrument's name the number is an article's, 第 or 条 or not. */
  private articleWithoutMark(at: number): number {
    const chain = unmarkedArticle(this.text, at);
    if (!chain) return at;
    const instrument = this.instrumentBefore(at);
    this.named = undefined;
    this.found.push({ ...this.provision(at, chain.end), steps: chain.steps, instrument });
    return chain.end;
  }

  private instrumentBefore(at: number): InstrumentReference | undefined {
    if (!this.named || !INSTRUMENT_GAP.test(this.text.slice(this.named.end, at))) return undefined;
    return this.named.reference;
  }

  private linkTo(at: number, first: Unit | undefined): Partial<Pick<FoundProvision, 'link' | 'rangeEnd'>> {
    const previous = this.found.at(-1);
    if (previous?.kind !== 'provision' || !first) return {};
    const gap = this.text.slice(previous.end, at);
    if (RANGE_GAP.test(gap)) return { link: 'list', rangeEnd: true };
    if (LIST_GAP.test(gap)) return { link: 'list' };
    // The columns of a table: 第399条第1款 第2款.
    if (/^[ \t　]+$/.test(gap) && first === innermostUnitOf(previous)) return { link: 'list' };
    const innermost = innermostUnitOf(previous);
    const deeper = innermost !== undefined && levelOf(first) > levelOf(innermost);
    return deeper && FOLLOW_GAP.test(gap) ? { link: 'follow' } : {};
  }

  /** 项 before 第（七）规定 in 第（六）项、第（七）规定: the unit that the list's next coordinate may leave out. */
  private unitOfListBefore(at: number): Unit | undefined {
    const previous = this.found.at(-1);
    if (previous?.kind !== 'provision' || this.text[at] !== '第') return undefined;
    return LIST_GAP.test(this.text.slice(previous.end, at)) ? innermostUnitOf(previous) : undefined;
  }

  private document(
    start: number,
    end: number,
    title: string,
    by: FoundDocument['by'],
    ifKnown = false,
    issuer?: string,
  ): void {
    this.found.push({ kind: 'document', start, end, title, by, ifKnown, issuer });
    this.named = { reference: { to: 'title', title, ifKnown, issuer }, end };
  }

  private provision(start: number, end: number): FoundProvision {
    return {
      kind: 'provision',
      start,
      end,
      head: undefined,
      steps: [],
      tail: undefined,
      rangeEnd: false,
      link: undefined,
      instrument: undefined,
    };
  }
}

function unmarkedArticle(text: string, at: number): Chain | undefined {
  const match = matchAt(UNIT_LEFT_OUT, text, at);
  if (match) {
    const value = parseNumeral(match[1] ?? '').value;
    const inner = readChain(text, at + match[0].length, 'marked');
    if (inner && !Number.isNaN(value)) {
      return { ...inner, start: at, steps: [{ unit: 'article', value: String(value) }, ...inner.steps] };
    }
  }
  if (!/[一二三四五六七八九十百千0-9０-９]/.test(text[at] ?? '')) return undefined;
  const chain = readChain(text, at, 'bare');
  return chain?.steps[0]?.unit === 'article' ? chain : undefined;
}

function innermostUnitOf({ tail, steps, head }: FoundProvision): Unit | undefined {
  return tail?.unit ?? steps.at(-1)?.unit ?? head?.unit;
}

/** Offset behind the 》 that closes a 《, nested ones counted; titles are short, so the search is bounded. */
function closingBracket(text: string, open: number): number | undefined {
  let depth = 0;
  const limit = Math.min(text.length, open + 300);
  for (let at = open; at < limit; at++) {
    if (text[at] === '《') depth++;
    else if (text[at] === '》' && --depth === 0) return at + 1;
  }
  return undefined;
}

function countOf(numeral: string | undefined): number {
  return numeral ? Math.max(1, '一二三四五六七八九十'.indexOf(numeral === '两' ? '二' : numeral) + 1) : 1;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}
