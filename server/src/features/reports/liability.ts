import { innermostUnit, type Target } from '../../citations/coordinates.js';
import type { Mention } from '../../citations/resolve.js';
import type { RegulationDocument } from '../../library/document.js';
import type { Library } from '../../library/library.js';
import { numberOrder } from '../../syntax/numerals.js';
import type { SyntaxNode } from '../../syntax/tree.js';
import { say, type Locale } from '../locale.js';
import { escaped, Markdown, shortened, type LinkTo } from './markdown.js';

/** What a provision asks of somebody. */
const DUTY = /应当|必须|负责|有义务|须|应(?=按|依|予|由|在|经|向|将|于|及时|当场|如实|立即)|承担|方可|限于|只能/;
const PROHIBITION = /不得|禁止|严禁|不准|不许|(?<!经)未经[^，。；]{1,30}(?:，|不)/;
const LIABILITY_CHAPTER = /法律责任|罚则|处罚|奖励与处罚|责任追究/;
const PENALTY =
  /(?:处|并处|处以)[^，。；]{0,30}(?:罚款|拘留)|责令(?:限期)?(?:改正|停止)|给予(?:警告|处分|行政处分|政务处分)|吊销|没收/;

export interface LiabilityReport {
  /** Citations in liability articles of what holds neither a duty nor a prohibition. */
  readonly withoutDuty: readonly { readonly at: SyntaxNode; readonly mention: Mention; readonly cited: SyntaxNode }[];
  /** Prohibitions that no liability article cites. */
  readonly withoutLiability: readonly SyntaxNode[];
}

/**
 * How duties and liability answer one another: what liability articles cite, and which prohibitions none of them does. It
 * is for people to judge: a citation may be of a scope or a procedure, and 违反本条例规定的 cites everything.
 */
export function liabilityReport(library: Library, document: RegulationDocument): LiabilityReport {
  const { articles } = document.provisions;
  const liability = articles.filter(isLiability);
  const isIn = ({ start }: Mention): SyntaxNode | undefined =>
    liability.find(({ full }) => start >= full.start && start < full.end);
  const cited: SyntaxNode[] = [];
  const withoutDuty: LiabilityReport['withoutDuty'][number][] = [];
  let previous: Mention | undefined;
  for (const mention of library.citationsOf(document).mentions) {
    const at = mention.kind === 'provision' && mention.doc === 'self' ? isIn(mention) : undefined;
    if (at) {
      const nodes = [
        ...between(document, previous, mention),
        ...mention.targets.flatMap((target) => found(document, target)),
      ];
      for (const node of nodes) {
        cited.push(node);
        const isOwn = node.offset >= at.offset && node.full.end <= at.full.end;
        if (isOwn || liability.some((each) => each.green === node.green) || node.enclosing('article') === undefined)
          continue;
        if (isLiability(node.enclosing('article') ?? node)) continue;
        const words = wordsAround(node);
        if (!DUTY.test(words) && !PROHIBITION.test(words)) withoutDuty.push({ at, mention, cited: node });
      }
    }
    previous = at ? mention : undefined;
  }
  const isCited = (node: SyntaxNode): boolean =>
    cited.some(({ full }) => contains(full, node.full) || contains(node.full, full));
  const withoutLiability = articles
    .filter((article) => !liability.includes(article))
    .flatMap((article) =>
      article.children.filter(
        ({ text }) =>
          /不得|禁止|严禁/.test(text) && !/不得(?:少于|低于|高于|超过|迟于|早于)[^，。；]{0,20}$/.test(text),
      ),
    )
    .filter((paragraph) => !isCited(paragraph));
  return { withoutDuty, withoutLiability };
}

/** The report for people. */
export function liabilityMarkdown(
  library: Library,
  document: RegulationDocument,
  linkTo: LinkTo,
  locale: Locale,
): string {
  const { withoutDuty, withoutLiability } = liabilityReport(library, document);
  const text = (zh: string, en: string): string => say(locale, { zh, en });
  const page = new Markdown(linkTo)
    .heading(1, text(`法律责任：${document.title}`, `Liability: ${document.title}`))
    .heading(2, text('法律责任所引的条文没有义务或者禁止', 'Liability for what is neither a duty nor a prohibition'));
  if (withoutDuty.length === 0) page.paragraph(text('没有。', 'None.'));
  else {
    page.table(
      [text('法律责任', 'Liability'), text('所引', 'Cited'), text('所引条文', 'Its text')],
      withoutDuty.map(({ at, mention, cited }) => [
        page.link(document, at.label.replace(/\s/g, ''), mention),
        page.provision(document, cited),
        escaped(shortened(cited.text)),
      ]),
    );
  }
  page.heading(2, text('没有法律责任的禁止', 'Prohibitions without liability'));
  if (withoutLiability.length === 0) page.paragraph(text('没有。', 'None.'));
  else {
    page.paragraph(
      text(
        `${String(withoutLiability.length)} 款。“违反本条例规定的”一类不写条号的法律责任不计。`,
        `${String(withoutLiability.length)} paragraphs. Liability that cites no article is not counted.`,
      ),
    );
    page.table(
      [text('条款', 'Provision'), text('条文', 'Text')],
      withoutLiability.map((node) => [page.provision(document, node), escaped(shortened(node.text))]),
    );
  }
  return page.toString();
}

/** An article on what follows from a violation: it cites 违反…规定 and names a penalty, or stands in that chapter. */
function isLiability(article: SyntaxNode): boolean {
  const heading = article.enclosing('chapter')?.heading ?? '';
  if (LIABILITY_CHAPTER.test(heading)) return true;
  return /违反|之一的/.test(article.text) && PENALTY.test(article.text);
}

/** The nodes that lie between the two ends of a range, 第五条至第八条. */
function between(document: RegulationDocument, from: Mention | undefined, to: Mention): SyntaxNode[] {
  const [first, last] = [from?.targets[0], to.targets[0]];
  if (!to.rangeEnd || !first?.article || !last?.article || innermostUnit(first) !== 'article') return [];
  const [low, high] = [first.article, last.article];
  return document.provisions.articles.filter(
    ({ number }) => number !== '' && numberOrder(low, number) < 0 && numberOrder(number, high) < 0,
  );
}

function found({ provisions }: RegulationDocument, target: Target): SyntaxNode[] {
  if (target.article === undefined) return [];
  const node = provisions.find(target);
  return node ? [node] : [];
}

/** An item says what it says together with the words that lead to it. */
function wordsAround(node: SyntaxNode): string {
  if (node.kind !== 'item' && node.kind !== 'subitem') return node.text;
  const paragraph = node.enclosing('paragraph');
  const lead = paragraph ? paragraph.tree.text.slice(paragraph.body.start, paragraph.body.end) : '';
  return `${lead}${node.text}`;
}

function contains(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
