import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileName } from '../../server/src/library/files.js';
import { newerVersion, versionName } from '../../server/src/library/versions.js';
import { fixture } from '../support/fixture.js';

const LAW_2010 = `
  === 法2010.txt
  中华人民共和国税法
  （2010年5月1日通过）
  第一条　甲。
  第二条　下列：
  （一）乙。`;
const LAW_2018 = `
  === 法2018.txt
  中华人民共和国税法
  （2010年5月1日通过　根据2018年12月29日《关于修改〈税法〉的决定》修正）
  第一条　甲。
  第二条　丙。
  下列：
  （一）乙。`;
const LAW_2023 = `
  === 法2023.txt
  中华人民共和国税法
  （2023年9月1日修订）
  第一条　甲。`;
const ALL = LAW_2018 + LAW_2023 + LAW_2010;

/** The file that the citation of a text leads to. */
function cited(source: string): string {
  const { library, document } = fixture(source);
  const mention = library.citationsOf(document).mentions.find(({ doc }) => doc === '中华人民共和国税法');
  assert.ok(mention);
  const resolution = library.resolve(document, mention);
  return resolution.state === 'found' ? fileName(resolution.places[0]?.document.uri ?? '') : resolution.state;
}

const rules = (note: string, title = '税法实施办法'): string => `
  ${title}
  ${note}
  第一条　依照《税法》第一条征收。`;

