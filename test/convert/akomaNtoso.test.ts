import assert from 'node:assert/strict';
import { readAkomaNtoso } from '../../server/src/convert/akomaNtoso/read.js';
import { writeAkomaNtoso } from '../../server/src/convert/akomaNtoso/write.js';
import { FORMATS } from '../../server/src/convert/formats.js';
import { Library } from '../../server/src/library/library.js';
import { UnreadableError } from '../../server/src/library/unreadable.js';
import { below, faultsOf, parsed, type XmlElement } from './akomaNtosoRules.js';

const LAW = `示范市市容条例
（2019年3月1日示范市第五届人民代表大会常务委员会第三次会议通过　2021年5月6日示范市第五届人民代表大会常务委员会第十二次会议修正）
目　录
第一章　总则
第二章　法律责任
第一章　总　　则
第一条　为了加强市容管理，根据《示范省市容管理办法》第三条第二款，制定本条例。
第二条　禁止下列行为：
（一）乱扔垃圾；
（二）乱设广告：
1．占用人行道的；
2．遮挡标志的。
前款规定由城市管理部门执行。
第二条之一　本条例第二条第一款第一项的垃圾，包括废纸。
第二章　法律责任
第一节　处罚
第三条　违反本条例第二条第一款、第二款的，依照前两款处罚。
第三条　违反本条例第二条，处罚款。
附件1　示范表
第一条　表内事项按照第二条处理。
第二条　其他事项。
`;

/** Of a text and others beside it. */
function written(text: string, others: Readonly<Record<string, string>> = {}): string {
  const library = new Library();
  for (const [name, other] of Object.entries(others)) library.setFile(`file:///${name}`, other);
  library.setFile('file:///law.txt', text);
  const document = library.document('file:///law.txt');
  assert.ok(document);
  return writeAkomaNtoso(document, library);
}

function read(xml: string): Promise<string> {
  return readAkomaNtoso(new TextEncoder().encode(xml));
}

function elements(xml: string, ...names: readonly string[]): XmlElement[] {
  return [...below(parsed(xml))].filter(({ name }) => names.includes(name));
}

