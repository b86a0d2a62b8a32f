import type { RegulationDocument } from '../../library/document.js';
import type { Span, SyntaxNode } from '../../syntax/tree.js';
import { plural, say, type Locale } from '../locale.js';
import { clausesOf, leadOf, type Clause, type DutyKind } from './dutyGrammar.js';
import { escaped, Markdown, nameOf, shortened, type LinkTo } from './markdown.js';

/** A duty, a right or a prohibition in a text; its spans are places in the text. */
export interface Duty extends Clause {
  /** The paragraph or item that says so. */
  readonly at: SyntaxNode;
}

/** An article with its duties, in text order; none where it has none. */
export interface ArticleDuties {
  readonly article: SyntaxNode;
  readonly duties: readonly Duty[];
}

/** Who shall do what: every article of a text with what it asks of whom. */
export function dutiesOf(document: RegulationDocument): ArticleDuties[] {
  return document.provisions.articles.map((article) => {
    const duties: Duty[] = [];
    // An article without paragraphs says nothing.
    for (const child of article.children) collect(child, undefined, duties);
    return { article, duties };
  });
}

/** The duties of whoever has a word in the name: `--subject 发展改革` finds 旗县级以上人民政府发展改革部门. */
export function ofSubject(articles: readonly ArticleDuties[], subject: string): ArticleDuties[] {
  return articles
    .map(({ article, duties }) => ({ article, duties: duties.filter((duty) => subjectName(duty).includes(subject)) }))
    .filter(({ duties }) => duties.length > 0);
}

