import type { Span } from '../../syntax/tree.js';
import { bearerAlone, bearerAtStart, bearerBefore, bearerBehind, isAuthority } from './dutySubjects.js';

/** What is said of somebody: shall, may, shall not, is encouraged to. */
export type DutyKind = 'duty' | 'right' | 'prohibition' | 'encouragement';

/** How the subject of a duty is known. */
export type SubjectSource =
  /** It stands in the clause. */
  | 'written'
  /** It stands before, in the sentence or in the words that lead to a list. */
  | 'carried'
  /** Nobody is named. */
  | 'none';

/** A duty in a sentence; all spans are places in the text that was read. */
export interface Clause {
  readonly kind: DutyKind;
  readonly subject: Span | undefined;
  readonly source: SubjectSource;
  /** 应当; undefined where a sentence without subject begins with what is to be done (全面加强…). */
  readonly modal: Span | undefined;
  /** What is to be done. */
  readonly action: Span;
  /** All the words, conditions included. */
  readonly words: Span;
}

interface Modal {
  readonly kind: DutyKind;
  readonly span: Span;
  /** A weak one says something only where no other governs the clause: 享受 in 应当保证群众享受… is what is to be done. */
  readonly isWeak: boolean;
}

const MODAL =
  /(?<duty>(?:不)?应当(?:依法)?|必须|有义务|有责任|(?<![必所])须(?!知|要|臾)|(?<=[人者方]|机关|部门|单位|政府)应(?=按|依|予|在|经|向|将|及时|当场|如实|立即))|(?<right>(?<!不)可以|有权|方可|(?<!不)得以)|(?<ban>不得|禁止|严禁|不准|不许)|(?<weak>负责(?![人的])(?=\S)|(?<![民自])主管(?!部门|机关|人员|单位|的)|负有(?=下列)|履行(?=下列)|行使(?=下列)|承担(?!的)|享有(?!的)|享受(?!的)|给予(?!的)|(?:鼓励|支持|提倡|倡导)(?:(?:和|、)(?:鼓励|支持|引导|保护))*)|(?<by>(?<![自经理来事缘交报移转改])由(?=[^，。；]{2,40}))/g;
const ENCOURAGES = /^(?:鼓励|支持|提倡|倡导)/;
/** A sentence that begins with what is to be done, and says not by whom: 全面加强国家通用语言文字教育. */
const IMPERATIVE =
  /^(?:全面|依法|积极|逐步|坚持|坚定不移|大力|切实|进一步|深入|统筹|加快|着力|优先|严格|充分|科学|不断|持续)*(?:加强|推进|推动|推广|推行|建立|健全|完善|开展|实施|实行|坚持|贯彻|落实|促进|保障|保护|维护|发展|提高|提升|强化|深化|加大|加快|构建|建设|发挥|引导|扶持|优化|扩大|培育|尊重)(?![^，。；]{0,40}的，)/;
/** What follows 下列 where items are what is to be done, not when. */
const LEADS_TO_ITEMS = /下列[^，。；]{0,24}[：:]\s*$/;
const LEADS_TO_CONDITIONS = /下列(?:[^，。；的]{0,12})(?:条件|情形|情况|原因|材料齐全)[^，。；]{0,8}[：:]\s*$/;

/**
 * The duties in a text without number marks: one paragraph's or item's own words.
 *
 * @param text the words
 * @param isItem whether the text is an item of a list
 * @param lead the duty that leads to the list in which this is an item
 */
export function clausesOf(text: string, isItem = false, lead?: Clause): Clause[] {
  const masked = withoutQuoted(text);
  const found: Clause[] = [];
  for (const sentence of pieces(masked, 0, masked.length, /[。！？\n]/g)) {
    // A lead lends its subject to the first sentence of an item.
    const before = found.length === 0 ? lead : undefined;
    found.push(...clausesOfSentence(masked, sentence, before, isItem));
  }
  return found;
}