describe('of the versions of a law a citation means', () => {
  for (const [why, note, file] of [
    ['the one in force at its text’s date', '（2015年1月1日公布）', '法2010.txt'],
    ['one adopted on that very day', '（2018年12月29日公布）', '法2018.txt'],
    ['the last one before', '（2023年8月31日公布）', '法2018.txt'],
    ['the one of the last amendment of its text', '（2011年1月1日公布　2019年1月1日修订）', '法2018.txt'],
    ['the newest, of a newer text', '（2025年1月1日公布）', '法2023.txt'],
    ['the newest, of a draft without a date', '', '法2023.txt'],
    ['the oldest, of a text that is older than all', '（2001年1月1日公布）', '法2010.txt'],
  ] as const) {
    it(`${why}: ${note || '…'} → ${file}`, () => assert.equal(cited(rules(note) + ALL), file));
  }

  it('one of its year, where a text has no more than that', () => {
    assert.equal(
      cited(`
  === 办法（2018修正）.txt${rules('')}${ALL}`),
      '法2018.txt',
    );
  });

  it('the latest that is not later than its text, or the oldest', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), (adopted, day) => {
        const date = (each: number): string => `2020年2月${String(each)}日`;
        const versions = adopted.map(
          (each) => `\n  === ${String(each)}.txt\n  税法\n  （${date(each)}通过）\n  第一条　甲。`,
        );
        const before = adopted.filter((each) => each <= day);
        const expected = before.length > 0 ? Math.max(...before) : Math.min(...adopted);
        assert.equal(cited(rules(`（${date(day)}公布）`) + versions.join('')), `${String(expected)}.txt`);
      }),
    );
  });

  it('itself, by its own title', () => {
    const own = LAW_2010.replace('第一条　甲。', '第一条　《税法》第二条所称税收。').replace(/\n {2}=== .*/, '');
    assert.equal(cited(own + LAW_2018 + LAW_2023), '草案.law.txt');
  });

  it('an enacted text before any draft of it', () => {
    const draft = LAW_2018.replace('法2018.txt', '草案.txt')
      .replace('税法\n', '税法（修订草案征求意见稿）\n')
      .replace(/2018年/, '2024年');
    assert.equal(cited(rules('') + LAW_2010 + draft), '法2010.txt');
    assert.equal(cited(rules('') + draft), '草案.txt');
  });

  it('one with a date before one without', () => {
    const undated = LAW_2010.replace('（2010年5月1日通过）\n', '').replace('法2010', '无日期');
    assert.equal(cited(rules('') + undated + LAW_2018), '法2018.txt');
    assert.equal(cited(rules('（2012年1月1日公布）') + undated + LAW_2018), '无日期.txt');
  });

  it('of texts without dates the one that takes effect last', () => {
    const text = (name: string, effect: string): string => `
  === ${name}.txt
  中华人民共和国税法
  第一条　甲。
  第二条　本法自${effect}起施行。`;
    assert.equal(
      cited(rules('') + text('旧', '2010年1月1日') + text('新', '2020年1月1日') + text('中', '2015年1月1日')),
      '新.txt',
    );
  });

  it('of a statute published part by part the parts of its time', () => {
    const part = (name: string, date: string, article: string): string => `
  === ${name}.txt
  中华人民共和国民法典
  ${name.slice(0, -4)}
  ${date}通过
  ${article}　甲。`;
    const { library, document } = fixture(
      `办法
  （2021年1月1日公布）
  第一条　依照《民法典》第一条、第九条办理。${part('物权编2024', '2024年1月1日', '第九条')}${part('总则2020', '2020年1月1日', '第一条')}${part('物权编2020', '2020年1月1日', '第九条')}`.replace(
        /^ {2}/gm,
        '',
      ),
    );
    const files = library.citationsOf(document).mentions.map((mention) => {
      const resolution = library.resolve(document, mention);
      return resolution.state === 'found' && fileName(resolution.places[0]?.document.uri ?? '');
    });
    assert.deepEqual(files.slice(1), ['总则2020.txt', '物权编2020.txt']);
  });

  it('the version that completes an item cited without its paragraph', () => {
    const targets = (note: string): unknown => {
      const { library, document } = fixture(rules(note).replace('第一条征收', '第二条第一项征收') + ALL);
      return library.citationsOf(document).mentions.at(-1)?.targets;
    };
    assert.deepEqual(targets('（2015年1月1日公布）'), [{ article: '2', paragraph: 1, item: 1 }]);
    assert.deepEqual(targets('（2020年1月1日公布）'), [{ article: '2', paragraph: 2, item: 1 }]);
  });

  it('another one when a version comes or goes', () => {
    const { library, document } = fixture(rules('（2020年1月1日公布）') + LAW_2010);
    const file = (): string | undefined => {
      const mention = library.citationsOf(document).mentions.at(-1);
      const resolution = mention && library.resolve(document, mention);
      return resolution?.state === 'found' ? fileName(resolution.places[0]?.document.uri ?? '') : resolution?.state;
    };
    assert.equal(file(), '法2010.txt');
    library.setFile('file:///new.txt', LAW_2018.replace(/.*===.*\n/, ''));
    assert.equal(file(), 'new.txt');
    library.deleteFile('file:///new.txt');
    assert.equal(file(), '法2010.txt');
  });
});

describe('a version', () => {
  it('has a newer one, or not', () => {
    const all = fixture(rules('') + ALL);
    const newer = (name: string): string | undefined => {
      const found = newerVersion(all.library, all.file(name));
      return found && fileName(found.uri);
    };
    assert.deepEqual(['法2010.txt', '法2018.txt', '法2023.txt'].map(newer), ['法2023.txt', '法2023.txt', undefined]);
  });

  it('is named by its date and how it came about', () => {
    const all = fixture(rules('') + ALL);
    assert.equal(versionName(all.file('法2018.txt'))?.zh, '2018年修正，2018-12-29');
    assert.equal(versionName(all.file('草案.law.txt')), undefined);
  });

  it('of an amendment of another year there is none', () => {
    const both = fixture(`
      === 1999.txt
      中华人民共和国宪法修正案（1999年）
      1999年3月15日通过
      第一条　甲。
      === 2018.txt
      中华人民共和国宪法修正案（2018年）
      2018年3月11日通过
      第一条　乙。`);
    assert.equal(newerVersion(both.library, both.file('1999.txt')), undefined);
  });
});
