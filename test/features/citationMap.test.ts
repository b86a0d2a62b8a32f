import assert from 'node:assert/strict';
import { citationMap, citingPlaces, type CitationMapOptions } from '../../server/src/features/citationMap.js';
import type { RegulationDocument } from '../../server/src/library/document.js';
import type { CitationMap } from '../../server/src/protocol.js';
import { fixture, show, type Fixture } from '../support/fixture.js';

/** The user's own are those whose names begin with 我. */
const TEXTS = `
  === 我的条例.txt
  某省供水条例
  （2020年1月1日某省人民代表大会常务委员会通过）
  第一条　根据《中华人民共和国水法》和《城市供水条例》，结合本省实际，制定本条例。
  第二条　依照《中华人民共和国水法》第二条、第三条办理，适用第一条。
  === 我的细则.txt
  某市供水条例实施细则
  第一条　根据《某省供水条例》，制定本细则。
  第二条　依照《某省供水条例》第一条至第二条办理。
  === 水法.txt
  中华人民共和国水法
  （2016年7月2日第十二届全国人民代表大会常务委员会修正）
  第一条　根据宪法，制定本法。
  第二条　甲。
  第三条　依照《中华人民共和国防洪法》办理。
  === 防洪法.txt
  中华人民共和国防洪法
  第一条　甲。
  === 无关.txt
  中华人民共和国森林法
  第一条　依照《中华人民共和国水法》办理。
`;

function mapOf(options: CitationMapOptions = {}, at: Fixture = fixture(TEXTS)): CitationMap {
  return citationMap(at.library, isOwn, options);
}

const isOwn = ({ uri }: RegulationDocument): boolean => decodeURIComponent(uri).startsWith('file:///我');

/** 某省供水条例 → 水法 3 根据 */
function edgesOf({ nodes, edges }: CitationMap): string[] {
  const name = (node: number): string => nodes[node]?.shortTitle ?? assert.fail(`no node ${node}`);
  return edges.map(
    ({ from, to, citations, madeUnder }) => `${name(from)} → ${name(to)} ${citations}${madeUnder ? ' 根据' : ''}`,
  );
}

