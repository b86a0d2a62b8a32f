import assert from 'node:assert/strict';
import { definition } from '../../server/src/features/definition.js';
import { documentLinks } from '../../server/src/features/documentLink.js';
import { Library } from '../../server/src/library/library.js';
import { drawTarget } from '../support/targets.js';

const TITLES = [
  '最高人民法院关于适用《中华人民共和国甲法》的解释',
  '最高人民法院、最高人民检察院关于办理乙案件的解释',
  '最高人民法院 最高人民检察院\n关于办理丙案件的解释',
  '最高人民检察院关于办理丁案件的规定',
  '全国人民代表大会常务委员会关于修改部分法律的决定',
  '国务院、中央军事委员会关于戊的规定',
  '某省某市人民政府关于己的通知',
  '某市人民政府关于己的通知',
  '关于庚的规定',
  '某部关于庚的规定',
];

/** A library of texts with these titles, and one that cites. */
function libraryWith(text: string, titles: readonly string[] = TITLES): Library {
  const library = new Library();
  titles.forEach((title, index) => {
    library.setFile(`file:///${String(index)}`, `${title}\n第一条　甲。\n第二条　乙：\n（一）丙。`);
  });
  library.setFile('file:///citing', text);
  return library;
}

/** What a sentence cites: the words, and the title of the text that they lead to. */
function cites(sentence: string, titles?: readonly string[], title = '某规定'): string[] {
  const library = libraryWith(`${title}\n第一条　${sentence}`, titles);
  const document = library.document('file:///citing');
  assert.ok(document);
  return library.citationsOf(document).mentions.map((mention) => {
    const words = document.text.slice(mention.start, mention.end);
    const resolution = library.resolve(document, mention);
    const [place] = resolution.state === 'found' ? resolution.places : [];
    const targets = mention.targets.map(drawTarget).join('、');
    return `${words} → ${place ? (place.document === document ? '' : place.document.title) : '无'} ${targets}`.trimEnd();
  });
}

