import assert from 'node:assert/strict';
import { writeHtml } from '../../server/src/convert/html/write.js';
import { FORMATS } from '../../server/src/convert/formats.js';
import { withoutLayout } from '../../server/src/drafting/format/layout.js';
import { Library } from '../../server/src/library/library.js';
import { UnreadableError } from '../../server/src/library/unreadable.js';
import { laws } from '../support/laws.js';

function written(text: string): string {
  const library = new Library();
  library.setFile('file:///law.txt', text);
  const document = library.document('file:///law.txt');
  assert.ok(document);
  return writeHtml(document, library);
}

/** The words of a page's body, as a reader sees them. */
function wordsOf(page: string): string {
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return page
    .slice(page.indexOf('<main>'))
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
}

/** The elements that a page consists of, each once, in alphabetical order. */
function tagsOf(page: string): string[] {
  return [...new Set([...page.matchAll(/<([a-z!][a-z0-9]*)/gi)].map(([, tag]) => tag ?? ''))].sort();
}

describe('HTML', () => {
  it('has an anchor for each provision, and leads to those that are cited', () => {
    const page = written(
      '某市试验条例\n目录\n第一章 总则\n第一章　总则\n第一条　甲。\n第二条　有下列情形之一的：\n（一）乙；\n（二）丙。\n第三条　依照第二条第一项和《某省办法》第五条办理。\n附件1　表\n丁。\n',
    );
    for (const anchor of [
      '<section class="chapter" id="chp_1">',
      '<h3>第一章　总则</h3>',
      '<section class="article" id="art_2">',
      '<p class="paragraph" id="art_1__para_1"><b class="number">第一条</b>　甲。</p>',
      '<p class="item" id="art_2__para_1__point_1">（一）乙；</p>',
      '<p class="entry" data-level="3"><a href="#chp_1">第一章　总则</a></p>',
      '<a class="citation" href="#art_2__para_1__point_1">第二条第一项</a>',
      '<span class="citation" data-instrument="某省办法">《某省办法》</span>',
      '<span class="citation" data-instrument="某省办法" data-provision="art_5">第五条</span>',
      '<section class="annex" id="att_1">',
    ]) {
      assert.ok(page.includes(anchor), `no ${anchor} in ${page.slice(page.indexOf('<main>'))}`);
    }
  });

  it('gives each entry of the table of contents the next chapter of its name', () => {
    const page = written(
      '某典\n目录\n第一编　甲\n第一章　总则\n第二编　乙\n第一章　总则\n第一编　甲\n第一章　总则\n第一条　一。\n第二编　乙\n第一章　总则\n第二条　二。\n',
    );
    const hrefs = [...page.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(hrefs, ['#part_1', '#part_1__chp_1', '#part_2', '#part_2__chp_1']);
  });

  it('takes nothing in the text for markup', () => {
    const plain = tagsOf(written('某市条例\n第一条　甲。\n'));
    const hostile = [
      '某市<script>alert(1)</script>条例',
      '第一条　<img src=x onerror="alert(1)"> & &amp; **粗** [链](javascript:alert(1)) \'单\' "双"。',
      '第二条　</main></style></title><!-- 注 --> ]]> {{x}} ${x}',
      '（一）"><svg onload=alert(1)>',
    ].join('\n');
    const page = written(hostile);
    assert.deepEqual(tagsOf(page), plain);
    assert.doesNotMatch(page, /<[^>]*\bon[a-z]+=/);
    assert.equal(withoutLayout(wordsOf(page)), withoutLayout(hostile));
    assert.match(page, /<title>某市&lt;script&gt;/);
  });

  it('needs nothing from elsewhere', () => {
    const page = written('某市条例\n第一条　依照《某法》第二条。\n');
    assert.doesNotMatch(page, /<script|<link|<iframe|\bsrc=|url\(|@import|https?:/);
    assert.match(page, /@page \{ size: A4/);
  });

  it('is not read', () => {
    for (const extension of ['.html', '.htm']) {
      assert.throws(
        () => FORMATS[extension]?.read(new TextEncoder().encode(written('某市条例\n')), {}),
        (error) => error instanceof UnreadableError && error.message === '这种格式只能写出，不能读取',
      );
    }
  });

  it('holds every word of real laws', function () {
    this.timeout(600_000);
    const every = Number(process.env['TIAOWEN_EVERY'] ?? 10);
    const chosen = laws(this).filter((_, index) => index % every === 0);
    const failures = chosen.filter(({ text }) => withoutLayout(wordsOf(written(text))) !== withoutLayout(text));
    console.log(`      ${JSON.stringify({ documents: chosen.length, failures: failures.length })}`);
    assert.deepEqual(
      failures.map(({ name }) => name),
      [],
    );
  });
});