/** The duty that leads to the list below a text: that of 应当履行下列职责：. */
export function leadOf(text: string, clauses: readonly Clause[]): Clause | undefined {
  const last = clauses.at(-1);
  if (!last) return undefined;
  const words = text.slice(last.action.start);
  return LEADS_TO_ITEMS.test(words) && !LEADS_TO_CONDITIONS.test(words) ? last : undefined;
}

function clausesOfSentence(masked: string, sentence: Span, lead: Clause | undefined, isItem: boolean): Clause[] {
  const found: Clause[] = [];
  for (const segment of pieces(masked, sentence.start, sentence.end, /；/g)) {
    const previous = found.at(-1) ?? lead;
    const own = clausesOfSegment(masked, segment, previous, isItem);
    if (own.length > 0) found.push(...(previous ? withContinuation(masked, segment, own, previous) : own));
    else if (previous && goesOn(masked.slice(segment.start, segment.end), previous, previous === lead)) {
      found.push({
        ...previous,
        source: previous.source === 'none' ? 'none' : 'carried',
        action: segment,
        words: segment,
      });
    }
  }
  return found;
}

/** What the subject shall do, in front of what it may: ；公布规划，并可以征求意见. */
function withContinuation(masked: string, segment: Span, own: Clause[], previous: Clause): Clause[] {
  const [first, ...others] = own;
  if (first?.source !== 'carried' || !first.modal || first.words.start !== segment.start) return own;
  const comma = masked.lastIndexOf('，', first.modal.start);
  if (comma <= segment.start || /^(?:但|不)/.test(masked.slice(comma + 1))) return own;
  const part = { start: segment.start, end: comma };
  const words = masked.slice(part.start, part.end);
  const isCondition = /(?:的|时|后|前|外)(?:，|$)|^(?:经|按照|依照|根据|在|因|对|为|需要|确需|逾期)/.test(words);
  if (isCondition || !goesOn(words, previous, false)) return own;
  const goingOn: Clause = { ...previous, source: 'carried', action: part, words: part };
  return [goingOn, { ...first, words: { start: comma + 1, end: first.words.end } }, ...others];
}

/** Whether a part between semicolons says what else the subject shall do. */
function goesOn(words: string, previous: Clause, isItem: boolean): boolean {
  if (isItem) return true;
  if (previous.modal === undefined || previous.kind === 'prohibition' || previous.kind === 'right') return false;
  return !/的，|从其规定|^(?:其他|法律|构成)/.test(words);
}

