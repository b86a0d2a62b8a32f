import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DEFAULT_EXPORT } from '../../server/src/convert/word/exportOptions';
import { LANGUAGE_ID } from '../../server/src/protocol';

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

interface Setting {
  default: unknown;
  description?: string;
  markdownDescription?: string;
  enum?: unknown[];
}

interface Manifest {
  engines: { vscode: string };
  categories: string[];
  keywords: string[];
  icon: string;
  main: string;
  browser: string;
  activationEvents: string[];
  devDependencies: Record<string, string>;
  extensionKind?: string[];
  capabilities: {
    virtualWorkspaces: unknown;
    untrustedWorkspaces: { supported: unknown; restrictedConfigurations?: string[] };
  };
  galleryBanner: { color: string; theme: string };
  contributes: {
    languages: { id: string; firstLine: string }[];
    configuration: { properties: Record<string, Setting> };
    commands: { command: string; title: string; category?: string; icon?: string }[];
    menus: Record<string, { command?: string; group?: string }[]>;
    keybindings: { command: string; key: string; when?: string }[];
    views: Record<string, { id: string; name: string }[]>;
    viewsWelcome: { view: string; when: string }[];
  };
}

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;

describe('the manifest', () => {
  it('has every text in Chinese and in English, and no text without use', () => {
    const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]);
    const wanted = [...new Set(used)].sort();
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      assert.deepEqual(Object.keys(readJson<Record<string, string>>(file)).sort(), wanted, file);
    }
  });

  it('names itself and its commands in one language at a time', () => {
    // The palette of a Chinese VS Code shows the English title behind the Chinese one.
    const named = /^(?:displayName|description|commands\..*|configuration\.title)$/;
    const english = Object.entries(readJson<Record<string, string>>('package.nls.json'));
    const mixed = english.filter(([key, text]) => named.test(key) && /\p{Script=Han}/u.test(text));
    assert.deepEqual(mixed, []);
  });

  it('gives every setting its default', () => {
    const defaults = Object.entries(manifest.contributes.configuration.properties).map(([key, property]) => [
      key.replace(/^tiaowen\./, ''),
      property.default,
    ]);
    assert.deepEqual(Object.fromEntries(defaults), {
      'library.folders': [],
      'library.encoding': 'auto',
      'checks.severity': {},
      'checks.delay': 150,
      'checks.profile': 'auto',
      'hover.maxLength': 600,
      'codeLens.citedBy': false,
      'inlayHints.citations': 'off',
      'format.headings': 'closed',
      'format.indent': 'none',
      'format.contents': true,
      'format.onType': true,
      'export.font.title': DEFAULT_EXPORT.font.title,
      'export.font.heading': DEFAULT_EXPORT.font.heading,
      'export.font.body': DEFAULT_EXPORT.font.body,
      'export.font.note': DEFAULT_EXPORT.font.note,
      'export.size.title': DEFAULT_EXPORT.size.title,
      'export.size.body': DEFAULT_EXPORT.size.body,
      language: 'auto',
      'trace.server': 'messages',
    });
  });

  it('is found in the gallery by its kinds and by words of both languages', () => {
    assert.deepEqual(manifest.categories, ['Programming Languages', 'Linters', 'Formatters', 'Other']);
    // The gallery takes thirty, what it adds by itself for languages and files included.
    assert.ok(manifest.keywords.length <= 20);
    assert.equal(new Set(manifest.keywords).size, manifest.keywords.length);
    assert.ok(manifest.keywords.some((word) => /^\p{Script=Han}+$/u.test(word)));
    assert.ok(manifest.keywords.some((word) => /^[a-z-]+$/.test(word)));
  });

  it('has an icon of the size that the gallery asks for', () => {
    const png = readFileSync(manifest.icon);
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.ok(png.readUInt32BE(16) >= 128 && png.readUInt32BE(16) === png.readUInt32BE(20));
  });

  it('names no place for questions and reports, as there is none', () => {
    const keys = Object.keys(JSON.parse(manifestText) as object);
    assert.deepEqual(
      ['bugs', 'qna', 'sponsor'].filter((key) => keys.includes(key)),
      [],
    );
  });

  it('has a banner in the gallery on which the title can be read', () => {
    const { color, theme } = manifest.galleryBanner;
    const parts = /^#(..)(..)(..)$/.exec(color)?.slice(1) ?? [];
    const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
    const isDark = 0.299 * red + 0.587 * green + 0.114 * blue < 128;
    assert.equal(theme, isDark ? 'dark' : 'light');
  });

  it('asks for the VS Code whose interface it is written against', () => {
    const types = manifest.devDependencies['@types/vscode'] ?? '';
    assert.equal(manifest.engines.vscode.replace('^', ''), types.replace('~', ''));
  });

  it('runs on the desktop, on remote hosts and in the browser, in virtual workspaces too', () => {
    assert.deepEqual([manifest.main, manifest.browser], ['./dist/client.js', './dist/client.js']);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    // Where it may run is told by its entries: it runs where the workspace is, if it can.
    assert.equal(manifest.extensionKind, undefined);
  });

  it('starts with regulation text, the bundled regulation and a preview that was open, and not with VS Code', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onFileSystem:tiaowen-corpus',
      'onWebviewPanel:tiaowen.preview',
      'onWebviewPanel:tiaowen.citationMap',
    ]);
  });

  it('lets no untrusted workspace name folders outside itself', () => {
    // VS Code reads the list of restricted settings only where the support is limited.
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual(restrictedConfigurations, ['tiaowen.library.folders']);
  });

  describe('its commands', () => {
    const { commands, menus, keybindings } = manifest.contributes;
    const named = new Map(commands.map((each) => [each.command, each]));

    it('stand in the palette under the name of the extension', () => {
      const category = '%commands.category%';
      assert.deepEqual(
        commands.filter((each) => each.category !== category),
        [],
      );
      const names = (file: string): string | undefined => readJson<Record<string, string>>(file)['commands.category'];
      assert.deepEqual(['package.nls.json', 'package.nls.zh-cn.json'].map(names), ['Tiaowen', '条文']);
    });

    it('have titles of their own, in Chinese and in English', () => {
      for (const [file, script] of [
        ['package.nls.json', /[a-z]/],
        ['package.nls.zh-cn.json', /\p{Script=Han}/u],
      ] as const) {
        const texts = readJson<Record<string, string>>(file);
        const titles = commands.map(({ title }) => texts[title.replaceAll('%', '')] ?? '');
        assert.deepEqual(
          titles.filter((title) => !script.test(title)),
          [],
        );
        assert.equal(new Set(titles).size, titles.length, file);
      }
    });

    it('have icons where nothing else is shown of them', () => {
      const shownAsIcons = Object.entries(menus).flatMap(([menu, items]) =>
        items.filter(({ group = '' }) => group.startsWith(/title$/.test(menu) ? 'navigation' : 'inline')),
      );
      assert.ok(shownAsIcons.length > 0);
      assert.deepEqual(
        shownAsIcons.filter(({ command = '' }) => !named.get(command)?.icon),
        [],
      );
    });

    it('are those of the menus and keys', () => {
      const used = [...Object.values(menus).flat(), ...keybindings].flatMap(({ command }) => command ?? []);
      assert.deepEqual(
        used.filter((command) => !named.has(command)),
        [],
      );
    });

    it('have keys only where they do something, and each a key of its own', () => {
      assert.deepEqual(
        keybindings.filter(({ when = '' }) => !/editorLangId == regulation|focusedView == tiaowen\./.test(when)),
        [],
      );
      assert.equal(new Set(keybindings.map(({ key }) => key)).size, keybindings.length);
    });
  });

  it('says in every view that is empty what would be in it, with a regulation and without', () => {
    const { views, viewsWelcome } = manifest.contributes;
    for (const { id } of Object.values(views).flat()) {
      const cases = viewsWelcome.filter(({ view }) => view === id).map(({ when }) => when);
      assert.deepEqual(cases.sort(), ['!tiaowen.hasRegulation', 'tiaowen.hasRegulation'], id);
    }
  });

  it('describes every setting in Chinese and in English', () => {
    const [english, chinese] = ['package.nls.json', 'package.nls.zh-cn.json'].map(readJson<Record<string, string>>);
    for (const [name, { description, markdownDescription }] of Object.entries(
      manifest.contributes.configuration.properties,
    )) {
      const key = (markdownDescription ?? description ?? '').replaceAll('%', '');
      assert.match(english?.[key] ?? '', /^[A-Z`][^\p{Script=Han}]{10}/u, name);
      assert.match(chinese?.[key] ?? '', /\p{Script=Han}{4}/u, name);
    }
  });

  describe('knows a regulation by its first line', () => {
    const language = manifest.contributes.languages.find(({ id }) => id === LANGUAGE_ID);
    const firstLine = new RegExp(language?.firstLine ?? '');
    for (const line of [
      '《城市供水条例》',
      '中华人民共和国水法',
      ' 内蒙古自治区促进边境地区高质量发展条例',
      '某县农贸市场管理办法（试行）',
      '第一章　总　　则',
      '第一条 为了加强城市供水管理，制定本条例。',
      '# 某市城市供水规定',
    ]) {
      it(line, () => assert.match(line, firstLine));
    }
    for (const line of ['使用方法', '关于学习条例的几点体会', 'import 条例 from "条例"', '按照规定，应当遵守。', '']) {
      it(`not ${line || '(an empty one)'}`, () => assert.doesNotMatch(line, firstLine));
    }
  });

  describe('words of the language', () => {
    const { pattern, flags } = readJson<{ wordPattern: { pattern: string; flags: string } }>(
      'language-configuration.json',
    ).wordPattern;
    for (const [text, words] of [
      ['违反第十二条第二款规定的，', ['违反', '第十二条第二款', '规定的']],
      ['第一百二十条之一　第（三）项', ['第一百二十条之一', '第（三）项']],
      ['《城市供水条例》等', ['城市供水条例', '等']],
      ['GB18030编码', ['GB18030', '编码']],
      // A number that is being written is one word from 第 on: completions are asked for again at each of its characters.
      ['违反第', ['违反', '第']],
      ['违反第12', ['违反', '第12']],
      ['违反第十', ['违反', '第十']],
      ['第十条第（三', ['第十条', '第（三']],
      ['第（', ['第（']],
      ['违反第三方的规定', ['违反', '第三方的规定']],
    ] as const) {
      it(text, () => assert.deepEqual(text.match(new RegExp(pattern, `g${flags}`)), words));
    }
  });
});
