import assert from 'node:assert/strict';
import type { LocationLink } from 'vscode-languageserver';
import { definition } from '../../server/src/features/definition.js';
import { documentHighlights } from '../../server/src/features/documentHighlight.js';
import { hover } from '../../server/src/features/hover.js';
import { references } from '../../server/src/features/references.js';
import { fixture, show, type Fixture } from '../support/fixture.js';

/** Rules with a term, a short name for a body, and a short name for a law. */
function rules(sentence: string): Fixture {
  return fixture(`
    示范县志愿服务办法
    第一章　总则
    第一条　根据《中华人民共和国慈善法》（以下简称慈善法），制定本办法。
    第二条　本办法所称志愿者，是指提供志愿服务的自然人。
    县民政行政主管部门（以下简称主管部门）负责志愿服务工作。
    第二章　志愿者
    第三条　${sentence}
    第四条　志愿者享有权利。
  `);
}

function target(at: Fixture): string[] {
  const links = definition(at.library, at.document, at.position, true) as LocationLink[];
  return links.map(
    (link) =>
      show(at, { uri: link.targetUri, range: link.targetSelectionRange }) +
      ` in ${show(at, { uri: link.targetUri, range: link.targetRange }).replace(/^.*?: /, '')}`,
  );
}

function hovered(at: Fixture): string {
  const found = hover(at.library, at.document, at.position, { locale: 'zh', maxLength: 600 });
  return found ? (found.contents as { value: string }).value.replace(/\]\([^)]*\)/g, ']()') : '';
}

function lines(at: Fixture, includeDeclaration: boolean): string[] {
  return references(at.library, at.document, at.position, includeDeclaration).map(
    (place) => `${show(at, place).replace(/^.*?: /, '')}:${String(place.range.start.line + 1)}`,
  );
}

describe('terms', () => {
  it('lead to their definition, and the definition to itself', () => {
    const meaning = ['草案.law.txt: 志愿者 in 本办法所称志愿者，是指提供志愿服务的自然人。'];
    assert.deepEqual(target(rules('保护$$志愿者的权益。')), meaning);
    assert.deepEqual(target(rules('保护志愿者$$的权益。')), meaning);
    assert.deepEqual(target(rules('$$志愿者的权益。')), meaning);
    assert.deepEqual(target(rules('向主管$$部门报告。')), ['草案.law.txt: 主管部门 in （以下简称主管部门）']);
    assert.deepEqual(target(rules('向交通主管$$部门报告。')), []);
    assert.deepEqual(target(fixture('第一条　本办法所称志愿$$者，是指自然人。')), [
      '草案.law.txt: 志愿者 in 本办法所称志愿者，是指自然人。',
    ]);
  });

  it('that are short for something and say what it means lead to what it means', () => {
    const at = fixture(`
      第一条　县志愿服务管理中心（以下简称中心）负责。
      第二条　本办法所称中心，是指县民政局所属的机构。
      第三条　$$中心应当登记。
    `);
    assert.deepEqual(target(at), ['草案.law.txt: 中心 in 本办法所称中心，是指县民政局所属的机构。']);
  });

  it('show the sentence of their definition', () => {
    assert.equal(
      hovered(rules('保护$$志愿者的权益。')),
      '**志愿者** 的含义（见[第二条第一款]()）\n\n本办法所称志愿者，是指提供志愿服务的自然人。',
    );
    assert.equal(
      hovered(rules('向主管$$部门报告。')),
      '**主管部门** 是简称（见[第二条第二款]()）\n\n县民政行政主管部门（以下简称主管部门）负责志愿服务工作。',
    );
    assert.equal(
      hovered(fixture('第一条　本办法所称志愿$$者，是指自然人。\n第二条　志愿者。')),
      '**志愿者** 在本文使用 1 处',
    );
  });

  it('are found and highlighted where they are used, in headings too', () => {
    const at = rules('保护$$志愿者的权益。');
    assert.deepEqual(lines(at, false), ['志愿者:6', '志愿者:7', '志愿者:8']);
    assert.deepEqual(lines(at, true), ['志愿者:4', '志愿者:6', '志愿者:7', '志愿者:8']);
    assert.equal(documentHighlights(at.library, at.document, at.position).length, 4);
  });

  it('do not take the place of citations, numbers and headings', () => {
    assert.deepEqual(target(rules('依照$$慈善法处罚。')), ['草案.law.txt: 慈善法 in （以下简称慈善法）']);
    assert.deepEqual(target(rules('依照$$第四条保护志愿者。')), ['草案.law.txt: 第四条 in 第四条　志愿者享有权利。']);
    const heading = fixture('第一章　志$$愿者\n第一条　本办法所称志愿者，是指自然人。');
    assert.deepEqual(target(heading).length, 1);
    assert.match(target(heading)[0] ?? '', /第一章　志愿者/);
  });
});
