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

/**
 * 应 alone, as older texts have it; not in 相应 or 供应, and not in 应急 or 应纳税额.
 */
const SHALL =
  '(?<![相对反适供响感效顺照呼因接策报])应(?!当|有的|有尽|[急用对付诉聘征税纳收力激变答邀试考酬届允战得分享缴交计尽])(?=[一-鿿])';
/** 可 alone behind what joins it to a clause: 并可责令停业. */
const MAY = '(?<=[并还也均])可(?![能见行信靠持控视再追供变燃以])(?=[一-鿿])';
const MODAL = new RegExp(
  [
    `(?<duty>(?:不)?应当(?:依法)?|必须|(?<!没)有义务(?!的)|(?<![负没])有责任(?![的人])|(?<![必所])须(?!知|要|臾)|${SHALL})`,
    `(?<right>(?<!不)可以|(?<![专所享持具没私公股由])有权(?![利益限力属威机的]|部门|单位)|方可(?!以)|(?<!不)得以|${MAY})`,
    '(?<ban>不得|禁止|严禁|不准|不许)',
    '(?<weak>(?<![未不])(?:负责(?![人的制]|[^，的]{2,14}的(?:部门|机构|机关|单位|人员|主管人员))(?=\\S)|(?<![民自其])主管(?!部门|机关|人员|单位|的|[^，的]{2,14}的(?:部门|机构|机关))|负有(?=下列)|履行(?=下列)|行使(?=下列)|承担(?!的)|享有(?!的)|享受(?!的)|给予(?!的)|(?:鼓励|支持|提倡|倡导)(?:(?:和|、)(?:鼓励|支持|引导|保护))*))',
    '(?<by>(?<![自经理来事缘交报移转改对将把向需])由(?!于)(?=[^，。；]{2,40}))',
  ].join('|'),
  'g',
);
const ENCOURAGES = /^(?:鼓励|支持|提倡|倡导)/;
/** A sentence that begins with what is to be done, and says not by whom: 全面加强国家通用语言文字教育. */
const IMPERATIVE =
  /^(?:全面|依法|积极|逐步|坚持|坚定不移|大力|切实|进一步|深入|统筹|加快|着力|优先|严格|充分|科学|不断|持续)*(?:加强|推进|推动|推广|推行|建立|健全|完善|开展|实施|实行|坚持|贯彻|落实|促进|保障|保护|维护|发展(?!改革)|提高|提升|强化|深化|加大|加快|构建|建设|发挥|引导|扶持|优化|扩大|培育|尊重)(?![^，。；]{0,40}的，)(?![^，。；]*是)/;
/** Definitions say what something is, not what is to be done. */
const DEFINES = /^本[^，。；]{1,8}所称[^。]*是指/;
/** What 由 says who is responsible for: 所需经费，由同级人民政府予以保障. */
const TOPIC = /^[^的]*(?:所需)[^，]*(?:经费|费用|资金)$|^[^，]*(?:办法|标准|程序)$/;
/** What an authority does to somebody: behind it whoever the sentence begins with is not who acts. */
const PUNISHES = /，(?:并?处|责令|没收|给予警告)[^，]*，(?:并|可以)?$/;
/** What it needs to see of the words in front of it, in characters. */
const LONGEST_PUNISHMENT = 200;
/** What follows 下列 where items are what is to be done, not when. */
const LEADS_TO_ITEMS =
  /(?:下列|(?<=履行|采取|遵守|具备|符合|实施|承担|行使|享有|提交|开展)以下)[^，。；]{0,24}[：:]\s*$/;
const LEADS_TO_CONDITIONS = /(?:下列|以下)(?:[^，。；的]{0,12})(?:条件|情形|情况|原因|材料齐全)[^，。；]{0,8}[：:]\s*$/;

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
    if (DEFINES.test(masked.slice(sentence.start, sentence.end))) continue;
    // A lead lends its subject to the first sentence of an item.
    const before = found.length === 0 ? lead : undefined;
    for (const clause of clausesOfSentence(masked, sentence, before, isItem)) found.push(clause);
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
    if (own.length > 0) {
      for (const clause of previous ? withContinuation(masked, segment, own, previous) : own) found.push(clause);
    } else if (previous && goesOn(masked.slice(segment.start, segment.end), previous, previous === lead)) {
      const own = previous === lead ? ownSubject(masked, segment) : undefined;
      found.push({
        ...previous,
        ...(own
          ? {
              subject: own,
              source: 'written',
              action: { start: own.end + (masked.charAt(own.end) === '，' ? 1 : 0), end: segment.end },
            }
          : { source: previous.source === 'none' ? 'none' : 'carried', action: segment }),
        words: segment,
      });
    }
  }
  return found;
}

/** 要求金融机构按照规定…: the authority in the item is whom something is asked of. */
const HANDLES_OTHERS =
  /^(?:要求|组织|督促|指导|协调|监督|检查|责令|委托|会同|配合|协助|支持|指定|通知|领导|推动|引导|鼓励|审查|批准)/;

