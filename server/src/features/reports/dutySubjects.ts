/**
 * Who a clause of a law speaks of: the noun phrase in front of 应当, told by what it ends with (…部门, …单位, …人).
 */

/** Ends of the names of whoever can have a duty or a right. */
const BEARER =
  /(?:政府|公署|国务院|部门|机关|机构|(?<!人民)法院|检察院|人民法院|医院|学院|学校|委员会|协会|工会|学会|商会|理事会|监事会|董事会|股东会|联合会|基金会|人民代表大会|常务委员会|办事处|派出所|公安局|单位|企业|公司|厂|银行|组织|团体|(?<!执)法人(?!员)|集体|合作社|国家|双方|一方|各方|当事人|公民|村民|居民|家庭|(?:[用农住商客业大渔牧租]|经营|工商|养殖|种植)户(?!外|口|籍|均)|主席团|主任会议|仲裁庭|(?:发包|承包|出让|受让|建设|施工|监理|委托|受托|出租|承租)方|人员|代表|(?![全动])[一-鿿]员(?![会工额])|律师|法官|检察官|教师|学生|平台|(?!或)[一-鿿]者|负责人|[一-鿿]人(?![民员大口才身类工力数次均为事物文格生体力道]))(?:等)?/g;
/** Ends that name who acts only where nothing but 应当 follows: 边境地区应当, but not 促进边境地区高质量发展. */
const BEARER_AT_END =
  /(?:地区|省|自治区|直辖市|市|县|旗|乡|镇|村|街道|社会|军队|部|局|厅|署|院|庭|所|站|中心|社)(?:等)?$/;
/** What stands between who acts and 应当 without being a part of the name. */
const ADVERBIAL =
  /^(?:$|依法|及时|均|都|也|还|一律|一般|原则上|方|各自|共同|分别|不断|仍然?|亦|同时|认为(?:必要|需要)时?|必要时|根据|按照|依照|依据|按|自.{1,40}(?:起|内)|在.{1,60}(?:内|前|后|时|中|上|下|期间|方面|过程中|区域|范围|场所)|于.{1,40}(?:内|前|后)|应.{1,20}要求|经(?![济营]).{1,40}|对.{1,80}|向.{1,60}|将.{1,60}|与.{1,60}|会同.{1,60}|就.{1,60}|为.{1,60}|因.{1,60}|以.{1,60}|可以?$|通过.{1,60}|除.{1,60}|每.{1,20}|[(（].{0,60}[)）]$)/;
/** Names grow by what belongs to them: 人民政府 有关部门, 机关 工作人员. */
const BELONGING = /^(?:[^，的对向将在按依]{0,12}?)(?:部门|机关|机构|工作人员|人员|负责人|委员会|单位|办事处)(?:等)?/;
/** What leads to a sentence without being a part of it. */
const CONNECTIVE = /^(?:并且?|且|但是?|同时|其中|此外|另外|因此|而|或者|以及|由|必要时|本条例所称|其余)+/;
/** What no name begins with, unless it has an attribute: 在边境地区投资兴办的企业. */
const NO_NAME =
  /^(?:为了?|根据|按照|依照|依据|违反|对|向|将|把|在|经|因|通过|除|自(?![治然愿主己学])|从(?!事)|未|不|有(?!关|限)|与|以|关于|促进|加强|推进|推动|支持|鼓励|引导|保障|提高|建立|完善|健全|开展|实施|实行|组织[^，]{0,2}实施|告知|构成|给予|需要|可能|属于|是|凡|使用|利用|进行|制定|保护|维护|防止|统筹|禁止|采用|设立|申请|提供|发现|收到|逾期|责令|作为|如果|当(?!事|地))/;

/** The place of a name in a piece of text, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Who the words in front of a modal speak of.
 *
 * @param words from the last comma to the modal
 * @returns its place; undefined where the words name nobody (行政处罚应当, 促进高质量发展，应当)
 */
export function bearerBefore(words: string): Place | undefined {
  const start = CONNECTIVE.exec(words)?.[0].length ?? 0;
  const phrase = words.slice(start);
  if (phrase === '') return undefined;
  const ends = endsOf(phrase);
  for (const end of ends) {
    if (ADVERBIAL.test(phrase.slice(end)) && isName(phrase.slice(0, end))) return { start, end: start + end };
  }
  if (BEARER_AT_END.test(phrase) && isName(phrase)) return { start, end: words.length };
  return bearerAtStart(words);
}

/**
 * Who a clause begins with: 当事人 of 当事人对行政处罚决定不服的.
 *
 * @param words a clause between commas
 */
export function bearerAtStart(words: string): Place | undefined {
  const start = CONNECTIVE.exec(words)?.[0].length ?? 0;
  const phrase = words.slice(start);
  for (const first of endsOf(phrase)) {
    let end = first;
    for (let more = BELONGING.exec(phrase.slice(end)); more; more = BELONGING.exec(phrase.slice(end))) {
      end += more[0].length;
    }
    // 单位和个人 is one name, and so is 单位的负责人.
    if (/^(?:[和及或、的以]|与(?!.{1,40}[有无的]))/.test(phrase.slice(end))) continue;
    return isName(phrase.slice(0, end), true) ? { start, end: start + end } : undefined;
  }
  return undefined;
}

/**
 * A clause that is nothing but a name: 在中华人民共和国领域内从事生产经营活动的单位.
 *
 * @param words a clause between commas
 */
export function bearerAlone(words: string): Place | undefined {
  if (!words.includes('的') || endsOf(words).at(-1) !== words.length || !isName(words)) return undefined;
  // 人民政府对作出贡献的个人: whom something is done to, not who does it.
  const first = bearerAtStart(words);
  if (first && /^[对向将把为与]/.test(words.slice(first.end))) return undefined;
  return { start: 0, end: words.length };
}

/** Whether a name is that of an authority. */
export function isAuthority(name: string): boolean {
  return /(?:机关|部门|政府|法院|检察院|机构|国家|国务院|委员会|公署)(?:等)?$/.test(name);
}

/**
 * The name that words begin with and nothing else does: 任何单位和个人 behind 禁止, 县级人民政府 behind 由.
 *
 * @param words what follows
 */
export function bearerBehind(words: string): Place | undefined {
  const clause = /^[^，。；：]*/.exec(words)?.[0] ?? '';
  return bearerAtStart(clause);
}

function endsOf(phrase: string): number[] {
  return [...phrase.matchAll(BEARER)].map((match) => match.index + match[0].length);
}

function isName(name: string, isAtStart = false): boolean {
  if (/属于|认为|应当|不得/.test(name)) return false;
  if (!NO_NAME.test(name)) return true;
  // The attribute has to belong to what acts, and a clause that begins so is seldom about who acts.
  return !isAtStart && /的[^的]{1,30}$/.test(name) && !/^(?:对|向|将|把|为|违反|按照|依照|根据|促进|加强)/.test(name);
}
