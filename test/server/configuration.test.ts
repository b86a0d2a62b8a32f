import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/configuration.js';

describe('the settings', () => {
  /** The settings that a value gives, and what is said of it. */
  function read(value: unknown): { settings: object; complaints: string[] } {
    const complaints: string[] = [];
    const settings = readSettings(value, ({ zh, en }) => {
      assert.ok(en);
      complaints.push(zh);
    });
    return { settings, complaints };
  }

  for (const nothing of [undefined, null, {}, { library: null, checks: {} }, '设置', 7, []]) {
    it(`are the defaults where there are none: ${JSON.stringify(nothing)}`, () => {
      assert.deepEqual(read(nothing), { settings: DEFAULT_SETTINGS, complaints: [] });
    });
  }

  it('are taken as they are where they are right', () => {
    const settings = {
      library: { folders: ['/法规', 'C:\\法规', 'memfs:/法规'], encoding: 'gb18030' },
      checks: { severity: { 'numbering/gap': 'hint', citation: 'off' }, profile: 'law', delay: 0 },
      hover: { maxLength: 50 },
      codeLens: { citedBy: true },
      inlayHints: { citations: 'external' },
      format: { headings: 'kept', indent: 'two', contents: false, onType: false },
      language: 'en',
    };
    assert.deepEqual(read(settings), { settings, complaints: [] });
  });

  const wrong: [value: object, complaint: string][] = [
    [{ library: { folders: '/法规' } }, 'library.folders 的值 "/法规" 不可用，应为由绝对路径或者 URI 组成的列表'],
    [{ library: { folders: ['法规'] } }, 'library.folders 的值 "法规" 不可用，应为由绝对路径或者 URI 组成的列表'],
    [{ library: { folders: [7] } }, 'library.folders 的值 7 不可用，应为由绝对路径或者 URI 组成的列表'],
    [
      { library: { encoding: 'big5' } },
      'library.encoding 的值 "big5" 不可用，应为 auto、utf-8、utf-16le、utf-16be、gb18030',
    ],
    [{ checks: { delay: -1 } }, 'checks.delay 的值 -1 不可用，应为 0 到 10000 的整数'],
    [{ checks: { delay: 1.5 } }, 'checks.delay 的值 1.5 不可用，应为 0 到 10000 的整数'],
    [{ checks: { severity: 'off' } }, 'checks.severity 的值 "off" 不可用，应为以检查代码为键的对象'],
    [{ checks: { severity: { style: 'off' } } }, 'checks.severity 的值 "style" 不可用，应为检查代码或者类别'],
    [
      { checks: { severity: { 'toc/mismatch': 'fatal' } } },
      'checks.severity.toc/mismatch 的值 "fatal" 不可用，应为 error、warning、information、hint、off',
    ],
    [{ hover: { maxLength: 10 } }, 'hover.maxLength 的值 10 不可用，应为不小于 50 的整数'],
    [{ codeLens: { citedBy: 'yes' } }, 'codeLens.citedBy 的值 "yes" 不可用，应为 true 或者 false'],
    [{ inlayHints: { citations: true } }, 'inlayHints.citations 的值 true 不可用，应为 off、external、all'],
    [{ language: 'fr' }, 'language 的值 "fr" 不可用，应为 auto、zh、en'],
  ];
  for (const [value, complaint] of wrong) {
    it(`are the defaults where they are wrong, which is said: ${complaint}`, () => {
      assert.deepEqual(read(value), { settings: DEFAULT_SETTINGS, complaints: [`设置 tiaowen.${complaint}`] });
    });
  }

  it('are right beside what is wrong', () => {
    const { settings } = read({
      checks: { delay: 'soon', severity: { toc: 'off', citation: 'loud' } },
      language: 'zh',
    });
    assert.deepEqual(settings, {
      ...DEFAULT_SETTINGS,
      checks: { delay: 150, profile: 'auto', severity: { toc: 'off' } },
      language: 'zh',
    });
  });
});