/** Whom an item names as the one of them who shall do it: （一）财政部门按时拨付经费. */
function ownSubject(masked: string, segment: Span): Span | undefined {
  const words = masked.slice(segment.start, segment.end);
  const name = bearerAtStart(words);
  if (!name || !isAuthority(words.slice(name.start, name.end)) || HANDLES_OTHERS.test(words)) return undefined;
  const acts = /^(?:将|按|会同|负责|对|依|根据|组织|，根据)/.test(words.slice(name.end));
  return acts ? { start: segment.start + name.start, end: segment.start + name.end } : undefined;
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
  return !/的，|从其规定|^(?:其他|法律|构成)|给予[^，]{0,8}处分|追究[^，]{0,4}责任|(?<![自经理来事缘交报移转改])由(?!于)/.test(
    words,
  );
}

function clausesOfSegment(masked: string, segment: Span, previous: Clause | undefined, isItem: boolean): Clause[] {
  const units = pieces(masked, segment.start, segment.end, /[，,]/g);
  const modals = units.map(({ start, end }) => modalsOf(masked.slice(start, end), start));
  const lastWithModal = modals.findLastIndex((own) => own.length > 0);
  const earlierSubject = subjectFinder(masked, units);
  const found: Clause[] = [];
  // Where the words of the next duty begin: conditions stand in front of it.
  let from = segment.start;
  units.forEach((unit, index) => {
    const words = masked.slice(unit.start, unit.end);
    const yielded = found.length;
    const isCondition =
      words.endsWith('的') ||
      (words.endsWith('外') && (words.startsWith('除') || words.includes('的'))) ||
      (/(?:时|后|前)$/.test(words) && index < lastWithModal);
    for (const modal of isCondition && !/^(?:禁止|严禁)/.test(words) ? [] : (modals[index] ?? [])) {
      const before = masked.slice(unit.start, modal.span.start);
      const word = masked.slice(modal.span.start, modal.span.end);
      if (isAttributive(before, masked.slice(modal.span.end, unit.end), word === '禁止')) continue;
      const joined =
        found.length > yielded ? /(?:并且?|但是?|且|同时|也|均|或者)?$/.exec(endOf(before))?.[0].length : undefined;
      const topic = found.length > 0 && before === '' && word === '由' ? units[index - 1] : undefined;
      const isTopic = topic && TOPIC.test(masked.slice(topic.start, topic.end));
      const begin = isTopic ? topic.start : from;
      const clause = read(modal, before, unit, joined === undefined ? begin : modal.span.start - joined);
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
    if (
      verb &&
      !isItem &&
      !namesSomebody(words) &&
      (!previous || previous.kind === 'encouragement') &&
      !/制定本|是指/.test(words)
    ) {
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
        // 合议庭由审判员组成 says what it is.
        /^[^，]{0,4}(?:组成|构成)(?:[，；]|$)/.test(behind.slice(named.end)) ||
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
      const isDoneTo =
        /^(?:依法)?(?:给予|授予|从轻|减轻|不予|免予|免除|责令|吊销|没收|处以?|追究|将[其该]|对其)/.test(behind) ||
        masked.slice(modal.span.end, end).includes('依法追究') ||
        PUNISHES.test(masked.slice(Math.max(start, unit.start - LONGEST_PUNISHMENT), unit.start));
      if (earlier && isDoneTo && !isAuthority(wordsOf(earlier))) source = 'none';
      // 对裁决不服的，可以: whoever decided does not appeal.
      else if (!earlier && /^对[^，]*不服的，/.test(masked.slice(start, unit.start))) source = 'none';
      else if (earlier) subject = earlier;
      else if (topic === '' || governing) {
        const source_ = governing ?? previous;
        // Who orders a correction is not who pays: ；造成损害的，应当承担赔偿责任.
        const isLiable = !governing && /^(?:依法)?承担[^，]*责任/.test(behind);
        const isPassedOn = source_?.subject && !(isLiable && isAuthority(wordsOf(source_.subject)));
        subject = isPassedOn ? source_.subject : undefined;
        source = subject ? 'carried' : 'none';
      } else source = 'none';
      if (!subject) source = 'none';
    }
    if (modal.isWeak) {
      const isGiven = masked.slice(modal.span.start, modal.span.end) === '给予';
      const isOpening = before === '' && unit.start === segment.start;
      const encourages = ENCOURAGES.test(masked.slice(modal.span.start, modal.span.end));
      if (governing && !(here && here.end === before.length && here.start === 0 && !encourages)) return undefined;
      if (encourages) {
        // Within a sentence on what somebody shall do, to support is what is to be done.
        if (previous && previous.kind !== 'encouragement' && !here) return undefined;
        if (!isOpening && !here) return undefined;
      } else if (source !== 'written' || !subject) return undefined;
      // Who is punished is not who punishes: 工作人员有下列行为的，给予处分.
      else if (isGiven && /^[^，]*(?:处分|处罚|警告|通报批评)/.test(behind)) return undefined;
    }
    return { kind: modal.kind, subject, source, modal: modal.span, action, words: { start, end } };
  }

  function wordsOf({ start, end }: Span): string {
    return masked.slice(start, end);
  }
}

/**
 * A function that says who the first clause between two places begins with, where its words name somebody. Questions are
 * mostly of later and later places: what was looked through for one is not looked through again.
 */
function subjectFinder(masked: string, units: readonly Span[]): (start: number, end: number) => Span | undefined {
  let from = 0;
  let next = 0;
  let found: { readonly unit: Span; readonly bearer: Span } | undefined;
  return (start, end) => {
    if (start < from) [next, found] = [0, undefined];
    else if (found && found.unit.start < start) found = undefined;
    from = start;
    for (let unit = units[next]; !found && unit && unit.end < end; unit = units[++next]) {
      if (unit.start < start) continue;
      const words = masked.slice(unit.start, unit.end);
      const bearer = bearerAlone(words) ?? bearerAtStart(words);
      if (bearer) found = { unit, bearer: { start: unit.start + bearer.start, end: unit.start + bearer.end } };
    }
    return found && found.unit.end < end ? found.bearer : undefined;
  };
}

/**
 * 应当采取的措施, 法律规定应当公开的事项: what is said there describes something. Not in 应当采取民主的方法, where a verb
 * has an object with an attribute of its own.
 */
function isAttributive(before: string, behind: string, isBan: boolean): boolean {
  if (ATTRIBUTE.test(behind)) return true;
  // 在禁止开垦坡度以下的坡耕地; 应当开具而未开具发票: a case, and no duty.
  if (/(?:^|[^存现])在$|[于对]$/.test(before) && behind.includes('的')) return true;
  // 提出划定禁止生产区域的建议
  if (
    /[^，；国家严格一律依法时间期内外上中下年日省市区县]$/.test(before) &&
    /^[一-鿿]{2,5}的[一-鿿]/.test(behind) &&
    isBan
  )
    return true;
  if (/^[^，的]{1,8}(?:而|却)(?:未|不|没有|拒)/.test(behind)) return true;
  return (
    /(?:规定|约定|认为|要求|是否|(?<![留守出务究场诊托])所|告知[^，]*)$/.test(before) &&
    !/(?:按照|依照|根据|依据|按)/.test(before)
  );
}

/** A verb of one or two characters, or an adverb and a verb, in front of 的 and what it describes. */
const ATTRIBUTE =
  /^(?!有|是|由|符合|具有|在|对|与|向)(?:(?:如实|及时|按时|立即|优先|直接|同时|共同|依法|自行|主动|重新|先行|首先)[一-鿿]{2}|[一-鿿]{1,2})的(?![，。；]|$)/;

/** 由国务院规定的办法: what is decided there is an attribute, and nobody's duty. */
function isAttribute(words: string): boolean {
  return /(?:制定|规定|批准|确定|组成|公布|颁发|作出|承担|负责|决定|使用|管理|实施|举办|设立|发布|办理|所有)的[^，]{1,20}$/.test(
    words,
  );
}

/** Where words end in front of others: before the comma and white space between them. */
function endBefore(text: string, start: number): number {
  let end = start;
  while (end > 0 && /[，,\s]/.test(text.charAt(end - 1))) end--;
  return end;
}

/** 实行计划生育的育龄夫妻享受…: what looks like a thing to be done says who is meant. */
function namesSomebody(words: string): boolean {
  const [, attribute = '', rest = ''] = /^([^，的]{3,14}的)([^，的]*)/.exec(words) ?? [];
  const bearer = attribute === '' ? undefined : bearerAtStart(rest);
  return bearer?.start === 0 && bearer.end < rest.length;
}

function until(clause: Clause, end: number): Clause {
  const cut = (span: Span): Span => ({
    start: span.start,
    end: Math.max(clause.modal?.end ?? clause.action.start, Math.min(span.end, end)),
  });
  return { ...clause, action: cut(clause.action), words: cut(clause.words) };
}

/** So much of the words as an expression looks at that ends where they do; it would look for its beginning in all of them. */
function endOf(words: string): string {
  return words.slice(-4);
}

/** A clause of so many modals is no language, and each of them is compared with what stands around it. */
const MOST_MODALS = 50;

/** The modals of a clause between commas that govern it: the first, and others only behind 并, 但 and the like. */
function modalsOf(words: string, offset: number): Modal[] {
  const all = [...words.matchAll(MODAL)].slice(0, MOST_MODALS).map((match): Modal => {
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
  const strong = all.filter(({ isWeak, span }) => !isWeak && !ATTRIBUTE.test(words.slice(span.end - offset)));
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
