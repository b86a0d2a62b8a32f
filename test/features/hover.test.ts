import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver';
import { hover } from '../../server/src/features/hover.js';
import type { Locale } from '../../server/src/features/locale.js';
import { formatNumeral } from '../../server/src/syntax/numerals.js';
import { dedent } from '../support/render.js';
import { fixture, type Fixture } from '../support/fixture.js';

/** The hover at the mark; links show the name of the file and the place in it. */
function shown(at: Fixture, options: { locale?: Locale; maxLength?: number } = {}): string {
  const { locale = 'zh', maxLength = 600 } = options;
  const found = hover(at.library, at.document, at.position, { locale, maxLength });
  if (!found) return '';
  return (found.contents as MarkupContent).value.replace(/\]\(file:\/\/\/([^)#]*)/g, (_, name: string) => {
    return `](${decodeURIComponent(name)}`;
  });
}

function shows(at: Fixture, expected: string, options?: { locale?: Locale; maxLength?: number }): void {
  assert.equal(shown(at, options), dedent(expected));
}

const MARKET = `
  === 市场.txt
  示范县农贸市场管理办法
  （2024年3月1日示范县人民政府通过）
  第一章　总则
  第一条　为了规范秩序，制定本办法。
  第二章　管理
  第二条　市场开办者应当履行下列义务：
  （一）建立查验制度，包括：
  1.查验许可证；
  2.查验合格证；
  （二）公示收费；
  （三）清扫。
  经营者应当配合。
  第三条　开办市场应当备案。
  第四条　经营者应当亮证。
  第五条　本办法自2024年5月1日起施行。
`;

/** Rules that name the market's regulation, with one article more. */
function inRules(text: string): Fixture {
  return fixture(`
  === 细则.txt
  第一条　根据《示范县农贸市场管理办法》（以下简称《办法》），制定本细则。
  第二条　${text}
${MARKET}`);
}

