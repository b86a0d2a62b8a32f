import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SyntaxTree } from '../../server/src/syntax/tree.js';
import { laws } from '../support/laws.js';
import { drawCitations, drawOutline } from '../support/outlines.js';
import { bare, dedent } from '../support/render.js';

const PLAIN = dedent(`
  某市供水条例
  （2024年3月1日某市人民代表大会常务委员会通过）
  目录
  第一章　总则
  第二章　附则
  第一章　总则
  第一条　为了加强供水管理，根据《中华人民共和国水法》第三条，制定本条例。
  第二条　供水单位应当：
  （一）保证水质：
  1.出厂水；
  2.龙头水；
  （二）保证水压。
  前款第一项规定的水质由市人民政府规定。
  第二章　附则
  第三条　本条例自2024年5月1日起施行。
`);

/** The same text in several manners of writing Markdown. */
const MANNERS: Readonly<Record<string, string>> = {
  'headings and paragraphs': `
    # 某市供水条例

    （2024年3月1日某市人民代表大会常务委员会通过）

    <!-- INFO END -->

    ## 目录

    第一章　总则

    第二章　附则

    ## 第一章　总则

    第一条　为了加强供水管理，根据《中华人民共和国水法》第三条，制定本条例。

    第二条　供水单位应当：

    （一）保证水质：

    1.出厂水；

    2.龙头水；

    （二）保证水压。

    前款第一项规定的水质由市人民政府规定。

    ## 第二章　附则

    第三条　本条例自2024年5月1日起施行。
  `,
  'strong numbers, lists, links, rules': `
    ---
    title: 某市供水条例
    tags: [法规, 供水]
    ---

    # **某市供水条例**

    > （2024年3月1日某市人民代表大会常务委员会通过）

    ## **目录**

    - [第一章　总则](#第一章-总则)
    - [第二章　附则](#第二章-附则)

    ---

    ## **第一章　总则**

    **第一条** 为了加强供水管理，根据《中华人民共和国水法》第三条，制定本条例。

    **第二条**　供水单位应当：

    - **（一）** 保证水质：
      1. 出厂水；
      2. 龙头水；
    - （二）保证水压。

    前款第一项规定的水质由市人民政府规定。

    * * *

    ## **第二章**　**附则**

    **第三条**本条例自2024年5月1日起施行。

    ***
  `,
  'titles with lines below, spaces of HTML, escapes': `
    某市供水条例
    ============

    （2024年3月1日某市人民代表大会常务委员会通过）

    目录

    第一章　总则

    第二章　附则

    第一章　总则
    ------------

    &emsp;&emsp;第一条　为了加强供水管理，根据《中华人民共和国水法》第三条，制定本条例。

    &nbsp;&nbsp;第二条　供水单位应当：

    &emsp;&emsp;（一）保证水质：

    1\\.出厂水；

    2\\.龙头水；

    &emsp;&emsp;（二）保证水压。

    &emsp;&emsp;前款第一项规定的水质由市人民政府规定。

    第二章　附则
    ------------

    **第三条　本条例自2024年5月1日起施行。**
  `,
};

/** Outlines are equal but for an escape in a number. */
function outlineOf(text: string): string {
  return drawOutline(text).join('\n').replace(/\\/g, '');
}

/** Writes a law as the collections of laws in Markdown have it. */
function asMarkdown(text: string): string {
  const headings = new Map<number, string>();
  const tree = SyntaxTree.parse(text);
  for (const node of tree.root.walk()) {
    const mark = { title: '#', part: '##', subpart: '##', chapter: '##', section: '###' }[node.kind as string];
    if (mark !== undefined && node.range.end > node.range.start) headings.set(node.range.start, mark);
  }
  const paragraphs: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const content = line.trim();
    const mark = headings.get(start + line.indexOf(content));
    if (content !== '') paragraphs.push(mark === undefined ? content : `${mark} ${content}`);
    start += line.length + 1;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

describe('regulation text in Markdown', () => {
  for (const [manner, markdown] of Object.entries(MANNERS)) {
    it(`has the outline and the citations of the plain text: ${manner}`, () => {
      const text = dedent(markdown);
      assert.equal(outlineOf(text), outlineOf(PLAIN));
      assert.deepEqual(drawCitations(text), drawCitations(PLAIN));
    });
  }

  it('keeps the positions of the file: marks are in front of the number, or behind it', () => {
    const text = '## **第一章** 总则\n\n- **第一条** 供水。';
    const [chapter] = SyntaxTree.parse(text).root.children;
    const [article] = chapter?.children ?? [];
    assert.equal(text.slice(chapter?.selectionRange.start, chapter?.selectionRange.end), '第一章** 总则');
    assert.equal(chapter?.heading, '总则');
    assert.equal(article?.label, '第一条');
    assert.equal(text.slice(article?.children[0]?.range.start, article?.children[0]?.range.end), '供水。');
  });

  for (const [line, kind] of [
    ['**注：本条例……', 'preamble'],
    ['- 3 -', 'preamble'],
    ['[附件一]', 'preamble'],
    ['**第三条**的规定，不适用本条例。', 'preamble'],
    ['第＿＿条　供水。', 'article'],
    ['__年__月__日', 'preamble'],
  ] as const) {
    it(`leaves alone what is no Markdown: ${line}`, () => {
      const kinds = SyntaxTree.parse(`某市供水条例\n某市人民政府公布。\n${line}\n第一条　甲。`).root.children.map(
        (node) => node.kind,
      );
      assert.deepEqual(kinds, ['title', 'preamble', kind, 'article']);
    });
  }

  it('without a second line --- has no metadata', () => {
    assert.equal(outlineOf(`---\n${PLAIN}`), outlineOf(PLAIN));
  });

  it('is real laws as they are in plain text', function () {
    this.timeout(60_000);
    // One in twelve, a different dozen of each folder.
    for (const { name, text } of laws(this).filter((_, index) => index % 12 === 5)) {
      const markdown = asMarkdown(text);
      assert.equal(outlineOf(markdown), outlineOf(text), name);
      const words = (drawn: string[]): string[] => drawn.map((line) => line.replace(/\s/g, ''));
      assert.deepEqual(words(drawCitations(markdown)), words(drawCitations(text)), name);
    }
  });

  it('gives the same tree after edits as from scratch', () => {
    const pieces = fc.constantFrom(
      '**',
      '# ',
      '- ',
      '---\n',
      '\n',
      '第一条',
      '（一）',
      ' ',
      '[',
      '](a)',
      '&emsp;',
      '甲。',
      '* * *\n',
      '> ',
      '===\n',
      '1\\.',
    );
    const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat({ max: 6 }), texts, (text, at, deleted, inserted) => {
        const start = at % (text.length + 1);
        const edited = text.slice(0, start) + inserted + text.slice(start + deleted);
        const tree = SyntaxTree.parse(edited);
        assert.deepEqual(bare(SyntaxTree.parse(edited, SyntaxTree.parse(text)).root.green), bare(tree.root.green));
        assert.equal(tree.root.full.end, edited.length);
      }),
      { numRuns: 1000 },
    );
  });
});
