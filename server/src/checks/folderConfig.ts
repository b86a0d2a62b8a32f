import type { Message, Severity } from './check.js';
import { PROFILES, type ProfileSetting } from './profile.js';
import type { SeveritySettings } from './registry.js';
import type { Suppression } from './suppressions.js';

/** The file in a folder that says how the texts in and below it are checked. */
export const CONFIG_FILE = '.tiaowen.json';

/** What a folder says on the checks of its texts. */
export interface FolderConfig {
  readonly profile?: ProfileSetting;
  readonly severity: SeveritySettings;
  /** What is not reported. */
  readonly ignore: readonly Suppression[];
}

export const NO_CONFIG: FolderConfig = { severity: {}, ignore: [] };

const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
const FIELDS = ['file', 'article', 'text', 'reason'] as const;

/** Longest file that is read, in characters: thousands of suppressions. */
const LONGEST = 1_000_000;
/** A configuration has four levels. What has thousands is made to fail. */
const DEEPEST = 20;
/** How much of what is wrong in one file is said, and how much of a value. */
const MOST_SAID = 20;
const MOST_SHOWN = 100;

/**
 * Reads a `.tiaowen.json`. What is wrong in it is left out, and said. It may be anybody's: whatever stands in it, it is
 * read in time and said in a few lines.
 *
 * @param names the codes and groups of checks
 */
export function readFolderConfig(
  text: string,
  names: ReadonlySet<string>,
  tell: (message: Message) => void,
): FolderConfig {
  let said = 0;
  const onWrong = (message: Message): void => {
    if (++said < MOST_SAID) tell(message);
    else if (said === MOST_SAID) tell({ zh: '还有其他不可用之处', en: 'more is wrong in it' });
  };
  let value: unknown;
  try {
    value = parsed(text);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    onWrong({ zh: `不是 JSON：${what}`, en: `is not JSON: ${what}` });
    return NO_CONFIG;
  }
  if (value === UNUSABLE) {
    onWrong({
      zh: `过长（超过 ${String(LONGEST)} 个字符）或者嵌套过深，不予读取`,
      en: `is too long (more than ${String(LONGEST)} characters) or nested too deeply, and is not read`,
    });
    return NO_CONFIG;
  }
  if (!isObject(value)) {
    onWrong({ zh: '应为一个对象', en: 'should be an object' });
    return NO_CONFIG;
  }
  const { profile, severity, ignore, ...others } = value;
  for (const name of Object.keys(others)) {
    if (name !== '$schema') onWrong({ zh: `没有“${shown(name)}”这一项`, en: `there is no “${shown(name)}”` });
  }
  const known = profile === 'auto' ? 'auto' : PROFILES.find((each) => each === profile);
  if (profile !== undefined && !known) {
    const all = ['auto', ...PROFILES];
    onWrong({ zh: `profile 应为 ${all.join('、')}`, en: `profile should be one of ${all.join(', ')}` });
  }
  return {
    ...(known && { profile: known }),
    severity: severitiesIn(severity, names, onWrong),
    ignore: suppressionsIn(ignore, names, onWrong),
  };
}

function severitiesIn(
  value: unknown,
  names: ReadonlySet<string>,
  onWrong: (message: Message) => void,
): SeveritySettings {
  const severities: Record<string, Severity | 'off'> = {};
  for (const [name, entry] of Object.entries(isObject(value) ? value : {})) {
    const severity = SEVERITIES.find((each) => each === entry);
    if (severity && names.has(name)) severities[name] = severity;
    else onWrong({ zh: `severity 中的“${shown(name)}”不可用`, en: `“${shown(name)}” in severity is wrong` });
  }
  return severities;
}

function suppressionsIn(
  value: unknown,
  names: ReadonlySet<string>,
  onWrong: (message: Message) => void,
): Suppression[] {
  if (value !== undefined && !Array.isArray(value)) onWrong({ zh: 'ignore 应为列表', en: 'ignore should be a list' });
  return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((entry) => {
    const { code } = isObject(entry) ? entry : {};
    if (!isObject(entry) || typeof code !== 'string' || !names.has(code)) {
      onWrong({
        zh: `ignore 中的 ${shown(JSON.stringify(entry))} 没有可用的 code`,
        en: `${shown(JSON.stringify(entry))} in ignore has no code of a check`,
      });
      return [];
    }
    const fields = FIELDS.flatMap((field) => (typeof entry[field] === 'string' ? [[field, entry[field]]] : []));
    return [{ code, ...(Object.fromEntries(fields) as Omit<Suppression, 'code'>) }];
  });
}

/**
 * What holds in a folder: the nearest file that says something on a matter decides, and what is suppressed farther up is
 * suppressed here too.
 *
 * @param configs from the outermost folder in
 */
export function mergeConfigs(configs: readonly FolderConfig[]): FolderConfig {
  return configs.reduce(
    (merged, { profile, severity, ignore }) => ({
      ...merged,
      ...(profile && { profile }),
      severity: { ...merged.severity, ...severity },
      // A file's name is one of its own folder.
      ignore: [...merged.ignore.filter(({ file }) => file === undefined), ...ignore],
    }),
    NO_CONFIG,
  );
}

/**
 * The text of a `.tiaowen.json` with one more suppression; what stands in it keeps its order.
 *
 * @param text undefined where there is no such file yet; one without words is as good as none
 * @returns undefined where the file can't be read: it is not written anew without what stands in it
 */
export function withSuppression(text: string | undefined, suppression: Suppression): string | undefined {
  try {
    const config = parsed(text?.trim() ? text : '{}');
    if (!isObject(config)) return undefined;
    const { ignore = [] } = config;
    if (!Array.isArray(ignore)) return undefined;
    return `${JSON.stringify({ ...config, ignore: [...(ignore as unknown[]), suppression] }, undefined, 2)}\n`;
  } catch {
    return undefined;
  }
}

/** What is no configuration of anybody's. */
const UNUSABLE = Symbol('unusable');

/** @throws SyntaxError where it is no JSON */
function parsed(text: string): unknown {
  if (text.length > LONGEST) return UNUSABLE;
  const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  return isDeeperThan(value, DEEPEST) ? UNUSABLE : value;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeperThan(each, levels - 1));
}

function shown(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
