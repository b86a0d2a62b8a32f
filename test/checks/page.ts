import type { Check, Severity } from '../../server/src/checks/check.js';
import { PROFILES, type Profile } from '../../server/src/checks/profile.js';

/** The page of documentation of a check: docs/checks/numbering/gap.md. */
export function pagePath(code: string): string {
  return `docs/checks/${code}.md`;
}

const SEVERITIES: Readonly<Record<Severity | 'off', string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
  off: '关闭',
};
const KINDS: Readonly<Record<Profile, string>> = {
  law: '法律',
  'administrative-regulation': '行政法规',
  'departmental-rule': '部门规章',
  'local-regulation': '地方性法规',
  'local-government-rule': '地方政府规章',
  'amending-decision': '修改决定',
};

/** What a page says of a check that the check itself knows: the beginning of the page, up to the reason. */
export function pageHead({ code, rule, severity, severities = {}, description, source, hasSafeFixes }: Check): string {
  const others = PROFILES.flatMap((profile) => {
    const other = severities[profile];
    return other ? [`${KINDS[profile]}${SEVERITIES[other]}`] : [];
  });
  return [
    `# ${code}`,
    '',
    description.zh,
    '',
    `- 严重程度：${SEVERITIES[severity]}${others.length > 0 ? `（${others.join('，')}）` : ''}`,
    ...(rule ? [`- 规则：${rule}`] : []),
    `- 依据：${source ? `${source.name}：“${source.quote.replaceAll('“', '‘').replaceAll('”', '’')}”` : '通行做法'}`,
    ...(hasSafeFixes ? ['- 可以一并修复'] : []),
    '',
    '## 为什么',
  ].join('\n');
}

/** The end of a page: how its check is switched off. */
export function pageFoot({ code }: Check): string {
  return [
    '## 关闭',
    '',
    `在设置中写 \`"tiaowen.checks.severity": { "${code}": "off" }\`，命令行用 \`--severity ${code}=off\`。只是某一处、某一个文件或者文件夹不报告的，用快速修复写入该文件夹的 \`.tiaowen.json\`（见[不再报告](../../suppressions.md)）。`,
    '',
  ].join('\n');
}

/** The example of a page: texts as `fixture` reads them. */
export function exampleIn(page: string): { before: string; after: string } | undefined {
  const match = /^改前：\n\n```text\n([^]*?)\n```\n\n改后：\n\n```text\n([^]*?)\n```\n/m.exec(page);
  return match ? { before: match[1] ?? '', after: match[2] ?? '' } : undefined;
}