describe('hover', () => {
  describe('on a citation shows exactly what is cited', () => {
    it('an article, whole', () => {
      shows(
        inRules('违反《办法》$$第二条规定'),
        `
        **《示范县农贸市场管理办法》** 第二章 › 第二条

        第二条　市场开办者应当履行下列义务：

        （一）建立查验制度，包括：

        1\\.查验许可证；

        2\\.查验合格证；

        （二）公示收费；

        （三）清扫。

        经营者应当配合。

        [打开](市场.txt#L6,1)
        `,
      );
    });

    it('a paragraph with its items', () => {
      shows(
        inRules('违反《办法》$$第二条第一款规定'),
        `
        **《示范县农贸市场管理办法》** 第二章 › 第二条第一款

        市场开办者应当履行下列义务：

        （一）建立查验制度，包括：

        1\\.查验许可证；

        2\\.查验合格证；

        （二）公示收费；

        （三）清扫。

        [打开](市场.txt#L6,5)
        `,
      );
    });

    it('an item, with the words that introduce the list', () => {
      shows(
        inRules('违反《办法》$$第二条第三项规定'),
        `
        **《示范县农贸市场管理办法》** 第二章 › 第二条第一款第三项

        市场开办者应当履行下列义务：

        （三）清扫。

        [打开](市场.txt#L11,1)
        `,
      );
    });

    it('a subitem, with the words of its item', () => {
      shows(
        inRules('违反《办法》$$第二条第一款第一项第2目规定'),
        `
        **《示范县农贸市场管理办法》** 第二章 › 第二条第一款第一项第二目

        市场开办者应当履行下列义务：

        （一）建立查验制度，包括：

        2\\.查验合格证；

        [打开](市场.txt#L9,1)
        `,
      );
    });

    it('long words that introduce a list are cut', () => {
      const words = '市场开办者'.repeat(10);
      const at = fixture(`第一条　${words}：\n（一）甲。\n第二条　违反$$第一条第一项。`);
      assert.ok(
        shown(at).includes('\n\n市场开办者市场开办者市场开办者市场开办者市场开办者市场开办者市场开办者市场开办者…\n\n'),
      );
    });

    for (const citation of ['违反《办法》$$第二条至第四条规定', '违反《办法》第二条至$$第四条规定']) {
      it(`a range, the beginning of each article: ${citation}`, () => {
        const at = inRules(citation);
        shows(
          at,
          `
          **《示范县农贸市场管理办法》** 第二章 › 第二条至第四条

          - 第二条　市场开办者应当履行下列义务：
          - 第三条　开办市场应当备案。
          - 第四条　经营者应当亮证。

          [打开](市场.txt#L6,1)
          `,
        );
        const range = hover(at.library, at.document, at.position, { locale: 'zh', maxLength: 600 })?.range;
        assert.equal(at.document.textDocument.getText(range), '第二条至第四条');
      });
    }

    it('a range of items', () => {
      shows(
        inRules('违反《办法》第二条第一款第二项至$$第三项规定'),
        `
        **《示范县农贸市场管理办法》** 第二章 › 第二条第一款第二项至第三项

        - （二）公示收费；
        - （三）清扫。

        [打开](市场.txt#L10,1)
        `,
      );
    });

    it('a range of which one end does not exist: the other end', () => {
      shows(
        inRules('违反《办法》$$第四条至第九条规定'),
        `
        **《示范县农贸市场管理办法》** 第二章 › 第四条

        第四条　经营者应当亮证。

        [打开](市场.txt#L14,1)
        `,
      );
    });

    it('a long range is cut', () => {
      const articles = Array.from({ length: 20 }, (_, index) => `第${formatNumeral(index + 1)}条　甲。`).join('\n');
      const at = fixture(`${articles}\n第二十一条　违反$$第一条至第二十条规定。`);
      assert.match(shown(at), /- 第十一条　甲。\n- （……以下略，共 20 条）\n/);
    });

    it('a chapter: its heading and the beginnings of its articles', () => {
      shows(
        inRules('依照《办法》$$第二章办理'),
        `
        **《示范县农贸市场管理办法》** 第二章 管理

        - 第二条　市场开办者应当履行下列义务：
        - 第三条　开办市场应当备案。
        - 第四条　经营者应当亮证。
        - 第五条　本办法自2024年5月1日起施行。

        [打开](市场.txt#L5,1)
        `,
      );
    });

    it('前两款: both', () => {
      shows(
        fixture('第一条　甲。\n乙。\n$$前两款规定。'),
        `
        **本文** 第一条第一款、第二款

        甲。

        乙。

        [打开](草案.law.txt#L1,5)
        `,
      );
    });

    it('an article of an annex', () => {
      shows(
        fixture('某办法\n第一条　甲。\n附件1：规则\n第一条　乙。\n第二条　依照$$第一条。'),
        `
        **《某办法》** 附件1： 规则 › 第一条

        第一条　乙。

        [打开](草案.law.txt#L4,1)
        `,
      );
    });

    it('cut where it is longer than the setting allows', () => {
      shows(
        inRules('违反《办法》$$第二条第一款规定'),
        `
        **《示范县农贸市场管理办法》** 第二章 › 第二条第一款

        市场开办者应当履行下列义务：

        （一）建立（……以下略，全文 57 字）

        [打开](市场.txt#L6,5)
        `,
        { maxLength: 19 },
      );
    });

    it('never cut within a character', () => {
      const at = fixture('第一条　𠀀𠀀𠀀𠀀。\n第二条　依照$$第一条第一款。');
      assert.match(shown(at, { maxLength: 3 }), /\n\n𠀀（……以下略，全文 9 字）\n/);
    });

    it('with the version, where the library has several', () => {
      shows(
        fixture(`
          第一条　依照《市场办法》$$第一条办理。
          === 旧.txt
          市场办法
          （2010年1月1日通过）
          第一条　旧。
          === 新.txt
          市场办法
          （2020年10月1日通过）
          第一条　新。
        `),
        `
        **《市场办法》** 第一条

        版本：2020年通过，2020-10-01（条文库中共有 2 个版本）

        第一条　新。

        [打开](新.txt#L3,1)
        `,
      );
    });

    describe('with a newer version, where the library has one', () => {
      const versions = `
          === 旧.txt
          市场办法
          （2010年1月1日通过）
          第一条　摊位应当明码标价，公示经营者的姓名。
          第二条　市场应当每周休市一日，清洗地面、沟渠和摊位。
          第三条　摊位的租金由双方约定，不得随意提高。
          === 新.txt
          市场办法
          （2010年1月1日通过　2020年10月1日修正）
          第一条　市场应当符合消防要求。
          第二条　摊位应当明码标价，公示经营者的姓名。
          第三条　市场应当每月休市一日，清洗地面、沟渠和摊位。
        `;
      const inVersions = (sentence: string): Fixture =>
        fixture(`
          细则
          （2015年1月1日通过）
          第一条　${sentence}${versions}`);
      const version = '版本：2010年通过，2010-01-01（条文库中共有 2 个版本）';
      const newer = '条文库中有更新的版本（2020年修正，2020-10-01）';

      it('that has the same words under another number', () => {
        shows(
          inVersions('依照《市场办法》$$第一条办理。'),
          `
          **《市场办法》** 第一条

          ${version}

          ${newer}：第一条现为[第二条](新.txt#L4,1)，内容相同

          第一条　摊位应当明码标价，公示经营者的姓名。

          [打开](旧.txt#L3,1)
          `,
        );
      });

      it('that has amended or deleted it', () => {
        const said = (sentence: string): string => shown(inVersions(sentence)).split('\n\n')[2] ?? '';
        assert.equal(said('依照《市场办法》$$第二条办理。'), `${newer}：第二条现为[第三条](新.txt#L5,1)，内容有改动`);
        assert.equal(said('依照《市场办法》$$第三条办理。'), `${newer}：第三条已经删去或者改写`);
        assert.equal(
          said('依照《市场办法》$$第一条至第三条办理。'),
          `${newer}：第一条现为[第二条](新.txt#L4,1)，内容相同；第三条已经删去或者改写`,
        );
      });

      it('on the instrument, and on a provision that the version does not have', () => {
        assert.match(
          shown(inVersions('依照$$《市场办法》办理。')),
          new RegExp(`${newer}：\\[打开\\]\\(新\\.txt#L1,1\\)`),
        );
        const missing = shown(inVersions('依照《市场办法》$$第九条办理。'));
        assert.ok(missing.includes('**《市场办法》** · 共 3 条') && missing.includes(version), missing);
      });
    });
  });

  describe('on a title or a mention shows what the instrument is', () => {
    const card = `
      **《示范县农贸市场管理办法》**

      （2024年3月1日示范县人民政府通过）

      施行日期：2024年5月1日 · 共 5 条

      [打开](市场.txt#L1,1)
    `;

    it('《…》', () => shows(inRules('依照$$《示范县农贸市场管理办法》办理'), card));

    it('the title itself, without a link to where one is', () => {
      const [withoutLink] = dedent(card).split('\n\n[打开]');
      shows(fixture(MARKET.replace('示范县农', () => '示范县$$农')), withoutLink ?? '');
    });

    it('a short name, with what it stands for', () => {
      const alias = '**《办法》** 是《示范县农贸市场管理办法》的简称（见[第一条](细则.txt#L1,26)）';
      assert.equal(shown(inRules('依照$$《办法》办理')), `${alias}\n\n${dedent(card)}`);
    });

    it('a short name where it is given', () => {
      shows(
        fixture('第一条　根据《甲市场条例》（以下简称条$$例）制定。'),
        '**“条例”** 是《甲市场条例》的简称（见[第一条](草案.law.txt#L1,19)）',
      );
    });

    it('the bundled regulation', () => {
      const at = fixture('第一条　根据$$《内蒙古自治区促进边境地区高质量发展条例》制定。', { corpus: true });
      shows(
        at,
        `
        **《内蒙古自治区促进边境地区高质量发展条例》**

        （2023年11月30日内蒙古自治区第十四届人民代表大会常务委员会第七次会议通过）

        施行日期：2024年1月1日 · 共 73 条

        [打开](内蒙古自治区促进边境地区高质量发展条例.txt#L1,2)
        `,
      );
    });
  });

  describe('on a number or heading shows who cites it', () => {
    it('by document, its own first', () => {
      shows(
        fixture(`
          === 办法.txt
          市场办法
          $$第一条　甲。
          第二条　违反第一条规定：
          （一）依照第一条第一款；
          （二）依照第一条至第三条。
          第三条　丙。
          === 细则.txt
          市场细则
          （根据《市场办法》第一条制定，2020年1月1日发布）
          第一条　依照《市场办法》第一条办理。
          不依照《市场办法》第一条、第二条办理，也不依照《市场办法》第一条办理。
        `),
        `
        **第一条** 被引用 7 处

        - 本文（3 处）：[第二条](办法.txt#L3,7)、[第二条第一项](办法.txt#L4,6)、[第二条第二项](办法.txt#L5,6)
        - 《市场细则》（4 处）：[题注](细则.txt#L2,10)、[第一条第一款](细则.txt#L3,13)、[第一条第二款](细则.txt#L4,10)
        `,
      );
    });

    it('an item', () => {
      shows(
        fixture('第一条　下列：\n（$$一）甲；\n（二）乙。\n第二条　第一条第一项。'),
        '**第一条第一项** 被引用 1 处\n\n- 本文（1 处）：[第二条](草案.law.txt#L4,5)',
      );
    });

    it('a chapter', () => {
      shows(
        fixture('第一章　总$$则\n第一条　本章。'),
        '**第一章** 被引用 1 处\n\n- 本文（1 处）：[第一条](草案.law.txt#L2,5)',
      );
    });

    it('nobody', () => shows(fixture('第一条　甲。\n第二$$条　乙。'), '**第二条** 没有引用'));

    it('many: cut', () => {
      const articles = Array.from({ length: 15 }, (_, index) => `第${formatNumeral(index + 2)}条　第一条。`).join('\n');
      const text = shown(fixture(`$$第一条　甲。\n${articles}`));
      assert.match(text, /^\*\*第一条\*\* 被引用 15 处\n\n- 本文（15 处）：.*第十一条\]\([^)]*\) 等$/);
    });

    it('in many documents: cut', () => {
      const files = Array.from(
        { length: 12 },
        (_, index) => `=== ${String(index)}.txt\n办法${String(index)}号规定\n第一条　依照《某条例》第一条。`,
      );
      const text = shown(fixture(`某条例\n$$第一条　甲。\n${files.join('\n')}`));
      assert.match(text, /^\*\*第一条\*\* 被引用 12 处\n/);
      assert.match(text, /\n- 另有 2 个文件$/);
    });
  });

  describe('on what leads nowhere says why and what to do', () => {
    const add =
      '把它的文本放进工作区，或者在设置 `tiaowen.library.folders` 中加入存放它的文件夹，就可以查看、跳转和核对。';
    const advice = '改为写明条、款、项的序号，或者检查所指的条款是否已经移动、删除。';
    const cases: [text: string, expected: string][] = [
      ['第一条　依照$$《中华人民共和国慈善法》。', `条文库中没有《中华人民共和国慈善法》的文本。\n\n${add}`],
      ['第一条　依照慈善法$$第三条。', `条文库中没有《中华人民共和国慈善法》的文本。\n\n${add}`],
      ['第一条　违反$$前款规定。', `这里是第一条第一款。\n\n${advice}`],
      ['第一条　甲。\n违反$$前两款规定。', `这里是第一条第二款，前面只有 1 款。\n\n${advice}`],
      ['第一条　违反$$前条规定。', `这里是第一条。\n\n${advice}`],
      ['第一条　下列：\n（一）$$前项规定。', `这里是第一条第一项。\n\n${advice}`],
      ['第一条　依照$$本章规定。', '“本章”在这里没有所指。'],
    ];
    for (const [text, expected] of cases) {
      it(text.replaceAll('\n', ' '), () => assert.equal(shown(fixture(text)), expected));
    }

    it('a title that nearly equals one in the library', () => {
      shows(
        fixture('第一条　依照$$《税收征管法》。\n=== 征管.txt\n中华人民共和国税收征收管理法\n第一条　甲。'),
        `条文库中没有《中华人民共和国税收征管法》的文本。\n\n名称相近的有《中华人民共和国税收征收管理法》。\n\n${add}`,
      );
    });

    it('an article that another document does not have: the nearest ones', () => {
      shows(
        inRules('违反《办法》$$第八十条规定'),
        `
        **《示范县农贸市场管理办法》** · 共 5 条

        - [第二条](市场.txt#L6,1) 市场开办者应当履行下列义务：
        - [第三条](市场.txt#L13,1) 开办市场应当备案。
        - [第四条](市场.txt#L14,1) 经营者应当亮证。
        - [第五条](市场.txt#L15,1) 本办法自2024年5月1日起施行。

        [打开](市场.txt#L1,1)
        `,
      );
    });

    it('an article that is left out: those around it', () => {
      const articles = [1, 2, 3, 5, 6, 7].map((number) => `第${formatNumeral(number)}条　甲。`).join('\n');
      const nearest = shown(fixture(`${articles}\n第八条　依照$$第四条。`)).match(/第.条(?=\])/g);
      assert.deepEqual(nearest, ['第二条', '第三条', '第五条', '第六条']);
    });

    it('a paragraph: those of the article', () => {
      shows(
        inRules('违反《办法》$$第二条第三款规定'),
        `
        **《示范县农贸市场管理办法》** 第二章 › 第二条 · 共 2 款

        - [第一款](市场.txt#L6,5) 市场开办者应当履行下列义务：
        - [第二款](市场.txt#L12,1) 经营者应当配合。

        [打开](市场.txt#L6,1)
        `,
      );
    });

    it('an item of a paragraph without any', () => {
      shows(
        inRules('违反《办法》$$第三条第一项规定'),
        `
        **《示范县农贸市场管理办法》** 第二章 › 第三条第一款 · 共 0 项

        [打开](市场.txt#L13,5)
        `,
      );
    });

    it('a chapter', () => {
      shows(
        inRules('依照《办法》$$第九章规定'),
        `
        **《示范县农贸市场管理办法》** · 共 2 章

        - [第一章](市场.txt#L3,1) 总则
        - [第二章](市场.txt#L5,1) 管理

        [打开](市场.txt#L1,1)
        `,
      );
    });

    it('of its own text', () => {
      shows(
        fixture('第一条　甲。\n第二条　依照第一条$$第三款。'),
        `
        **本文** 第一条 · 共 1 款

        - [第一款](草案.law.txt#L1,5) 甲。

        [打开](草案.law.txt#L1,1)
        `,
      );
    });
  });

  it('speaks English, with the text of law as it is', () => {
    const english = (text: string): string => shown(fixture(text), { locale: 'en' });
    assert.equal(english('$$第一条　甲。'), '**第一条** Not cited');
    assert.equal(
      english('某办法\n$$第一条　甲。\n第二条　违反第一条。'),
      '**第一条** Cited once\n\n- This text (1): [第二条](草案.law.txt#L3,7)',
    );
    assert.match(english('第一条　依照$$慈善法。'), /^The library has no text of 《中华人民共和国慈善法》\.\n\n/);
    assert.equal(english('第一条　违反$$前款规定。').split('\n')[0], 'This is 第一条第一款.');
    assert.match(english('某$$办法\n第一条　自2024年5月1日起施行。'), /\n\nEffective: 2024-05-01 · 1 article$/);
  });

  it('is silent in running text', () => {
    assert.equal(shown(fixture('第一条　甲$$乙。')), '');
    assert.equal(shown(fixture('')), '');
  });

  it('lets nothing of a hostile text through as Markdown', () => {
    const hostile = '<img src=x onerror=alert(1)> [点](command:x) **粗** `码` # & https://example.org';
    const at = fixture(`
      === 细则.txt
      第一条　依照《恶意[点](command:y)条例》$$第一条办理，依照《恶意[点](command:y)条例》办理。
      === 恶意(1).txt
      恶意[点](command:y)条例
      （2020年1月1日${hostile}通过）
      第一章　${hostile}
      第一条　${hostile}
      # ${hostile}
    `);
    const found = hover(at.library, at.document, at.position, { locale: 'zh', maxLength: 600 });
    const text = (found?.contents as MarkupContent).value;
    assert.ok(text.includes('onerror\\=alert\\(1\\)'), text);
    const withoutLink = text.replace(/\n\n\[打开\]\([^()\s]*\)$/, '');
    assert.notEqual(withoutLink, text);
    // Beside what hovers write themselves every mark of Markdown is escaped.
    const plain = withoutLink.replace(/^\*\*|\*\*(?= )/g, '').replace(/\\[!-/:-@[-`{-~]/g, '');
    assert.doesNotMatch(plain, /[!-/:-@[-`{-~]/);
  });
});
