import type { Severity } from '../checks/check.js';
import { CHECK_NAMES } from '../checks/registry.js';
import { choice, UsageError } from './commonOptions.js';

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

/**
 * The severities that options `--severity CODE=SEVERITY` ask for, as the setting `tiaowen.checks.severity` has them.
 *
 * @param options the values of the options, `CODE` being the code or the group of a check
 * @throws UsageError where one is not of that form, or names no check or no severity
 */
export function severitySettings(options: readonly string[]): Record<string, Severity | 'off'> {
  const severities: Record<string, Severity | 'off'> = {};
  for (const option of options) {
    const [, name = '', severity = ''] = /^([^=]*)=(.*)$/.exec(option) ?? [];
    if (!CHECK_NAMES.has(name)) {
      throw new UsageError({
        zh: `选项 --severity 的值 ${option} 不可用，应为“检查代码或者类别=严重程度”，如 citation/not-in-library=information`,
        en: `the value ${option} of option --severity is wrong: it should be CODE=SEVERITY, as citation/not-in-library=information`,
      });
    }
    severities[name] = choice(`--severity ${name}`, severity, SEVERITIES);
  }
  return severities;
}