describe('a citation with the issuer outside of 《》', () => {
  for (const [sentence, ...expected] of [
    [
      '适用最高人民法院《关于适用〈中华人民共和国甲法〉的解释》第二条第一项。',
      '《关于适用〈中华人民共和国甲法〉的解释》 → 最高人民法院关于适用《中华人民共和国甲法》的解释',
      '第二条第一项 → 最高人民法院关于适用《中华人民共和国甲法》的解释 2条1款1项',
    ],
    // Several institutions, however they are joined here and there.
    [
      '依照最高人民法院、最高人民检察院《关于办理乙案件的解释》办理。',
      '《关于办理乙案件的解释》 → 最高人民法院、最高人民检察院关于办理乙案件的解释',
    ],
    [
      '依照最高人民法院和最高人民检察院《关于办理乙案件的解释》办理。',
      '《关于办理乙案件的解释》 → 最高人民法院、最高人民检察院关于办理乙案件的解释',
    ],
    [
      '依照最高人民法院、最高人民检察院《关于办理丙案件的解释》办理。',
      '《关于办理丙案件的解释》 → 最高人民法院 最高人民检察院关于办理丙案件的解释',
    ],
    ['按国务院、中央军委《关于戊的规定》办理。', '《关于戊的规定》 → 国务院、中央军事委员会关于戊的规定'],
    // One of several is not the others.
    ['依照最高人民检察院《关于办理乙案件的解释》办理。', '《关于办理乙案件的解释》 → 无'],
    ['依照最高人民法院、最高人民检察院《关于办理丁案件的规定》办理。', '《关于办理丁案件的规定》 → 无'],
    // Two citations side by side.
    [
      '依照最高人民法院《关于某案件的解释》、最高人民检察院《关于办理丁案件的规定》办理。',
      '《关于某案件的解释》 → 无',
      '《关于办理丁案件的规定》 → 最高人民检察院关于办理丁案件的规定',
    ],
    // When and how it was issued.
    [
      '根据全国人大常委会《关于修改部分法律的决定》。',
      '《关于修改部分法律的决定》 → 全国人民代表大会常务委员会关于修改部分法律的决定',
    ],
    [
      '2009年8月27日第十一届全国人民代表大会常务委员会第十次会议通过的《关于修改部分法律的决定》。',
      '《关于修改部分法律的决定》 → 全国人民代表大会常务委员会关于修改部分法律的决定',
    ],
    [
      '最高人民检察院于2001年9月11日公布的《关于办理丁案件的规定》同时废止。',
      '《关于办理丁案件的规定》 → 最高人民检察院关于办理丁案件的规定',
    ],
    // The issuer that names more of the words; nobody else's.
    ['依照某省某市人民政府《关于己的通知》。', '《关于己的通知》 → 某省某市人民政府关于己的通知'],
    ['依照某市人民政府《关于己的通知》。', '《关于己的通知》 → 某市人民政府关于己的通知'],
    ['依照国务院《关于己的通知》。', '《关于己的通知》 → 无'],
    ['依照《关于己的通知》。', '《关于己的通知》 → 无'],
    // A text of the bare title is what is meant.
    ['依照某部《关于庚的规定》。', '《关于庚的规定》 → 关于庚的规定'],
    // Short names and 该.
    [
      '依照最高人民检察院《关于办理丁案件的规定》（以下简称《规定》），违反《规定》第一条或者该规定第二条的。',
      '《关于办理丁案件的规定》 → 最高人民检察院关于办理丁案件的规定',
      '《规定》 → 最高人民检察院关于办理丁案件的规定',
      '第一条 → 最高人民检察院关于办理丁案件的规定 1条',
      '该规定 → 最高人民检察院关于办理丁案件的规定',
      '第二条 → 最高人民检察院关于办理丁案件的规定 2条',
    ],
  ] as const) {
    it(sentence, () => {
      assert.deepEqual(cites(sentence), [...expected]);
    });
  }

  it('stays as it is written where the library has none of them', () => {
    const sentence = '依照最高人民法院《关于适用〈甲法〉的解释》第二条。';
    assert.deepEqual(cites(sentence, []), ['《关于适用〈甲法〉的解释》 → 无', '第二条 → 无 2条']);
  });

  it('is left out by a decision that amends what the same institution has issued', () => {
    const sentence = '将《关于办理丁案件的规定》第一条修改为：“丁。” 删去第二条。';
    const title = '最高人民检察院关于修改《关于办理丁案件的规定》的决定';
    assert.deepEqual(cites(sentence, TITLES, title), [
      '《关于办理丁案件的规定》 → 最高人民检察院关于办理丁案件的规定',
      '第一条 → 最高人民检察院关于办理丁案件的规定 1条',
      '第二条 → 最高人民检察院关于办理丁案件的规定 2条',
    ]);
  });

  it('is followed by definition and links, and is among the citations of the text', () => {
    const library = libraryWith('某规定\n第一条　依照最高人民检察院《关于办理丁案件的规定》第二条办理。');
    const document = library.document('file:///citing');
    const cited = library.document('file:///3');
    assert.ok(document && cited);
    const at = document.textDocument.positionAt(document.text.indexOf('丁'));
    assert.ok(JSON.stringify(definition(library, document, at, false)).includes(cited.uri));
    const links = documentLinks(library, document).map(({ range }) => document.textDocument.getText(range));
    assert.deepEqual(links, ['《关于办理丁案件的规定》', '第二条']);
    assert.deepEqual(
      library.citing(cited).map(({ mention: { start, end } }) => document.text.slice(start, end)),
      ['《关于办理丁案件的规定》', '第二条'],
    );
  });

  it('is made anew when the text comes, when one of the bare title comes, and when they go', () => {
    const text = '某规定\n第一条　依照某部《关于庚的规定》第二条第一项。';
    const library = libraryWith(text, []);
    const bodies = '\n第一条　甲。\n第二条　乙：\n（一）丙。';
    const led = (): string => {
      const document = library.document('file:///citing');
      assert.ok(document);
      const [mention] = library.citationsOf(document).mentions;
      const resolution = mention && library.resolve(document, mention);
      return resolution?.state === 'found' ? (resolution.places[0]?.document.title ?? '') : '无';
    };
    assert.equal(led(), '无');
    library.setFile('file:///issued', `某部关于庚的规定${bodies}`);
    assert.equal(led(), '某部关于庚的规定');
    library.setFile('file:///bare', `关于庚的规定${bodies}`);
    assert.equal(led(), '关于庚的规定');
    library.deleteFile('file:///bare');
    assert.equal(led(), '某部关于庚的规定');
    library.deleteFile('file:///issued');
    assert.equal(led(), '无');
  });
});