describe('citationMap', () => {
  it('has the texts of the workspace and what they cite, and who cites whom how often', () => {
    const map = mapOf();
    assert.deepEqual(edgesOf(map).sort(), [
      // 防洪法, which only the library’s 水法 cites, is not in it.
      '某市供水条例实施细则 → 某省供水条例 2 根据',
      '某省供水条例 → 城市供水条例 1 根据',
      '某省供水条例 → 水法 3 根据',
    ]);
    assert.equal(map.all, 4);
    assert.equal(map.centre, undefined);
  });

  it('says of each instrument what it is, how long, and where its text is', () => {
    const known = new Map(mapOf().nodes.map((node) => [node.shortTitle, node]));
    const { uri, ...law } = known.get('水法') ?? assert.fail('no 水法');
    assert.match(decodeURIComponent(uri ?? ''), /水法\.txt$/);
    assert.deepEqual(law, {
      title: '中华人民共和国水法',
      shortTitle: '水法',
      kind: 'law',
      articles: 3,
      where: 'library',
    });
    assert.deepEqual(known.get('城市供水条例'), {
      title: '城市供水条例',
      shortTitle: '城市供水条例',
      kind: 'administrative-regulation',
      where: 'missing',
    });
    const own = known.get('某省供水条例');
    assert.deepEqual([own?.kind, own?.articles, own?.where], ['local-regulation', 2, 'workspace']);
  });

  it('takes the text in the middle in with what it cites, where nothing else would', () => {
    const at = fixture(TEXTS);
    const map = mapOf({ around: at.file('无关.txt') }, at);
    assert.equal(map.nodes[map.centre ?? -1]?.shortTitle, '森林法');
    assert.ok(edgesOf(map).includes('森林法 → 水法 1'));
  });

  it('tells the Constitution and judicial interpretations from other kinds', () => {
    const at = fixture(`
      === 我的解释.txt
      最高人民法院关于适用《中华人民共和国水法》的解释
      第一条　根据《中华人民共和国宪法》，制定本解释。
    `);
    const kinds = mapOf({}, at).nodes.map(({ shortTitle, kind }) => `${shortTitle} ${kind}`);
    assert.deepEqual(kinds.sort(), [
      '宪法 constitution',
      '最高人民法院关于适用《中华人民共和国水法》的解释 judicial-interpretation',
    ]);
  });

  it('leaves out what the library has no text of', () => {
    const map = mapOf({ onlyWithText: true });
    assert.ok(!map.nodes.some(({ where }) => where === 'missing'));
    assert.equal(map.all, 3);
  });

  it('finds titles, with those that they cite and that cite them', () => {
    const titles = (filter: string): string[] =>
      mapOf({ filter })
        .nodes.map(({ shortTitle }) => shortTitle)
        .sort();
    assert.deepEqual(titles('细则'), ['某市供水条例实施细则', '某省供水条例']);
    assert.deepEqual(titles(' 水法 '), ['某省供水条例', '水法']);
    assert.deepEqual(titles('税'), []);
  });

  it('takes the nearest to the middle where there is no room for all, and says how many there are', () => {
    const at = fixture(TEXTS);
    const map = mapOf({ limit: 2, around: at.file('我的细则.txt') }, at);
    assert.deepEqual(
      map.nodes.map(({ shortTitle }) => shortTitle),
      ['某市供水条例实施细则', '某省供水条例'],
    );
    assert.deepEqual([map.all, map.centre], [4, 0]);
    assert.deepEqual(edgesOf(map), ['某市供水条例实施细则 → 某省供水条例 2 根据']);
    // Without a middle it is those with the most citations.
    assert.deepEqual(mapOf({ limit: 1 }, at).nodes[0]?.shortTitle, '某省供水条例');
  });

  it('has versions of one instrument as one, and of several the newest', () => {
    const at = fixture(`
      === 我的旧.txt
      某省供水条例
      （2010年1月1日通过）
      第一条　依照《中华人民共和国森林法》办理。
      === 我的新.txt
      某省供水条例
      （2020年1月1日通过）
      第一条　依照《中华人民共和国水法》办理。
    `);
    assert.deepEqual(edgesOf(mapOf({}, at)), ['某省供水条例 → 水法 1']);
    assert.deepEqual(edgesOf(mapOf({ around: at.file('我的旧.txt') }, at)), ['某省供水条例 → 森林法 1']);
  });

  it('has a text without a title by the name of its file, and nothing where there is nothing', () => {
    assert.deepEqual(
      mapOf({}, fixture('=== 我的.txt\n第一条　甲。\n')).nodes.map(({ title }) => title),
      ['我的.txt'],
    );
    assert.deepEqual(mapOf({}, fixture('=== 别的.txt\n某省供水条例\n第一条　甲。\n')), {
      nodes: [],
      edges: [],
      all: 0,
    });
  });
});

describe('citingPlaces', () => {
  it('are those that the map counts, with their articles and the words around them', () => {
    const at = fixture(TEXTS);
    const places = citingPlaces(at.library, at.file('我的条例.txt'), '中华人民共和国水法');
    assert.deepEqual(
      places.map((place) => [place.provision, show(at, place)]),
      [
        ['第一条', '我的条例.txt: 《中华人民共和国水法》'],
        ['第二条', '我的条例.txt: 第二条'],
        ['第二条', '我的条例.txt: 第三条'],
      ],
    );
    assert.equal(places[2]?.words, '第二条　依照《中华人民共和国水法》第二条、第三条办理，适用第一条。');
    assert.deepEqual(citingPlaces(at.library, at.file('我的条例.txt'), '中华人民共和国森林法'), []);
  });
});
