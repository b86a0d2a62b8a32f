import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocx } from '../../server/src/library/docx.js';
import { UnreadableError } from '../../server/src/library/unreadable.js';
import { pack, paragraph, run, word, wordFiles, type WordParts } from '../support/word.js';

const COMPOUND_FILE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0);

/** What is said of bytes that are no readable document. */
async function complaint(bytes: Uint8Array): Promise<string> {
  try {
    await readDocx(bytes);
  } catch (error) {
    assert.ok(error instanceof UnreadableError, String(error));
    return error.message;
  }
  return 'read';
}

/** Whether it is said, and nothing else thrown, that bytes are no readable document, unless they are one. */
async function isReadOrRefused(bytes: Uint8Array): Promise<boolean> {
  await complaint(bytes);
  return true;
}

describe('the text of a Word document', () => {
  it('has a line for each paragraph, empty ones too', async () => {
    const text = '某市供水条例\n\n第一条　为了加强供水管理，制定本条例。\n　　第二款 <&>';
    assert.equal(await readDocx(word(text)), text);
  });

  it('is found wherever the package says that it is, by any prefix and in the strict form', async () => {
    const relationship =
      '<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"><r:Relationship ' +
      'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/a/../正文/Text2.xml"/></r:Relationships>';
    const text =
      '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>第一条　供水。</t></r></p></body></document>';
    // Names of files in an archive are bytes; the ones of parts are ASCII.
    const packed = pack({ '_rels/.rels': relationship.replace('正文', 'x'), 'x/text2.XML': text });
    assert.equal(await readDocx(packed), '第一条　供水。');
  });

  it('is read as UTF-16 as well', async () => {
    const files: Record<string, string | Uint8Array> = wordFiles({ body: paragraph(run('第一条　供水。')) });
    const utf16 = Buffer.from(`\ufeff${String(files['word/document.xml']).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    assert.equal(await readDocx(pack({ ...files, 'word/document.xml': new Uint8Array(utf16) })), '第一条　供水。');
  });

  it('lets other work have its turn', async () => {
    let pauses = 0;
    const body = Array.from({ length: 5000 }, (_, index) =>
      paragraph(run(`第${String(index)}条 ${String(Math.sin(index))}`)),
    );
    await readDocx(word({ body: body.join('') }), () => {
      pauses++;
      return Promise.resolve();
    });
    assert.ok(pauses > 10, String(pauses));
  });
});

describe('what is no Word document', () => {
  it('is named: a .doc, or an encrypted one', async () => {
    assert.equal(await complaint(COMPOUND_FILE), '是旧版 Word（.doc）或者加密的文件，请另存为没有密码的 .docx');
    const encrypted = word('第一条');
    const directory = Buffer.from(encrypted).indexOf('PK\x01\x02', 0, 'latin1');
    for (let at = directory; at >= 0; at = Buffer.from(encrypted).indexOf('PK\x01\x02', at + 1, 'latin1')) {
      encrypted[at + 8] = 1;
    }
    assert.match(await complaint(encrypted), /加密/);
  });

  it('is named: other text, other archives, nothing', async () => {
    const notWord = '不是 Word 文档（.docx），或者已经损坏';
    assert.equal(await complaint(new TextEncoder().encode('第一条　供水。')), notWord);
    assert.equal(await complaint(new Uint8Array()), notWord);
    assert.equal(await complaint(pack({ mimetype: 'application/epub+zip' })), `${notWord}（没有正文）`);
    const workbook = wordFiles({ body: '' });
    assert.equal(
      await complaint(pack({ ...workbook, 'word/document.xml': '<workbook xmlns="urn:x"/>' })),
      `${notWord}（正文不是 Word 的）`,
    );
    const { 'word/document.xml': _text, ...without } = workbook;
    assert.equal(await complaint(pack(without)), `${notWord}（缺少 word/document.xml）`);
  });

  it('is named: one with a byte changed, or cut off', async () => {
    const whole = word('第一条　为了加强供水管理，制定本条例。');
    const stored = Buffer.from(whole).indexOf('document.xml', 0, 'latin1') + 40;
    const changed = whole.slice();
    changed[stored] = (changed[stored] ?? 0) ^ 0x10;
    assert.match(await complaint(changed), /已经损坏/);
    assert.match(await complaint(whole.subarray(0, whole.length - 30)), /已经损坏（压缩包不完整）/);
  });

  it('is named: XML that is none, or declares entities', async () => {
    const files = wordFiles({ body: '' });
    for (const text of [
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
      '<!DOCTYPE w:document [<!ENTITY a "aaaa">]><w:document/>',
      '<!DOCTYPE w:document SYSTEM "file:///etc/passwd"><w:document/>',
      `${String(files['word/document.xml']).replace('</w:body>', '<w:p>&a;</w:p></w:body>')}`,
      '',
    ]) {
      assert.match(
        await complaint(pack({ ...files, 'word/document.xml': text })),
        /word\/document\.xml 不是规范的 XML/,
      );
    }
    assert.match(await complaint(pack({ ...files, 'word/document.xml': Uint8Array.of(0xff, 0x20, 0x41) })), /规范/);
  });
});

describe('a hostile Word document', () => {
  it('is refused where it expands without end', async function () {
    this.timeout(30_000);
    const spaces = new Uint8Array(12 * 1024 * 1024).fill(0x20);
    const bomb = pack({ ...wordFiles({ body: '' }), 'word/document.xml': spaces });
    assert.ok(bomb.length < 100_000);
    assert.match(await complaint(bomb), /过大.*解压以后/);
    // It says of itself that it is small.
    const directory = Buffer.from(bomb).indexOf('word/document.xml', -1000, 'latin1') - 46;
    new DataView(bomb.buffer).setUint32(directory + 24, 100, true);
    assert.match(await complaint(bomb), /过大/);
  });

  it('is refused where two of its files have one name, or names stand where ZIP64 has them', async () => {
    const files = wordFiles({ body: paragraph(run('第一条　供水。')) });
    const twice = pack({ ...files, 'word/documenT.xml': String(files['word/document.xml']).replace('供水', '排水') });
    assert.match(await complaint(twice), /有两个 word\/document\.xml/);
    const large = pack(files);
    new DataView(large.buffer).setUint32(large.length - 6, 0xffffffff, true);
    assert.match(await complaint(large), /ZIP64 格式不支持/);
  });

  it('is read where files in it are named as if they lay elsewhere: nothing is written, and they are not asked for', async () => {
    const files = wordFiles({ body: paragraph(run('第一条　供水。')) });
    const climbing = pack({ '../../../etc/passwd': 'a', '/absolute.xml': 'b', 'c:\\d.xml': 'e', ...files });
    assert.equal(await readDocx(climbing), '第一条　供水。');
  });

  it('of a million paragraphs is read', async function () {
    this.timeout(60_000);
    const text = await readDocx(word({ body: '<w:p/>'.repeat(1_000_000) }));
    assert.equal(text.split('\n').length, 1_000_000);
  });

  it('of elements and attributes of a hundred thousand names is read or refused', async function () {
    this.timeout(60_000);
    const names = Array.from({ length: 100_000 }, (_, index) => `n${String(index)}`);
    const elements = names.map((name) => `<${name}/>`).join('');
    assert.equal(await complaint(word({ body: elements + paragraph(run('甲')) })), 'read');
    const attributes = `<w:p ${names.map((name) => `${name}="1"`).join(' ')}/>`;
    assert.equal(await complaint(word({ body: attributes })), 'read');
  });

  it('is refused where its text is longer than the document', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="${'一'.repeat(1_000_000)}"/></w:lvl>` +
      '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const body = paragraph('', '<w:numPr><w:numId w:val="1"/></w:numPr>').repeat(1000);
    assert.match(await complaint(word({ body, numbering })), /过大.*取出文字以后/);
  });

  const NESTED: Readonly<Record<string, [open: string, close: string]>> = {
    runs: ['<w:r>', '</w:r>'],
    paragraphs: ['<w:p>', '</w:p>'],
    tables: ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    'text boxes': ['<w:p><w:r><w:txbxContent>', '</w:txbxContent></w:r></w:p>'],
    deletions: ['<w:del>', '</w:del>'],
    alternatives: ['<mc:AlternateContent><mc:Choice>', '</mc:Choice></mc:AlternateContent>'],
  };
  for (const [name, [open, close]] of Object.entries(NESTED)) {
    it(`of nested ${name} is refused, without an overflow`, async () => {
      const times = Math.ceil(1_000_000 / open.length);
      assert.match(await complaint(word({ body: open.repeat(times) + close.repeat(times) })), /嵌套过深/);
      assert.equal(await complaint(word({ body: open.repeat(200) + close.repeat(200) })), 'read');
    });
  }

  it('of fields, styles and lists that name one another is read all the same', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    const styles = Array.from(
      { length: 2000 },
      (_, index) =>
        `<w:style w:type="paragraph" w:styleId="s${String(index)}"><w:basedOn w:val="s${String((index + 1) % 2000)}"/></w:style>`,
    ).join('');
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="n"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const linked =
      '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body =
      paragraph(begin.repeat(20_000) + run('第一条'), '<w:pStyle w:val="s0"/>') +
      paragraph(run('第二条'), '<w:numPr><w:numId w:val="1"/></w:numPr>');
    assert.equal(await readDocx(word({ body, styles: styles + linked, numbering })), '\n第二条'.replace(/^/, ''));
  });

  it('of random bytes throws nothing else', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), isReadOrRefused));
    const start = fc.uint8Array({ maxLength: 400 }).map((bytes) => Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes));
    await fc.assert(fc.asyncProperty(start, isReadOrRefused));
  });

  it('that is cut off or has bytes changed throws nothing else', async () => {
    const whole = word({ body: paragraph(run('第一条')), styles: '', numbering: '' });
    const cut = fc.nat({ max: whole.length - 1 }).map((length) => whole.slice(0, length));
    await fc.assert(
      fc.asyncProperty(cut, async (bytes) => {
        assert.notEqual(await complaint(bytes), 'read');
      }),
    );
    const changes = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(changes, (made) => {
        const bytes = whole.slice();
        for (const [at, byte] of made) bytes[at] = byte;
        return isReadOrRefused(bytes);
      }),
    );
  });

  it('of random elements throws nothing else', async () => {
    const names = [
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:pPr',
      'w:rPr',
      'w:numPr',
      'w:del',
      'w:txbxContent',
      'mc:AlternateContent',
      'mc:Choice',
      'mc:Fallback',
      'w:vanish',
      'w:fldSimple',
      'w:sdt',
      'x',
    ];
    const { content } = fc.letrec<{ content: string; element: string }>((tie) => ({
      content: fc
        .array(fc.oneof({ depthSize: 'small' }, fc.constant('第一条'), tie('element')), { maxLength: 4 })
        .map((parts) => parts.join('')),
      element: fc
        .tuple(fc.constantFrom(...names), tie('content'))
        .map(([name, inner]) => `<${name}>${inner}</${name}>`),
    }));
    const parts = fc.record<WordParts>({ body: content, styles: content, numbering: content });
    await fc.assert(
      fc.asyncProperty(parts, async (made) => {
        assert.equal(await complaint(word(made)), 'read');
      }),
    );
  });
});
