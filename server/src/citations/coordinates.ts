/** The coordinates of a provision in an instrument. Only known ones are there; see `compareTargets` for their order. */
export interface Target {
  part?: number;
  subpart?: number;
  chapter?: number;
  section?: number;
  /** `14`, and `120-1` for 第一百二十条之一. */
  article?: string;
  paragraph?: number;
  item?: number;
  subitem?: number;
}

export type Unit = keyof Target;

/** From the outermost in. */
export const UNITS: readonly Unit[] = [
  'part',
  'subpart',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
  'subitem',
];

export const UNIT_OF_CHARACTER: Readonly<Record<string, Unit>> = {
  编: 'part',
  分编: 'subpart',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'item',
  目: 'subitem',
};

export const CHARACTER_OF_UNIT: Readonly<Record<Unit, string>> = {
  part: '编',
  subpart: '分编',
  chapter: '章',
  section: '节',
  article: '条',
  paragraph: '款',
  item: '项',
  subitem: '目',
};

export function levelOf(unit: Unit): number {
  return UNITS.indexOf(unit);
}

/** The innermost coordinate of a target, which names what kind of provision it is; undefined for a whole document. */
export function innermostUnit(target: Target): Unit | undefined {
  return UNITS.findLast((unit) => target[unit] !== undefined);
}

/** The coordinates of `target` that are outside `unit`: what 第二款 inherits from 第十五条第一款. */
export function outerPart(target: Target, unit: Unit): Target {
  const outer: Target = {};
  for (const key of UNITS.slice(0, levelOf(unit)))
    Object.assign(outer, target[key] !== undefined && { [key]: target[key] });
  return outer;
}

/** From an article downwards the article says where a provision is, whatever chapter it stands in. */
export function withoutContainers(target: Target): Target {
  if (target.article === undefined) return target;
  const { part: _part, subpart: _subpart, chapter: _chapter, section: _section, ...rest } = target;
  return rest;
}