function clausesOfSegment(masked: string, segment: Span, previous: Clause | undefined, isItem: boolean): Clause[] {
  const units = pieces(masked, segment.start, segment.end, /[，,]/g);
  const found: Clause[] = [];
  // Where the words of the next duty begin: conditions stand in front of it.
  let from = segment.start;
  units.forEach((unit, index) => {
    const words = masked.slice(unit.start, unit.end);
    const yielded = found.length;
    const isCondition =
      words.endsWith('的') ||
      (words.endsWith('外') && (words.startsWith('除') || words.includes('的'))) ||
      (/(?:时|后|前)$/.test(words) &&
        units.slice(index + 1).some(({ start, end }) => modalsOf(masked.slice(start, end), start).length > 0));
    for (const modal of isCondition && !/^(?:禁止|严禁)/.test(words) ? [] : modalsOf(words, unit.start)) {
      const before = masked.slice(unit.start, modal.span.start);
      if (isAttributive(before, masked.slice(modal.span.end, unit.end))) continue;
      const joined =
        found.length > yielded ? /(?:并且?|但是?|且|同时|也|均|或者)?$/.exec(endOf(before))?.[0].length : undefined;
      const clause = read(modal, before, unit, joined === undefined ? from : modal.span.start - joined);
      if (!clause) continue;
      const last = found.at(-1);
      if (last) found[found.length - 1] = until(last, endBefore(masked, clause.words.start));
      found.push(clause);
    }
    if (found.length > 0 && !isCondition) from = unit.end + 1;
  });
  if (found.length === 0) {
    const words = masked.slice(segment.start, segment.end);
    const verb = IMPERATIVE.exec(words);
    if (verb && !isItem && (!previous || previous.kind === 'encouragement') && !/制定本|是指/.test(words)) {
      found.push({
        kind: 'duty',
        subject: undefined,
        source: 'none',
        modal: undefined,
        action: segment,
        words: segment,
      });
    }
  }
  return found;

  function read(modal: Modal, before: string, unit: Span, start: number): Clause | undefined {
    const governing = found.at(-1);
    const end = segment.end;
    const here = bearerBefore(before);
    const behind = masked.slice(modal.span.end, unit.end);
    const isBy = masked.slice(modal.span.start, modal.span.end) === '由';
    let subject: Span | undefined = here && {
      start: unit.start + here.start,
      end: unit.start + here.end,
    };
    let source: SubjectSource = 'written';
    let action: Span = { start: modal.span.end, end };
    const named = (isBy || /^由/.test(behind) || modal.kind === 'prohibition') && bearerBehind(behind);
    if (isBy) {
      if (
        !named ||
        (/的/.test(behind) && /的[^，]{0,30}$/.test(behind) && (governing !== undefined || isAttribute(behind)))
      )
        return undefined;
      subject = { start: modal.span.end + named.start, end: modal.span.end + named.end };
      action = { start: subject.end, end };
    } else if (named && /^由/.test(behind)) {
      subject = { start: modal.span.end + named.start, end: modal.span.end + named.end };
      action = { start: subject.end, end };
    } else if (/^(?:禁止|严禁)/.test(masked.slice(modal.span.start, modal.span.end))) {
      // 国家禁止…: it is not the state that shall not.
      const everybody = /^(?:任何|一切)/.test(behind) ? named : undefined;
      subject = everybody ? { start: modal.span.end, end: modal.span.end + everybody.end } : undefined;
      if (everybody) action = { start: modal.span.end + everybody.end, end };
      if (!subject) source = 'none';
    } else if (!subject) {
      const earlier = earlierSubject(start, unit.start);
      const topic = before.replace(/^(?:并且?|但是?|同时|也|均|依法|且|按照.*|依照.*|根据.*)+/, '');
      // 未成年人有违法行为的，应当从轻处罚: somebody else does so.
      const isDoneTo = /^(?:依法)?(?:给予|从轻|减轻|不予|免予|免除|责令|吊销|没收|处以?|追究)/.test(behind);
      if (earlier && isDoneTo && !isAuthority(masked.slice(earlier.start, earlier.end))) source = 'none';
      else if (earlier) subject = earlier;
      else if (topic === '' || governing) {
        const source_ = governing ?? previous;
        subject = source_?.subject;
        source = subject ? 'carried' : 'none';
      } else source = 'none';
      if (!subject) source = 'none';
    }
    if (modal.isWeak) {
      const isOpening = before === '' && unit.start === segment.start;
      const encourages = ENCOURAGES.test(masked.slice(modal.span.start, modal.span.end));
      if (governing && !(here && here.end === before.length && here.start === 0 && !encourages)) return undefined;
      if (encourages) {
        // Within a sentence on what somebody shall do, to support is what is to be done.
        if (previous && previous.kind !== 'encouragement' && !here) return undefined;
        if (!isOpening && !here) return undefined;
      } else if (source !== 'written' || !subject) return undefined;
    }
    return { kind: modal.kind, subject, source, modal: modal.span, action, words: { start, end } };
  }

  /** Who the clauses before this one begin with. */
  function earlierSubject(start: number, end: number): Span | undefined {
    for (const unit of units) {
      if (unit.start < start || unit.end >= end) continue;
      const words = masked.slice(unit.start, unit.end);
      const bearer = bearerAlone(words) ?? bearerAtStart(words);
      if (bearer) return { start: unit.start + bearer.start, end: unit.start + bearer.end };
    }
    return undefined;
  }
}