/** The subjects of a text, the one with the most duties first. */
export function subjectsOf(articles: readonly ArticleDuties[]): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const duty of articles.flatMap(({ duties }) => duties)) {
    const name = subjectName(duty);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

/**
 * Who has a duty, as the text names them. Where it names nobody, a prohibition is meant for everybody, and anything else
 * for whoever it concerns; brackets say that the words are not the text's.
 */
export function subjectName({ at, subject, kind }: Duty): string {
  if (subject) return words(at, subject);
  return kind === 'prohibition' ? '（任何单位和个人）' : '（不特定）';
}

/** One line of the list, for people and for tables. */
export interface DutyRow {
  readonly provision: string;
  readonly subject: string;
  readonly kind: string;
  readonly modal: string;
  readonly action: string;
  readonly words: string;
  readonly line: number;
  readonly source: string;
}

/** The list, line by line; an article without duties has a line that says so. */
export function dutyRows(document: RegulationDocument, articles: readonly ArticleDuties[], locale: Locale): DutyRow[] {
  const lineOf = ({ start }: Span): number => document.rangeOf({ start, end: start }).start.line + 1;
  return articles.flatMap(({ article, duties }) => {
    if (duties.length === 0) {
      const nothing = say(locale, { zh: '无', en: 'none' });
      const line = lineOf(article.range);
      const opening = shortened(article.tree.text.slice(article.mark.end, article.range.end), 40);
      return [
        {
          provision: nameOf(article),
          subject: '',
          kind: nothing,
          modal: '',
          action: '',
          words: opening,
          line,
          source: '',
        },
      ];
    }
    return duties.map((duty) => ({
      provision: nameOf(duty.at),
      subject: subjectName(duty),
      kind: say(locale, KINDS[duty.kind]),
      modal: duty.modal ? words(duty.at, duty.modal) : '',
      action: words(duty.at, duty.action),
      words: words(duty.at, duty.words),
      line: lineOf(duty.words),
      source: say(locale, SOURCES[duty.source]),
    }));
  });
}

const KINDS: Readonly<Record<DutyKind, { zh: string; en: string }>> = {
  duty: { zh: '义务', en: 'duty' },
  right: { zh: '权利（权力）', en: 'right or power' },
  prohibition: { zh: '禁止', en: 'prohibition' },
  encouragement: { zh: '鼓励', en: 'encouragement' },
};

const SOURCES: Readonly<Record<Clause['source'], { zh: string; en: string }>> = {
  written: { zh: '写明', en: 'written' },
  carried: { zh: '承前', en: 'from before' },
  none: { zh: '未写明', en: 'not written' },
};

/** The heads of the list. */
export function dutyHeads(locale: Locale): Record<keyof DutyRow, string> {
  const text = (zh: string, en: string): string => say(locale, { zh, en });
  return {
    provision: text('条款', 'Provision'),
    subject: text('主体', 'Who'),
    source: text('主体出处', 'Named'),
    kind: text('类别', 'Kind'),
    modal: text('用语', 'Modal'),
    action: text('内容', 'What'),
    words: text('原文', 'Text'),
    line: text('行', 'Line'),
  };
}

/** What stands above the list, whatever it is written as. */
export function dutiesTitle(document: RegulationDocument, locale: Locale, subject?: string): string {
  const title = say(locale, { zh: `责任清单：${document.title}`, en: `Duties: ${document.title}` });
  return subject === undefined ? title : `${title}（${subject}）`;
}

/** How long the list is, and what brackets in it mean. */
export function dutiesSummary(articles: readonly ArticleDuties[], locale: Locale): string {
  const count = articles.reduce((sum, { duties }) => sum + duties.length, 0);
  return say(locale, {
    zh: `${String(articles.length)} 条，${String(count)} 项。括号里的主体不是原文：条文没有写明。`,
    en: `${plural(articles.length, 'article')}, ${plural(count, 'entry', 'entries')}. Subjects in brackets are not the text's: it names nobody.`,
  });
}

/** The list for people: how many duties each subject has, then the articles. */
export function dutiesMarkdown(document: RegulationDocument, linkTo: LinkTo, locale: Locale, subject?: string): string {
  const text = (zh: string, en: string): string => say(locale, { zh, en });
  const all = dutiesOf(document);
  const articles = subject === undefined ? all : ofSubject(all, subject);
  const heads = dutyHeads(locale);
  const page = new Markdown(linkTo).heading(1, dutiesTitle(document, locale, subject));
  const subjects = subjectsOf(articles);
  page.paragraph(dutiesSummary(articles, locale));
  if (subjects.length > 0) {
    page.table(
      [heads.subject, text('项数', 'Entries')],
      subjects.map(({ name, count }) => [escaped(name), String(count)]),
    );
  }
  const table: string[][] = articles.flatMap(({ article, duties }) =>
    duties.length === 0
      ? [[page.provision(document, article), '', text('无', 'none'), '', '']]
      : duties.map((duty) => [
          page.link(document, nameOf(duty.at), duty.words),
          escaped(subjectName(duty)),
          say(locale, KINDS[duty.kind]),
          duty.modal ? escaped(words(duty.at, duty.modal)) : '',
          escaped(shortened(words(duty.at, duty.action), 120)),
        ]),
  );
  return page.table([heads.provision, heads.subject, heads.kind, heads.modal, heads.action], table).toString();
}

function words({ tree }: SyntaxNode, { start, end }: Span): string {
  return tree.text.slice(start, end);
}

/** Adds the duties of a node and of the items below it, in text order. */
function collect(node: SyntaxNode, lead: Clause | undefined, duties: Duty[]): void {
  const start = Math.max(node.mark.end, node.body.start);
  const below = node.children.filter(({ kind }) => kind === 'item' || kind === 'subitem');
  const end = below[0]?.offset ?? node.range.end;
  const text = node.tree.text.slice(start, end);
  // The grammar counts from the start of the words; what a lead brings along lies outside of them.
  const found = clausesOf(text, node.kind !== 'paragraph', lead && moved(lead, -start)).map((clause) =>
    moved(clause, start),
  );
  for (const clause of found) duties.push({ ...clause, at: node });
  const next = leadOf(
    text,
    found.map((clause) => moved(clause, -start)),
  );
  for (const item of below) collect(item, next && moved(next, start), duties);
}

function moved(clause: Clause, by: number): Clause {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...clause,
    subject: clause.subject && move(clause.subject),
    modal: clause.modal && move(clause.modal),
    action: move(clause.action),
    words: move(clause.words),
  };
}
