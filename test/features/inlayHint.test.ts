import assert from 'node:assert/strict';
import type { InlayHintLabelPart, Range } from 'vscode-languageserver';
import { inlayHints } from '../../server/src/features/inlayHint.js';
import { fixture, show, type Fixture } from '../support/fixture.js';
import { dedent } from '../support/render.js';

const LAW = `
  === 处罚法.txt
  中华人民共和国行政处罚法
  第一章　总则
  第一条　【立法目的】为了规范行政处罚，制定本法。
  第二条　行政处罚由具有行政处罚权的行政机关在法定职权范围内实施。
  第三条　下列情形不予处罚：
  （一）违法行为轻微；
  （二）及时改正。
`;

/** The text with the hints in it. */
function hinted(at: Fixture, which: 'off' | 'external' | 'all', range?: Range): string {
  const { document } = at;
  const whole = document.rangeOf({ start: 0, end: document.text.length });
  const hints = inlayHints(at.library, document, range ?? whole, which);
  let text = document.text;
  for (const { position, label } of [...hints].reverse()) {
    const offset = document.offsetAt(position);
    const words = (label as InlayHintLabelPart[]).map(({ value }) => value).join('');
    text = text.slice(0, offset) + words + text.slice(offset);
  }
  return text;
}

describe('inlayHint', () => {
  const at = (text: string): Fixture => fixture(`=== 草案.txt\n$$${text}\n${dedent(LAW)}`);

  it('shows the heading of what is cited, else its opening words', () => {
    assert.equal(
      hinted(at('第一条　依照行政处罚法第一条、第二条和第三条第二项，依照该法第一章办理。'), 'external'),
      '第一条　依照行政处罚法第一条〔立法目的〕、第二条〔行政处罚由具有行政处罚权…〕和第三条第二项〔及时改正。〕，依照该法第一章〔总则〕办理。\n',
    );
  });

  const own = '第一条　依照行政处罚法第一条和第二条办理；本条例第二条除外。\n第二条　按照前条、第九条办理。';
  it('of other instruments only, of all citations, or not at all', () => {
    const text = own.replace('和第二条', '');
    assert.equal(hinted(at(text), 'off'), `${text}\n`);
    assert.equal(hinted(at(text), 'external'), `${text.replace('法第一条', '法第一条〔立法目的〕')}\n`);
    assert.equal(
      hinted(at(text), 'all'),
      '第一条　依照行政处罚法第一条〔立法目的〕办理；本条例第二条〔按照前条、第九条办理。〕除外。\n第二条　按照前条〔依照行政处罚法第一条办理…〕、第九条办理。\n',
    );
  });

  it('of several provisions at once, a part each', () => {
    assert.match(hinted(at('第一条　甲。\n乙。\n依照前两款办理。'), 'all'), /前两款〔甲。〕〔乙。〕办理/);
  });

  it('only in the range that is asked for', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 10 } };
    assert.equal(hinted(at(own), 'all', range), `${own.replace('前条', '前条〔依照行政处罚法第一条和第…〕')}\n`);
  });

  it('leads to what is cited, and says what it is', () => {
    const here = at('第一条　依照行政处罚法第一条办理。');
    const { document, library } = here;
    const range = document.rangeOf({ start: 0, end: document.text.length });
    const [hint] = inlayHints(library, document, range, 'all');
    const [part] = hint?.label as InlayHintLabelPart[];
    assert.ok(part?.location);
    assert.equal(show(here, part.location), '处罚法.txt: 第一条');
    assert.equal(part.tooltip, '《中华人民共和国行政处罚法》第一条\n【立法目的】为了规范行政处罚，制定本法。');
  });
});
