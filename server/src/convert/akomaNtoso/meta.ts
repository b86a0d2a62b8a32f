import type { Work } from '../work.js';
import { block, empty, type Markup } from '../markup.js';

/** Stands where a text names no date; the schema demands one. */
const NO_DATE = '0001-01-01';
const SOURCE = '#tiaowen';
const AUTHOR = '#author';

/**
 * The metadata of a document: what the instrument is (work), which version of it this is (expression), and this file
 * (manifestation).
 *
 * @param component `main`, or the name of an attachment
 * @param subtype the kind of instrument, where it is known
 * @param references leaves them out in an attachment, which shares those of the whole
 */
export function meta(work: Work, component: string, subtype: string | undefined, references: boolean): Markup {
  const expression = `${work.iri}/zho@${work.version ?? ''}`;
  const level = (name: string, iri: string, suffix: string, date: Markup, ...others: Markup[]): Markup =>
    block(name, {}, [
      empty('FRBRthis', { value: `${iri}/!${component}${suffix}` }),
      empty('FRBRuri', { value: iri + suffix }),
      ...(name === 'FRBRWork' ? [empty('FRBRalias', { name: 'title', value: work.title })] : []),
      date,
      empty('FRBRauthor', { href: name === 'FRBRManifestation' ? SOURCE : AUTHOR }),
      ...others,
    ]);
  const identification = block('identification', { source: SOURCE }, [
    level(
      'FRBRWork',
      work.iri,
      '',
      dateOf(work.adopted, 'adoption'),
      empty('FRBRcountry', { value: 'cn' }),
      ...(subtype === undefined ? [] : [empty('FRBRsubtype', { value: subtype })]),
    ),
    level(
      'FRBRExpression',
      expression,
      '',
      dateOf(work.version, 'version'),
      empty('FRBRlanguage', { language: 'zho' }),
    ),
    level(
      'FRBRManifestation',
      expression,
      '.akn',
      dateOf(work.version, 'version'),
      empty('FRBRformat', { value: 'application/akn+xml' }),
    ),
  ]);
  return block('meta', {}, [identification, ...(references ? [referencesOf(work)] : [])]);
}

function dateOf(date: string | undefined, name: string): Markup {
  return empty('FRBRdate', { date: date ?? NO_DATE, name: date === undefined ? 'unknown' : name });
}

function referencesOf({ author = '' }: Work): Markup {
  return block('references', { source: SOURCE }, [
    empty('TLCOrganization', { eId: 'tiaowen', href: '/ontology/organization/tiaowen', showAs: 'Tiaowen' }),
    empty('TLCOrganization', {
      eId: 'author',
      href: `/ontology/organization/cn/${author === '' ? 'unknown' : encodeURIComponent(author)}`,
      showAs: author,
    }),
  ]);
}
