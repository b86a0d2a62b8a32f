import assert from 'node:assert/strict';
import { definedTwice } from '../../../server/src/checks/terms/definedTwice.js';
import { findings } from '../findings.js';

const shown = (text: string): string[] =>
  findings(definedTwice, text).map(({ message, related }) => [message, ...(related ?? [])].join(' '));

/** On the real laws it finds nothing: it is kept for drafts. */
describe('terms/defined-twice', () => {
  it('reports a second definition of a term, and a name that is given to two things', () => {
    assert.deepEqual(
      shown('某条例\n第一条　本条例所称甲物，是指乙。\n第二条　本条例下列用语的含义：\n（一）甲物，是指丙；'),
      ['用语“甲物”重复定义。 甲物'],
    );
    assert.deepEqual(shown('某条例\n第一条　公安局（以下简称主管部门）、民政局（以下简称主管部门）负责。'), [
      '简称“主管部门”重复写明。 主管部门',
    ]);
  });

  it('takes what is defined for each of two chapters, and what is added to a definition', () => {
    for (const text of [
      '某条例\n第一章　甲\n第一条　本章所称承运人，是指甲。\n第二章　乙\n第二条　本章所称承运人，是指乙。',
      '某条例\n第一条　本条例所称司法鉴定，是指活动。\n本条例所称司法鉴定，包括甲、乙。',
      '某条例\n第一条　民用机场地区（以下简称机场地区）。\n第二条　本条例所称机场地区，是指甲。',
      '某条例\n第一条　互换局（含其他单位，以下简称邮局）实施检疫。',
    ]) {
      assert.deepEqual(shown(text), [], text);
    }
  });
});
