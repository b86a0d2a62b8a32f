import assert from 'node:assert/strict';
import { FORMATS } from '../../server/src/convert/formats.js';
import { drawOutline } from '../support/outlines.js';

const TEXT = `某市供水条例
第一章　总则
第一条　水质应当达到下列标准：
项目\t限值
浊度\t≤1|2
第一节　其他
第二条　*号以外的，除外。
1. 生活用水。
`;

const MARKDOWN = `# 某市供水条例

## 第一章　总则

第一条　水质应当达到下列标准：

| 项目 | 限值 |
| --- | --- |
| 浊度 | ≤1\\|2 |

### 第一节　其他

第二条　\\*号以外的，除外。

1\\. 生活用水。
`;

async function read(markdown: string): Promise<string> {
  const result = await FORMATS['.md']?.read(new TextEncoder().encode(markdown), {});
  return typeof result === 'object' ? result.text : (result ?? '');
}

describe('Markdown', () => {
  it('has title and headings as headings, rows as a table, and no marks that were none', async () => {
    const bytes = await FORMATS['.md']?.write(TEXT, {});
    assert.equal(new TextDecoder().decode(bytes), MARKDOWN);
  });

  it('is read as the text it was', async () => {
    assert.equal(await read(MARKDOWN), TEXT);
  });

  it('is read as the words in it, with the same provisions', async () => {
    const marked =
      '# 《某市供水条例》\r\n\r\n- [第一章　总则](#总则)\r\n\r\n---\r\n\r\n**第一条** 依照[《水法》](a.md)办理。\r\n\r\n> （一）甲。\r\n';
    const text = await read(marked);
    assert.equal(text, '《某市供水条例》\n第一章　总则\n第一条 依照《水法》办理。\n（一）甲。\n');
    assert.deepEqual(drawOutline(text), drawOutline(marked.replace('[《水法》](a.md)', '《水法》')));
  });
});
