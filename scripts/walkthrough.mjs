// The pictures of the walkthrough, for scripts/screenshot.mjs; they are packed, so make them small afterwards:
//
//   npm run screenshot -- scripts/walkthrough.mjs --locale zh-CN --size 1000x640 --out docs/walkthrough
//   pngquant --force --ext .png --speed 1 --nofs 16 docs/walkthrough/*.png

const DRAFT = '内蒙古自治区促进边境地区高质量发展条例实施细则（草案）.law.txt';

/** @param {import('./screenshot.mjs').Window} window */
export default async function walkthrough(window) {
  const { page } = window;
  const row = (label) => page.locator(`.monaco-list-row[aria-label*="${label}"]`).first();
  await window.open(DRAFT);
  await page.locator('.statusbar-item[id^="tiaowen"]').first().waitFor();
  await window.goToText('第一条　');
  await page.locator('.view-line', { hasText: '第一条' }).first().waitFor();
  await window.save('open', { x: 160, y: 40, width: 840, height: 560 });

  await window.command('Focus on 法规结构 View');
  await row('第一条').waitFor();
  await window.goToText('第二十六条　');
  await row('引用第二十六条').waitFor();
  await window.save('structure', { x: 0, y: 40, width: 780, height: 600 });

  await window.command('对照上位法');
  await window.goToText('第十二条第二款');
  const parent = page.locator('.editor-group-container').nth(1);
  await parent.locator('.view-line', { hasText: '第十二条' }).first().waitFor();
  await page.keyboard.press('Control+B');
  await window.save('parent', { x: 0, y: 60, width: 1000, height: 520 });

  await window.command('结束对照上位法');
  await window.command('View: Single Column Editor Layout');
  await window.open(DRAFT);
  await window.goToText('第一十六条');
  await window.command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
  await window.goToText('第一十六条');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await window.save('problems', { x: 30, y: 50, width: 860, height: 560 });

  await page.keyboard.press('Escape');
  await window.command('View: Toggle Panel Visibility');
  await window.goToText('第八条　');
  await page.keyboard.press('Home');
  await page.keyboard.type('第×条　新增一条。\n');
  await page.locator('.squiggly-info').first().waitFor();
  await window.goToText('第八条第一款第二项');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await window.save('renumber', { x: 30, y: 70, width: 760, height: 560 });
}
