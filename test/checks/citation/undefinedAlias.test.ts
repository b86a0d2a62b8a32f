import assert from 'node:assert/strict';
import { undefinedAlias } from '../../../server/src/checks/citation/undefinedAlias.js';
import { findings } from '../findings.js';

const shown = (text: string): unknown =>
  findings(undefinedAlias, text).map(({ marked, message, related }) => [marked, message, ...(related ?? [])]);

describe('citation/undefined-alias', () => {
  it('reports a short name that the document does not give', () => {
    assert.deepEqual(shown('某办法\n第一条　依照《条例》第三条和《暂行规定》处理。'), [
      ['《条例》', '没有写明《条例》是哪一件法规的简称（以下简称…）。'],
      ['《暂行规定》', '没有写明《暂行规定》是哪一件法规的简称（以下简称…）。'],
    ]);
  });

  it('reports a short name that is used before it is given', () => {
    assert.deepEqual(
      shown(
        '某办法\n第一条　依照《条例》第三条和伯尔尼公约。\n第二条　《甲条例》（以下简称《条例》）、《乙公约》（以下称伯尔尼公约），《条例》。',
      ),
      [
        ['《条例》', '简称《条例》在写明之前使用。', '条例'],
        ['伯尔尼公约', '简称“伯尔尼公约”在写明之前使用。', '伯尔尼公约'],
      ],
    );
  });

  it('takes a short name behind its definition, on several forms', () => {
    for (const definition of [
      '（以下简称《条例》）',
      '（下称“《条例》”）',
      '（简称《条例》）',
      '（国令1号，以下简称《条例》）',
    ]) {
      assert.deepEqual(
        shown(`某办法\n第一条　根据《甲条例》${definition}。\n第二条　《条例》第三条。`),
        [],
        definition,
      );
    }
  });

  it('takes 本《规定》, the names of statutes, and the quotations of a decision', () => {
    assert.deepEqual(shown('某规定\n第一条　本《规定》第三条。'), []);
    assert.deepEqual(
      shown('某规定\n第一条　《水法》第三条。\n第二条　《中华人民共和国水法》（以下简称《水法》）。'),
      [],
    );
    assert.deepEqual(shown('关于修改《甲办法》的决定\n一、第三条修改为：“依照《条例》处理。”'), []);
  });

  it('takes a word that is a short name only later', () => {
    assert.deepEqual(shown('某规定\n第一条　补偿制度的适用。\n第二条　《补偿的规定》（以下称补偿制度）。'), []);
  });
});
