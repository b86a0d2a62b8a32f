/**
 * Who a clause of a law speaks of: the noun phrase in front of 应当, told by what it ends with (…部门, …单位, …人).
 */

/** Ends of the names of whoever can have a duty or a right. */
const BEARER = new RegExp(
  `(?:${[
    // Authorities.
    '政府|公署|国务院|部门|机关|机构|(?<!人民)法院|检察院|人民法院|海关|警察|监狱|看守所|拘留所|派出所|(?<![布格结大时]|[^安]全)局(?![长面势部限促])',
    '人民代表大会|常务委员会|[员体表主东工民事]大会(?![堂会常议代主])|[民员长任体务表]会议|主席团|仲裁庭|办事处|委员会',
    // Bodies.
    '医院|(?:博物|图书|档案|文化|美术|纪念|科技|体育|展览|大使|领事)馆|(?:学|剧|书|画|法|研究|设计|科学|敬老|福利)院|院校|学校|(?:中小|小|中|大)学(?=$|[、，和或应必不可须由])|协会|工会|学会|商会|理事会|监事会|董事会|股东会|联合会|基金会',
    '单位|企业|公司|厂|银行(?!分行|支行)|[分支]行|组织|团体|媒体|平台(?!内|经营|规则|服务|企业)|(?<!执)法人(?!员)|集体(?!经济|管理|所有|土地|资产|合同|企业|用地|林|建设|经营|协商)|合作社|国家|共和国|外国(?=$|[应必不可请向对同])|事务所|研究所',
    // People.
    '双方|一方|各方|第三方|当事人|公民|公众|业主|股东|职工|员工|工人|村民|居民|旅客|乘客|家庭(?!成员|暴力|教育|服务|关系|财产|生活|住)|(?:家庭|其他)成员|夫妻|亲属|监护人|对象(?=$|[认应必不可有须])|医生|医师|药师|护士|教练员|(?:[用农住商客业大渔牧租储]|经营|工商|养殖|种植)户(?!外|口|籍|均)',
    '(?:发包|承包|出让|受让|建设|施工|监理|委托|受托|出租|承租|送交|接收|转让|供应|供方|需求)方',
    '人员(?!编制|名单|名额|总数|数量|培训|往来)|代表(?!大会|团)|(?![全动])[一-鿿]员(?![会工额大人长编名总])|律师|[法察警军]官|教师|学生|学员|(?!或)[一-鿿]者|负责人',
    '(?:院|校|局|部|厅|处|科|省|市|县|区|乡|镇|州|秘书|检察|委员|审判|会|团|船|机|站|所|厂)长(?![官期会])|长官|主任(?!会议|委员)|主席(?!团)|总理',
    '(?!双人)[一-鿿]人(?![民员大口才身类工力数次均事物文格生体力道单])',
  ].join('|')})(?:等)?`,
  'g',
);
/** Ends that name who acts only where nothing but 应当 follows: 边境地区应当, but not 促进边境地区高质量发展. */
const BEARER_AT_END =
  /(?:地区|省|自治区|直辖市|市|县|旗|乡|镇|村|街道|社会|军队|部|局|厅|署|院|庭|所|站|中心|社|方)(?:等)?$/;
/** What stands between who acts and 应当 without being a part of the name. */
const ADVERBIAL =
  /^(?:$|依法|及时|均|都|也|还|一律|一般|原则上|方|各自|之间|相互|共同|分别|不断|仍然?|亦|同时|认为(?:必要|需要)时?|必要时|根据|按照|依照|依据|按|自.{1,40}(?:起|内)|在.{1,60}(?:内|前|后|时|中|上|下|期间|方面|过程中|区域|范围|场所)|于.{1,40}(?:内|前|后)|应.{1,20}要求|经(?![济营纪]).{1,40}|对.{1,80}|向.{1,60}|将.{1,60}|与.{1,60}|会同.{1,60}|就.{1,60}|为.{1,60}|因.{1,60}|以.{1,60}|可以?$|通过.{1,60}|除.{1,60}|每.{1,20}|[(（].{0,60}[)）]$)/;
