import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import { hierarchyOf } from '../../client/src/citationMap/hierarchy';
import { linesOf } from '../../client/src/citationMap/labels';
import { BOX, layOut } from '../../client/src/citationMap/layout';
import { MAP_STYLE, mapBody } from '../../client/src/citationMap/mapPage';
import { readPageMessage } from '../../client/src/citationMap/mapMessages';
import { nearestTowards } from '../../client/src/citationMap/neighbours';
import { detailOf, fileSvg, nodeLabel, pageSvg } from '../../client/src/citationMap/svg';
import type { CitationMap, InstrumentKind, MapNode } from '../../server/src/protocol';

function node(title: string, kind: InstrumentKind = 'other', more: Partial<MapNode> = {}): MapNode {
  return { title, shortTitle: title, kind, articles: 3, where: 'workspace', ...more };
}

/** 条例>水法: is made under; 条例-税法: cites. */
function mapOf(nodes: readonly MapNode[], ...edges: readonly string[]): CitationMap {
  const indexOf = (title: string): number => nodes.findIndex((each) => each.title === title);
  return {
    nodes: [...nodes],
    edges: edges.map((edge) => {
      const [from = '', to = ''] = edge.split(/[->]/);
      return { from: indexOf(from), to: indexOf(to), citations: 1, madeUnder: edge.includes('>') };
    }),
    all: nodes.length,
  };
}

const LAW = node('水法', 'law');
const REGULATION = node('条例', 'administrative-regulation');
const RULES = node('细则', 'local-regulation');
/** The height of each node's middle, by its title. */
function heights(map: CitationMap): Record<string, number> {
  const { nodes } = layOut(map);
  return Object.fromEntries(map.nodes.map(({ title }, index) => [title, nodes[index]?.y ?? NaN]));
}

describe('the layout of the citation map', () => {
  it('has a parent law above what was made under it, step by step', () => {
    const {
      水法: law = 0,
      条例: regulation = 0,
      细则: rules = 0,
    } = heights(mapOf([RULES, REGULATION, LAW], '条例>水法', '细则>条例', '细则-水法'));
    assert.ok(
      law + BOX.height < regulation && regulation + BOX.height < rules,
      JSON.stringify([law, regulation, rules]),
    );
  });

  it('has it above even where the law cites what was made under it, or all cite one another', () => {
    for (const edges of [
      ['水法-条例', '条例>水法'],
      ['水法-细则', '细则-条例', '条例>水法', '细则>条例'],
    ]) {
      const at = heights(mapOf([RULES, REGULATION, LAW], ...edges));
      assert.ok((at['水法'] ?? 0) < (at['条例'] ?? 0), edges.join());
    }
  });

  it('of others has the higher kind above, and of one kind what is cited', () => {
    const other = node('税法', 'law');
    const at = heights(mapOf([LAW, REGULATION, other], '水法-条例', '税法-水法'));
    assert.ok((at['水法'] ?? 0) < (at['条例'] ?? 0) && (at['水法'] ?? 0) < (at['税法'] ?? 0));
  });

  it('contradicts itself nowhere, whoever was made under whom', () => {
    const map = mapOf([LAW, REGULATION, RULES], '水法>条例', '条例>细则', '细则>水法', '条例-水法');
    assert.equal(hierarchyOf(map).length, 3);
    assert.ok(Object.values(heights(map)).every(Number.isFinite));
  });

  it('covers no box with another one, in one rectangle, however many there are', () => {
    const many = Array.from({ length: 90 }, (_, index) => node(`办法${index}`));
    const map = mapOf(
      [LAW, ...many],
      ...many.slice(0, 40).map(({ title }) => `${title}>水法`),
      ...many.slice(40, 60).map(({ title }, index) => `${title}-办法${60 + Math.floor(index / 3)}`),
    );
    const { nodes, width, height, edges } = layOut(map);
    assert.equal(edges.length, map.edges.length);
    nodes.forEach(({ x, y }, index) => {
      assert.ok(
        x >= BOX.width / 2 && x <= width - BOX.width / 2 && y >= BOX.height / 2 && y <= height - BOX.height / 2,
      );
      for (const other of nodes.slice(index + 1)) {
        assert.ok(Math.abs(other.x - x) >= BOX.width || Math.abs(other.y - y) >= BOX.height, `${index}`);
      }
    });
    // Forty rules under one law are no line of forty boxes.
    assert.ok(width < 4 * height, `${width} × ${height}`);
  });

  it('is there for nothing, and for one', () => {
    assert.deepEqual(layOut(mapOf([])).nodes, []);
    assert.equal(layOut(mapOf([LAW])).nodes.length, 1);
  });

  it('draws what cites more often thicker, and never too thick', () => {
    const map = mapOf([LAW, REGULATION, RULES], '条例>水法', '细则-水法', '细则-条例');
    [1, 20, 100_000].forEach((citations, index) => Object.assign(map.edges[index] ?? {}, { citations }));
    const [one = 0, twenty = 0, most = 0] = layOut(map).edges.map(({ width }) => width);
    assert.ok(one < twenty && twenty < most && most <= 6);
  });
});