/** 应当采取的措施, 法律规定应当公开的事项: what is said there describes something. */
function isAttributive(before: string, behind: string): boolean {
  if (/^(?!有|是|具有|由|依法|符合)[一-鿿]{1,4}的(?![，。；]|$)/.test(behind)) return true;
  return /(?:规定|约定|认为|要求|是否|所)$/.test(before) && !/(?:按照|依照|根据|依据|按)/.test(before);
}

/** 由国务院规定的办法: what is decided there is an attribute, and nobody's duty. */
function isAttribute(words: string): boolean {
  return /(?:制定|规定|批准|确定|组成|公布|颁发|作出|承担|负责)的[^，]{1,20}$/.test(words);
}

/** Where words end in front of others: before the comma and white space between them. */
function endBefore(text: string, start: number): number {
  let end = start;
  while (end > 0 && /[，,\s]/.test(text.charAt(end - 1))) end--;
  return end;
}

function until(clause: Clause, end: number): Clause {
  const cut = (span: Span): Span => ({
    start: span.start,
    end: Math.max(clause.modal?.end ?? clause.action.start, Math.min(span.end, end)),
  });
  return { ...clause, action: cut(clause.action), words: cut(clause.words) };
}

/** The modals of a clause between commas that govern it: the first, and others only behind 并, 但 and the like. */
/** So much of the words as an expression looks at that ends where they do; it would look for its beginning in all of them. */
function endOf(words: string): string {
  return words.slice(-4);
}

function modalsOf(words: string, offset: number): Modal[] {
  const all = [...words.matchAll(MODAL)].map((match): Modal => {
    const groups = match.groups ?? {};
    const kind: DutyKind =
      groups.ban !== undefined || match[0].startsWith('不应')
        ? 'prohibition'
        : groups.right !== undefined || /^(?:享|行使)/.test(match[0])
          ? 'right'
          : ENCOURAGES.test(match[0])
            ? 'encouragement'
            : 'duty';
    const start = offset + match.index;
    return { kind, span: { start, end: start + match[0].length }, isWeak: groups.weak !== undefined };
  });
  const strong = all.filter(({ isWeak }) => !isWeak);
  const candidates = strong.length > 0 ? strong : all;
  return candidates.filter((modal, index) => {
    const next = candidates[index + 1];
    const before = words.slice(0, modal.span.start - offset);
    if (index > 0 && !/(?:并且?|但是?|且|同时|也|均|或者)$/.test(endOf(before))) {
      // The first one was an attribute (对应当公开的信息可以…): this one governs.
      const first = candidates[index - 1];
      return first !== undefined && isInAttribute(words, offset, first, modal);
    }
    return !(next && isInAttribute(words, offset, modal, next));
  });
}

function isInAttribute(words: string, offset: number, modal: Modal, next: Modal): boolean {
  const before = words.slice(0, modal.span.start - offset);
  const between = words.slice(modal.span.end - offset, next.span.start - offset);
  return /的/.test(between) && (before === '' || /(?:对|将|把|向|有|依法|所|凡)$/.test(endOf(before)));
}

/** The pieces of a part of a text between separators, white space around them left out. */
function pieces(text: string, start: number, end: number, separator: RegExp): Span[] {
  const found: Span[] = [];
  let from = start;
  const add = (to: number): void => {
    let [first, last] = [from, to];
    while (first < last && /\s/.test(text.charAt(first))) first++;
    while (last > first && /\s/.test(text.charAt(last - 1))) last--;
    if (last > first) found.push({ start: first, end: last });
  };
  const part = text.slice(start, end);
  for (const match of part.matchAll(separator)) {
    add(start + match.index);
    from = start + match.index + match[0].length;
  }
  add(end);
  return found;
}

/** The text with what stands in brackets and quotation marks made neutral, each character in its place. */
function withoutQuoted(text: string): string {
  return text.replace(/（[^（）]*）|《[^《》]*》|“[^“”]*”|\([^()]*\)/g, (quoted) => {
    const inner = '〇'.repeat(Math.max(0, quoted.length - 2));
    return `${quoted.charAt(0)}${inner}${quoted.charAt(quoted.length - 1)}`;
  });
}
