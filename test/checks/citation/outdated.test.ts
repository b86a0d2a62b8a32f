import assert from 'node:assert/strict';
import { outdated } from '../../../server/src/checks/citation/outdated.js';
import { findings, type Shown } from '../findings.js';

const LAW = `
=== 法2016.txt
中华人民共和国养犬法
（2016年3月16日通过）
第一条　为了规范养犬行为，保障公民人身安全，制定本法。
第二条　犬只应当每年接种狂犬病疫苗，由兽医机构出具接种证明。
第三条　携带犬只外出的，应当用长度不超过两米的束犬链牵引，并主动避让行人。
犬只在公共场所排泄的，携犬人应当立即清除排泄物，保持环境卫生。
携带犬只乘坐电梯的，应当避开高峰时间，并给犬只佩戴嘴套。
第四条　禁止在下列场所携带犬只：
（一）学校、医院、幼儿园；
（二）体育场馆、图书馆、博物馆；
（三）机场、车站的候车候机场所。
第五条　养犬人应当向居住地的公安机关登记，领取养犬登记证和犬牌。
第六条　捡拾犬牌的人应当把犬牌交给公安机关，由公安机关通知养犬人领取。
第七条　违反本法第三条规定的，由公安机关处二百元以下罚款。
`;
const NEWER = `
=== 法2023.txt
中华人民共和国养犬法
（2016年3月16日通过　2023年12月29日修正）
第一条　为了规范养犬行为，保障公民人身安全，维护环境卫生，制定本法。
第二条　县级以上地方人民政府应当加强对养犬管理工作的领导。
第二条之一　犬只应当每年接种狂犬病疫苗，由兽医机构出具接种证明。
第三条　乡镇人民政府、街道办事处协助做好养犬管理的有关工作。
第四条　携带犬只外出的，应当用长度不超过一米五的束犬链牵引，并主动避让行人。
携带犬只外出的，应当携带养犬登记证，服从管理人员的检查。
犬只在公共场所排泄的，携犬人应当立即清除排泄物，保持环境卫生。
第五条　禁止在下列场所携带犬只：
（一）学校、医院、幼儿园；
（二）党政机关的办公场所；
（三）体育场馆、图书馆、博物馆；
（四）机场、车站的候车候机场所。
第六条　养犬人应当自取得犬只之日起三十日内向居住地的公安机关登记，领取养犬登记证和犬牌。
养犬登记证每年审验一次。
第七条　公安机关应当建立养犬登记信息系统，与有关部门共享信息。
第八条　违反本法第四条规定的，由公安机关处二百元以下罚款。
`;

const LAW_NAME = '《中华人民共和国养犬法》';

/** What is found in rules of 2018 that consist of one sentence. */
const found = (sentence: string, note = '（2018年5月1日公布）'): Shown[] =>
  findings(outdated, `养犬管理办法\n${note}\n第一条　${sentence}${LAW}${NEWER}`);
/** The sentence after the fix; why, where there is none. */
const mended = (sentence: string): string[] =>
  found(sentence).map(({ fixed, message }) => fixed?.replace('第一条　', '') ?? message);