describe('the picture of the citation map', () => {
  const hostile = node('"><script>alert(1)</script>&条例\u0000', 'law', { where: 'missing' });
  const map: CitationMap = {
    ...mapOf([hostile, REGULATION]),
    edges: [{ from: 1, to: 0, citations: 2, madeUnder: true }],
    centre: 1,
  };

  for (const [name, source] of [
    ['in a page', pageSvg(map, layOut(map), 'zh')],
    ['in a file', fileSvg(map, layOut(map), 'en')],
  ] as const) {
    it(`takes nothing in a title for markup ${name}, and is well formed`, () => {
      const elements: string[] = [];
      const texts: string[] = [];
      const parser = new SaxesParser();
      parser.on('opentag', ({ name: tag, attributes }) => {
        elements.push(tag);
        assert.ok(!Object.keys(attributes).some((attribute) => /^on|href$/i.test(attribute)));
      });
      parser.on('text', (text) => texts.push(text));
      parser.on('error', (error) => assert.fail(error));
      parser.write(source).close();
      assert.deepEqual(
        elements.filter((element) => element === 'script'),
        [],
      );
      assert.ok(texts.includes('"><script>alert(1)</script>&条例\ufffd'));
      assert.doesNotMatch(source, /https?:(?!\/\/www\.w3\.org\/2000\/svg")|@import|url\((?!#)/);
    });
  }

  it('in a file needs nothing of an editor', () => {
    const source = fileSvg(map, layOut(map), 'zh');
    assert.match(
      source,
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/,
    );
    assert.doesNotMatch(source, /var\(/);
  });

  it('says of each instrument in words what the picture shows', () => {
    assert.equal(detailOf(REGULATION, 'zh'), '行政法规 · 3 条');
    assert.equal(detailOf(hostile, 'zh').startsWith('法律'), true);
    assert.equal(
      nodeLabel(mapOf([LAW, REGULATION], '条例>水法'), 1, 'zh'),
      '条例，行政法规 · 3 条；引用 1 件，被 0 件引用',
    );
    const source = pageSvg(mapOf([LAW, REGULATION], '条例>水法'), layOut(mapOf([LAW, REGULATION], '条例>水法')), 'zh');
    assert.ok(source.includes('<title>条例 根据 水法 制定，引用 1 处</title>'));
  });

  it('breaks long titles into lines that have room, and cuts what is left', () => {
    assert.deepEqual(linesOf('水法', 10, 2), ['水法']);
    assert.deepEqual(linesOf('某省促进边境地区高质量发展条例', 10, 2), ['某省促进边境地区高质', '量发展条例']);
    assert.deepEqual(linesOf('一二三四五六七八九', 4, 2), ['一二三四', '五六七…']);
    // No line begins with what closes.
    assert.deepEqual(linesOf('关于《水法》的决定', 5, 2), ['关于《水', '法》的决定']);
    assert.deepEqual(linesOf('', 5, 2), []);
  });
});

describe('the arrows in the citation map', () => {
  it('lead to the nearest in their direction, and nowhere beyond the last', () => {
    const places = [
      { x: 0, y: 0 },
      { x: 200, y: 0 },
      { x: 90, y: 100 },
      { x: 0, y: 150 },
    ];
    assert.equal(nearestTowards(places, 0, 'right'), 1);
    assert.equal(nearestTowards(places, 0, 'down'), 3);
    assert.equal(nearestTowards(places, 3, 'up'), 0);
    assert.equal(nearestTowards(places, 0, 'left'), undefined);
    assert.equal(nearestTowards(places, 9, 'left'), undefined);
  });
});

describe('the page of the citation map', () => {
  it('needs nothing from anywhere, no script and no style of an element', () => {
    for (const language of ['zh', 'en'] as const) {
      assert.doesNotMatch(mapBody(language), /<(?:script|style)|\b(?:src|style|on[a-z]+)=|https?:|command:/);
    }
    assert.doesNotMatch(MAP_STYLE, /@import|https?:|url\((?!#)/);
  });
});

describe('messages from the page of the citation map', () => {
  const shown = { map: mapOf([LAW, REGULATION], '条例>水法'), number: 3 };
  for (const message of [
    { type: 'ready' },
    { type: 'ready', wishes: { filter: '水', onlyWithText: true } },
    { type: 'wish', wishes: { filter: '', onlyWithText: false } },
    { type: 'open', node: 1, map: 3 },
    { type: 'list', node: 0, map: 3 },
    { type: 'leave' },
    { type: 'places', edge: 0, map: 3 },
    { type: 'export' },
    { type: 'drawn', svg: '<svg/>' },
  ]) {
    it(`are taken: ${JSON.stringify(message)}`, () =>
      assert.deepEqual(readPageMessage({ ...message, more: 1 }, shown), message));
  }
  for (const message of [
    undefined,
    null,
    'open',
    {},
    { type: 'run' },
    { type: 'open', node: 2, map: 3 },
    { type: 'open', node: 1, map: 2 },
    { type: 'open', node: '1', map: 3 },
    { type: 'list', node: -1, map: 3 },
    { type: 'places', edge: 1, map: 3 },
    { type: 'wish' },
    { type: 'wish', wishes: { filter: 1, onlyWithText: true } },
    { type: 'drawn' },
  ]) {
    it(`are not taken: ${JSON.stringify(message)}`, () => assert.equal(readPageMessage(message, shown), undefined));
  }
  it('about a node are not taken before there is a map', () =>
    assert.equal(readPageMessage({ type: 'open', node: 0, map: 3 }, undefined), undefined));
});
