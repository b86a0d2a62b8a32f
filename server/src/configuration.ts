import type { Message } from './checks/check.js';
import { PROFILES } from './checks/profile.js';
import { CHECK_NAMES } from './checks/registry.js';
import { DEFAULT_FORMAT } from './drafting/format/options.js';
import type { Settings } from './protocol.js';
import { folderUri } from './uris.js';

/** The settings of an installation in which nothing was set; those of the extension's manifest. */
export const DEFAULT_SETTINGS: Settings = {
  library: { folders: [], encoding: 'auto' },
  checks: { severity: {}, profile: 'auto', delay: 150 },
  hover: { maxLength: 600 },
  codeLens: { citedBy: false },
  inlayHints: { citations: 'off' },
  format: { ...DEFAULT_FORMAT, onType: true },
  language: 'auto',
};

const ENCODINGS = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;
const HINTED_CITATIONS = ['off', 'external', 'all'] as const;
const HEADINGS = ['closed', 'kept'] as const;
const INDENTS = ['none', 'two', 'keep'] as const;
const LANGUAGES = ['auto', 'zh', 'en'] as const;
const LONGEST_DELAY = 10_000;
const SHORTEST_HOVER = 50;

/**
 * Reads the value of the section `tiaowen`. What is absent has its default, and so has what is wrong: a slip in the
 * settings must not take the server down, nor the other settings with it.
 *
 * @param value whatever the editor answered
 * @param onWrong is told of each wrong value
 */
export function readSettings(value: unknown, onWrong: (message: Message) => void): Settings {
  const reader = new SettingsReader(value, onWrong);
  const { library, checks, hover, codeLens, inlayHints, format, language } = DEFAULT_SETTINGS;
  return {
    library: {
      folders: reader.folders('library.folders'),
      encoding: reader.choice('library.encoding', ENCODINGS, library.encoding),
    },
    checks: {
      severity: reader.severities('checks.severity'),
      profile: reader.choice('checks.profile', ['auto', ...PROFILES] as const, checks.profile),
      delay: reader.integer('checks.delay', 0, LONGEST_DELAY, checks.delay),
    },
    hover: { maxLength: reader.integer('hover.maxLength', SHORTEST_HOVER, Number.MAX_SAFE_INTEGER, hover.maxLength) },
    codeLens: { citedBy: reader.boolean('codeLens.citedBy', codeLens.citedBy) },
    inlayHints: { citations: reader.choice('inlayHints.citations', HINTED_CITATIONS, inlayHints.citations) },
    format: {
      headings: reader.choice('format.headings', HEADINGS, format.headings),
      indent: reader.choice('format.indent', INDENTS, format.indent),
      contents: reader.boolean('format.contents', format.contents),
      onType: reader.boolean('format.onType', format.onType),
    },
    language: reader.choice('language', LANGUAGES, language),
  };
}

class SettingsReader {
  constructor(
    private readonly root: unknown,
    private readonly onWrong: (message: Message) => void,
  ) {}

  choice<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
    const value = this.value(name);
    if (value === undefined) return otherwise;
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) this.wrong(name, value, { zh: ` ${choices.join('、')}`, en: choices.join(', ') });
    return chosen ?? otherwise;
  }

  boolean(name: string, otherwise: boolean): boolean {
    const value = this.value(name);
    if (value === undefined || typeof value === 'boolean') return value ?? otherwise;
    this.wrong(name, value, { zh: ' true 或者 false', en: 'true or false' });
    return otherwise;
  }

  integer(name: string, from: number, to: number, otherwise: number): number {
    const value = this.value(name);
    if (value === undefined) return otherwise;
    if (Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to) return value as number;
    const most = to === Number.MAX_SAFE_INTEGER ? undefined : to;
    this.wrong(name, value, {
      zh: most === undefined ? `不小于 ${from} 的整数` : ` ${from} 到 ${most} 的整数`,
      en: most === undefined ? `an integer of at least ${from}` : `an integer from ${from} to ${most}`,
    });
    return otherwise;
  }

  folders(name: string): string[] {
    const value = this.value(name);
    if (value === undefined) return [];
    const wanted = { zh: '由绝对路径或者 URI 组成的列表', en: 'a list of absolute paths or URIs' };
    if (!Array.isArray(value)) {
      this.wrong(name, value, wanted);
      return [];
    }
    return value.filter((entry: unknown): entry is string => {
      const usable = typeof entry === 'string' && folderUri(entry) !== undefined;
      if (!usable) this.wrong(name, entry, wanted);
      return usable;
    });
  }

  severities(name: string): Settings['checks']['severity'] {
    const value = this.value(name);
    if (value === undefined) return {};
    if (!isObject(value)) {
      this.wrong(name, value, { zh: '以检查代码为键的对象', en: 'an object with codes of checks as keys' });
      return {};
    }
    const severities: Settings['checks']['severity'] = {};
    for (const [check, entry] of Object.entries(value)) {
      const severity = SEVERITIES.find((choice) => choice === entry);
      if (!CHECK_NAMES.has(check)) {
        this.wrong(name, check, { zh: '检查代码或者类别', en: 'the code or the group of a check' });
      } else if (severity === undefined) {
        this.wrong(`${name}.${check}`, entry, { zh: ` ${SEVERITIES.join('、')}`, en: SEVERITIES.join(', ') });
      } else {
        severities[check] = severity;
      }
    }
    return severities;
  }

  /** A value by its dotted name; undefined and null are both absent. */
  private value(name: string): unknown {
    let at: unknown = this.root;
    for (const part of name.split('.')) at = isObject(at) ? at[part] : undefined;
    return at ?? undefined;
  }

  private wrong(name: string, value: unknown, wanted: Message): void {
    const shown = JSON.stringify(value);
    this.onWrong({
      zh: `设置 tiaowen.${name} 的值 ${shown} 不可用，应为${wanted.zh}`,
      en: `The value ${shown} of the setting tiaowen.${name} is ignored: it should be ${wanted.en}`,
    });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