describe('citation/outdated', () => {
  it('names the article that has the text now', () => {
    assert.deepEqual(found('依照《养犬法》第二条接种。'), [
      {
        marked: '第二条',
        message:
          '《中华人民共和国养犬法》第二条（2016年通过，2016-03-16）在最新文本（2023年修正，2023-12-29）中是第二条之一。',
        related: ['第二条之一'],
        fixed: '第一条　依照《养犬法》第二条之一接种。',
      },
    ]);
  });

  it('takes a text for the same in which only the numbers of articles have followed', () => {
    assert.deepEqual(mended('依照《养犬法》第七条处罚。'), ['依照《养犬法》第八条处罚。']);
  });

  it('names the paragraph and the item that have the text now', () => {
    assert.deepEqual(mended('依照《养犬法》第三条第二款清除。'), ['依照《养犬法》第四条第三款清除。']);
    assert.deepEqual(mended('依照《养犬法》第四条第二项执行。'), ['依照《养犬法》第五条第三项执行。']);
    assert.deepEqual(mended('依照《养犬法》第四条第（一）项执行。'), ['依照《养犬法》第五条第（一）项执行。']);
  });

  it('writes the number as the citation writes it', () => {
    assert.deepEqual(mended('依照《养犬法》第4条第2项执行。'), ['依照《养犬法》第5条第3项执行。']);
    assert.deepEqual(mended('依照《养犬法》第４条第（２）项执行。'), ['依照《养犬法》第５条第（３）项执行。']);
  });

  it('changes in a list only the number that is outdated', () => {
    assert.deepEqual(mended('依照《养犬法》第四条第一项、第二项执行。'), [
      '依照《养犬法》第五条第一项、第二项执行。',
      '依照《养犬法》第四条第一项、第三项执行。',
    ]);
    assert.deepEqual(mended('依照《养犬法》第四条第（一）至（三）项执行。'), [
      '依照《养犬法》第五条第（一）至（三）项执行。',
      '依照《养犬法》第四条第（一）至（四）项执行。',
    ]);
    assert.deepEqual(mended('依照《养犬法》第四条第一项、第四条第三项和第二条执行。'), [
      '依照《养犬法》第五条第一项、第四条第三项和第二条执行。',
      '依照《养犬法》第四条第一项、第五条第四项和第二条执行。',
      '依照《养犬法》第四条第一项、第四条第三项和第二条之一执行。',
    ]);
  });

  it('offers no fix where the numbers of a list go apart', () => {
    const newer = `${NEWER}第九条　携带犬只乘坐电梯的，应当避开高峰时间，并给犬只佩戴嘴套。\n`;
    const text = `养犬管理办法\n（2018年5月1日公布）\n第一条　依照《养犬法》第三条第二款、第三款执行。${LAW}${newer}`;
    assert.deepEqual(
      findings(outdated, text).map(({ message, fixed }) => [message, fixed]),
      [
        [
          `${LAW_NAME}第三条第二款（2016年通过，2016-03-16）在最新文本（2023年修正，2023-12-29）中是第四条第三款。`,
          undefined,
        ],
        [
          `${LAW_NAME}第三条第三款（2016年通过，2016-03-16）在最新文本（2023年修正，2023-12-29）中是第九条第一款。`,
          undefined,
        ],
      ],
    );
  });

  it('says so without a fix where the text was changed or deleted', () => {
    assert.deepEqual(mended('依照《养犬法》第五条登记。'), [
      `${LAW_NAME}第五条（2016年通过，2016-03-16）在最新文本（2023年修正，2023-12-29）中是第六条，内容有改动。`,
    ]);
    assert.deepEqual(mended('依照《养犬法》第六条招领。'), [
      `${LAW_NAME}第六条（2016年通过，2016-03-16）在最新文本（2023年修正，2023-12-29）中已经删去或者改写。`,
    ]);
    assert.deepEqual(mended('依照《养犬法》第三条第一款处理。'), [
      `${LAW_NAME}第三条第一款（2016年通过，2016-03-16）在最新文本（2023年修正，2023-12-29）中是第四条第一款，内容有改动。`,
    ]);
  });

  it('says nothing of an article that was amended under its number', () => {
    assert.deepEqual(found('依照《养犬法》第一条处理。'), []);
  });

  it('says nothing where no date proves which version was meant', () => {
    // A draft of today may have been written with the newest text at hand.
    assert.deepEqual(found('依照《养犬法》第二条接种。', ''), []);
    assert.deepEqual(found('依照《养犬法》第二条接种。', '（2024年5月1日公布）'), []);
    // Of the law that these rules cite no version is at hand.
    assert.deepEqual(found('依照《养犬法》第二条接种。', '（2010年5月1日公布）'), []);
  });

  it('says nothing of a text that has a newer version itself', () => {
    const text = `养犬管理办法\n（2018年5月1日公布）\n第一条　依照《养犬法》第二条接种。${LAW}${NEWER}`;
    assert.deepEqual(findings(outdated, `${text}=== 新.txt\n养犬管理办法\n（2024年5月1日修订）\n第一条　甲。`), []);
  });

  it('says nothing of an amending decision, which speaks of the text before', () => {
    const text = `关于修改《养犬法》的决定\n（2018年5月1日通过）\n一、将第二条改为第三条。${LAW}${NEWER}`;
    assert.deepEqual(findings(outdated, text), []);
  });

  it('names the paragraph that an article has become', () => {
    const newer = NEWER.replace(
      '养犬登记证每年审验一次。',
      '捡拾犬牌的人应当把犬牌交给公安机关，由公安机关通知养犬人领取。',
    ).replace('第六条　', '第九条　');
    const text = `养犬管理办法\n（2018年5月1日公布）\n第一条　依照《养犬法》第六条招领。${LAW}${newer}`;
    assert.deepEqual(
      findings(outdated, text).map(({ fixed }) => fixed),
      ['第一条　依照《养犬法》第九条第二款招领。'],
    );
  });
});
