import assert from 'node:assert/strict';
import {
  commandLink,
  OPEN_PROVISION,
  readProvisionArguments,
  rewriteProvisionLinks,
  type ProvisionArguments,
} from '../../client/src/provisionLinks';

const isDocumentScheme = (scheme: string): boolean => scheme === 'file' || scheme === 'tiaowen-corpus';

/** The arguments that a link runs the command with: VS Code decodes them twice. */
function argumentsOf(link: string): unknown {
  const [command, query] = link.split('?');
  assert.equal(command, `command:${OPEN_PROVISION}`);
  return JSON.parse(decodeURIComponent(decodeURIComponent(query ?? '')));
}

describe('links of hovers', () => {
  function rewrites(markdown: string, text: string, provision: ProvisionArguments): void {
    it(markdown, () => {
      const rewritten = rewriteProvisionLinks(markdown, isDocumentScheme);
      assert.equal(rewritten, `[${text}](${commandLink(provision)})`);
      assert.doesNotMatch(rewritten.slice(`[${text}](`.length, -1), /[()\s]/);
    });
  }

  rewrites('[第十二条](file:///law.txt#L13,1)', '第十二条', ['file:///law.txt', { line: 12, character: 0 }]);
  rewrites('[第十二条](file:///law.txt#L13)', '第十二条', ['file:///law.txt', { line: 12, character: 0 }]);
  rewrites('[第二款](file:///law.txt#L13,5-L14,20)', '第二款', [
    'file:///law.txt',
    { line: 12, character: 4 },
    { line: 13, character: 19 },
  ]);
  rewrites('[《条例》](tiaowen-corpus:/%E6%9D%A1%E4%BE%8B.txt)', '《条例》', [
    'tiaowen-corpus:/%E6%9D%A1%E4%BE%8B.txt',
  ]);
  rewrites('[第一条](file:///法(2020-01-01).txt#L1,1)', '第一条', [
    'file:///法(2020-01-01).txt',
    { line: 0, character: 0 },
  ]);
  rewrites('[第一条](<file:///法 (一.txt#L1,1>)', '第一条', ['file:///法 (一.txt', { line: 0, character: 0 }]);

  it('keep the encoding of a URI, without which 办法#2.txt would be 办法', () => {
    const provision = ['file:///%E5%8A%9E%E6%B3%95%232.txt', { line: 0, character: 0 }] as const;
    assert.deepEqual(argumentsOf(commandLink(provision)), provision);
  });

  it('several in one text, and what stands around them', () => {
    const rewritten = rewriteProvisionLinks(
      '引用者：[第三条](file:///a#L3,1)、[第五条](file:///a#L9,1)。',
      isDocumentScheme,
    );
    const links = [...rewritten.matchAll(/\]\(([^)]*)\)/g)].map((match) => argumentsOf(match[1] ?? ''));
    assert.deepEqual(links, [
      ['file:///a', { line: 2, character: 0 }],
      ['file:///a', { line: 8, character: 0 }],
    ]);
    assert.match(rewritten, /^引用者：\[第三条\]\([^)]*\)、\[第五条\]\([^)]*\)。$/);
  });

  describe('that stay as they are', () => {
    for (const markdown of [
      '[国家法律法规数据库](https://flk.npc.gov.cn/)',
      '[命令](command:workbench.action.quit)',
      '[锚点](#L3,1)',
      '没有链接的〔2020〕3号文',
      '[没有结束](file:///a#L3,1',
      '[没有结束](<file:///a#L3,1)',
      '[转义\\](file:///a#L3,1)',
      '第三条(file:///a#L3,1)',
    ]) {
      it(markdown, () => assert.equal(rewriteProvisionLinks(markdown, isDocumentScheme), markdown));
    }
  });
});

describe('arguments of the command that links run', () => {
  const place = { line: 12, character: 0 };

  it('are a document, and a place or a range in it', () => {
    for (const args of [['file:///a'], ['file:///a', place], ['file:///a', place, { line: 13, character: 4 }]]) {
      assert.deepEqual(readProvisionArguments(args), args);
    }
  });

  for (const args of [
    [],
    [13],
    ['没有协议'],
    ['file:///a', 13],
    ['file:///a', null],
    ['file:///a', { line: -1, character: 0 }],
    ['file:///a', { line: 1.5, character: 0 }],
    ['file:///a', { line: '1', character: 0 }],
    ['file:///a', { line: 1 }],
    ['file:///a', undefined, place],
    ['file:///a', place, {}],
  ]) {
    it(`are not ${JSON.stringify(args)}`, () => assert.equal(readProvisionArguments(args), undefined));
  }
});