/** Names grow by what belongs to them: 人民政府 有关部门, 机关 工作人员. */
const BELONGING =
  /^(?!通过|组织(?!部门|机构|的)|招用|聘用|雇用|从事|使用|履行|开展|接受|收到|接到|发现|提供|认为|违反|委托|指定|责令|授权|要求|批准|报|办理|实施|设立|设置|领导|监督(?!管理)|安排|协助|配合|直接|决定|提请|审议|讨论|召集|主持|共同)(?:[^，的对向将在按依]{0,12}?)(?:部门|机关|机构|工作人员|人员(?!编制|名单)|负责人|委员会|单位|办事处|经营者|大会|会议(?!纪要|记录)|(?<![布格结大时]|[^安]全)局(?![长面势部限促])|成员(?!人数|资格|名单))(?:等)?/;
/** What leads to a sentence without being a part of it. */
const CONNECTIVE = /^(?:并且?|且|但是?|同时|其中|此外|另外|因此|而|或者|以及|由|必要时|本条例所称|其余)+/;
/** What no name begins with, unless it has an attribute: 在边境地区投资兴办的企业. */
const NO_NAME = new RegExp(
  `^(?:${[
    '为了?|根据|按照|依照|依据|违反|依法对|对|向|将|把|在|经(?![营济办理纪])|因|通过|除|自(?![治然愿主己学])|从(?!事)|未|不|有(?!关|限)|与|以|同(?![级一行业居])|给(?!水|排)|需|报(?!社|刊)|关于|涉及',
    '(?:促进|加强|推进|推动|支持|鼓励|引导|保障|提高|建立|完善|健全|开展|实施|实行|组织[^，]{0,2}实施|告知|构成|给予|需要|可能|属于|使用|利用|进行|制定|保护|维护|防止|统筹|禁止|采用|设立|设置|举办|申请|提供|发现|收到|逾期|责令|招录|录用)(?![人者方]|单位|机关|部门|机构|企业|主体)',
    '是|凡|作为|如果|当(?!事|地)',
  ].join('|')})`,
);

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
  if (phrase !== '方' && BEARER_AT_END.test(phrase) && isName(phrase)) return { start, end: words.length };
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
    const rest = phrase.slice(end);
    if (/^(?:[和及或、的中]|以[及外]|与(?!.{1,40}[有无的]))/.test(rest)) continue;
    // 国务院工作中的重大问题, 行政机关作出的决定: a thing, named by who has to do with it.
    if (/^(?:[一-鿿]{2}|[一-鿿]{0,4}(?:中|内|上|作出|制定|使用|租用|所有|出具))的[^，的]{2,20}$/.test(rest))
      return undefined;
    // 患者死亡的: somebody else acts.
    if (/^(?:死亡|失踪|丧失)/.test(rest)) return undefined;
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
  const named = bearerAtStart(clause);
  if (named) return named;
  // 未参与原设计的专业人员进行: behind 由 a name may begin with what it has done.
  const end = /^[^，的]{1,24}的/.exec(clause)?.[0].length ?? 0;
  const rest = end === 0 ? undefined : bearerAtStart(clause.slice(end));
  return rest?.start === 0 ? { start: 0, end: end + rest.end } : undefined;
}

function endsOf(phrase: string): number[] {
  return [...phrase.matchAll(BEARER)].map((match) => match.index + match[0].length);
}

function isName(name: string, isAtStart = false): boolean {
  if (
    /属于|认为|应当|不得|只有|是(?!否)|(?<![自理])由|经(?![营济办理纪过费历])[^的]*$|(?:根据|按照|依照|涉及)[^的]*$/.test(
      name,
    )
  )
    return false;
  if (!NO_NAME.test(name)) return true;
  // The attribute has to belong to what acts, and a clause that begins so is seldom about who acts.
  return (
    !isAtStart && /的[^的]{1,30}$/.test(name) && !/^(?:(?:依法)?对|将|把|为|违反|按照|依照|根据|促进|加强)/.test(name)
  );
}