describe('Akoma Ntoso', () => {
  it('names provisions by the naming convention, each once', () => {
    const xml = written(LAW);
    assert.deepEqual(faultsOf(parsed(xml)), []);
    assert.deepEqual(
      elements(xml, 'chapter', 'section', 'article', 'paragraph', 'point', 'indent').map(
        ({ name, attributes }) => `${name} ${attributes['eId'] ?? ''}`,
      ),
      [
        'chapter chp_1',
        'article art_1',
        'paragraph art_1__para_1',
        'article art_2',
        'paragraph art_2__para_1',
        'point art_2__para_1__point_1',
        'point art_2__para_1__point_2',
        'indent art_2__para_1__point_2__indent_1',
        'indent art_2__para_1__point_2__indent_2',
        'paragraph art_2__para_2',
        'article art_2-1',
        'paragraph art_2-1__para_1',
        'chapter chp_2',
        'section chp_2__sec_1',
        'article art_3',
        'paragraph art_3__para_1',
        'article art_3_2',
        'paragraph art_3_2__para_1',
        'article att_1__art_1',
        'paragraph att_1__art_1__para_1',
        'article att_1__art_2',
        'paragraph att_1__art_2__para_1',
      ],
    );
  });

  it('says what each citation points at', () => {
    const drawn = (xml: string): string[] =>
      elements(xml, 'ref', 'rref').map(
        ({ words, attributes: { href, from, upTo } }) => `${words} → ${href ?? `${from ?? ''} … ${upTo ?? ''}`}`,
      );
    assert.deepEqual(drawn(written(LAW)), [
      '《示范省市容管理办法》 → /akn/cn/act/示范省市容管理办法',
      '第三条第二款 → /akn/cn/act/示范省市容管理办法/~art_3__para_2',
      '前款 → #art_2__para_1',
      '第二条第一款第一项 → #art_2__para_1__point_1',
      '第二条第一款 → #art_2__para_1',
      '第二款 → #art_2__para_2',
      '第二条 → #art_2',
      '第二条 → #att_1__art_2',
    ]);
    const other = '示范省市容管理办法\n（2001年2月3日示范省人民政府令第5号公布）\n第三条　甲。\n乙。\n';
    assert.deepEqual(drawn(written(LAW, { 'other.txt': other })).slice(0, 2), [
      '《示范省市容管理办法》 → /akn/cn/act/2001-02-03/示范省市容管理办法',
      '第三条第二款 → /akn/cn/act/2001-02-03/示范省市容管理办法/~art_3__para_2',
    ]);
  });

  it('gives several provisions that one citation counts as a range', () => {
    const text = '某市试验条例\n第一条　甲。\n乙。\n依照前两款办理。\n';
    const [range] = elements(written(text), 'rref');
    assert.deepEqual(range?.attributes, { from: '#art_1__para_1', upTo: '#art_1__para_2' });
  });

  it('knows from the history note when and by whom the law was made', () => {
    const xml = written(LAW);
    const values = (name: string): string[] =>
      elements(xml, name).flatMap(({ children }) =>
        children.filter(({ name }) => name === 'FRBRdate').map(({ attributes }) => attributes['date'] ?? ''),
      );
    assert.deepEqual(values('FRBRWork').slice(0, 1), ['2019-03-01']);
    assert.deepEqual(values('FRBRExpression').slice(0, 1), ['2021-05-06']);
    assert.equal(
      elements(xml, 'TLCOrganization').find(({ attributes }) => attributes['eId'] === 'author')?.attributes['showAs'],
      '示范市人民代表大会常务委员会',
    );
    assert.equal(elements(xml, 'FRBRsubtype')[0]?.attributes['value'], 'local-regulation');
    assert.match(xml, /<FRBRcountry value="cn"\/>/);
    assert.match(xml, /<FRBRlanguage language="zho"\/>/);
  });

  it('leads from the table of contents to the chapters', () => {
    assert.deepEqual(
      elements(written(LAW), 'tocItem').map(({ words, attributes }) => `${words} ${attributes['href'] ?? ''}`),
      ['第一章　总则 #chp_1', '第二章　法律责任 #chp_2'],
    );
  });

  it('is read back line for line', async () => {
    const spread = LAW.replace('目　录', '目　录');
    assert.equal(await read(written(spread)), spread);
  });

  it('keeps what would be markup, and what XML cannot say is seen', async () => {
    const text =
      '某市<试验>条例\n第一条　甲 & 乙 <script>alert("1")</script> ]]> &amp; “引号”。\n第二条　\u0007坏\ud800字。\n';
    const xml = written(text);
    assert.deepEqual(faultsOf(parsed(xml)), []);
    assert.equal(await read(xml), text.replace('\u0007', '\ufffd').replace('\ud800', '\ufffd'));
  });

  it('writes a text without articles, without a title, and an empty one', async () => {
    for (const text of [
      '',
      '通知\n',
      '关于修改某条例的决定\n一、将第一条修改为：“第一条　甲。”\n二、删去第二条。\n',
      '甲。\n乙。\n',
    ]) {
      const xml = written(text);
      assert.deepEqual(faultsOf(parsed(xml)), [], text);
      assert.equal(await read(xml), text);
    }
  });

  it('reads documents of others: headings of articles, tables, breaks in the file, elements of other namespaces', async () => {
    const xml = `<?xml version="1.0"?>
<a:akomaNtoso xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:o="urn:other"><a:act>
<a:meta><a:notes><a:note><a:p>元数据</a:p></a:note></a:notes></a:meta>
<a:preface><a:longTitle><a:p>某<a:b>法</a:b></a:p></a:longTitle></a:preface>
<a:body><a:article><a:num>第一条</a:num><a:heading>目的</a:heading>
<a:content><a:p>为了
  保障<o:x/>权利。</a:p><a:table><a:tr><a:td>甲</a:td><a:td>乙</a:td></a:tr></a:table></a:content></a:article>
<a:article><a:num>第二条</a:num><a:paragraph><a:content><a:p>行<a:eol/>二</a:p></a:content></a:paragraph></a:article>
</a:body></a:act></a:akomaNtoso>`;
    assert.equal(await read(xml), '某法\n第一条　目的\n为了保障权利。\n甲\t乙\n第二条　行\n二\n');
  });

  it('refuses what is no such document, and what could expand', async () => {
    const refused = [
      'no xml',
      '<html/>',
      '<akomaNtoso>',
      '<!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">&b;</akomaNtoso>',
      '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">&unknown;</akomaNtoso>',
      `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">${'<p>'.repeat(2000)}`,
    ];
    for (const xml of refused) {
      await assert.rejects(read(xml), (error) => error instanceof UnreadableError && /Akoma Ntoso/.test(error.message));
    }
  });

  it('is known by the extensions .akn and .xml', async () => {
    const bytes = new TextEncoder().encode(written('某市试验条例\n第一条　甲。\n'));
    for (const extension of ['.akn', '.xml']) {
      assert.equal(await FORMATS[extension]?.read(bytes, {}), '某市试验条例\n第一条　甲。\n');
    }
  });
});
