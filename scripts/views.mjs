// The views of the sample workspace, for scripts/screenshot.mjs:
//
//   npm run screenshot -- scripts/views.mjs --locale zh-CN

const DRAFT = '内蒙古自治区促进边境地区高质量发展条例实施细则（草案）.law.txt';

/** @param {import('./screenshot.mjs').Window} window */
export default async function views(window) {
  const { page } = window;
  await window.open(DRAFT);

  // The list of files makes room for the outline, which has rows when the server has answered.
  await page.getByRole('button', { name: 'Explorer Section' }).click();
  await page.getByRole('button', { name: 'Outline Section' }).click();
  await page.locator('.outline-tree .monaco-list-row').nth(5).waitFor();
  await page.locator('.statusbar-item[id^="tiaowen"]').first().waitFor();
  await window.goToText('第十二条第二款');
  await window.save('outline');

  await window.command('Show or Focus Hover');
  await page.locator('.monaco-hover:visible .hover-contents', { hasText: '第十二条第二款' }).first().waitFor();
  await window.save('hover');

  await page.keyboard.press('Escape');
  await window.command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
  await window.save('problems');

  await window.command('View: Toggle Panel Visibility');
  await window.goToText('第二十六条　');
  await window.command('Go to References');
  await page.locator('.reference-zone-widget .monaco-list-row').first().waitFor();
  await window.save('references');

  await window.goToText('第八条　');
  await window.command('在侧边打印预览');
  const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await preview.locator('#art_8').waitFor();
  await window.save('preview');

  await page.keyboard.press('Escape');
  await window.command('Focus on 法规结构 View');
  await page.locator('.pane-body .monaco-list-row[aria-label^="第一条"]').first().waitFor();
  await window.goToText('第二十六条　');
  await window.save('structure');

  await window.command('对照上位法');
  await page.locator('.editor-group-container').nth(1).waitFor();
  await window.goToText('第十二条第二款');
  const parent = page.locator('.editor-group-container').nth(1);
  await parent.locator('.view-line', { hasText: '第十二条' }).first().waitFor();
  await page.locator('.pane-header .description', { hasText: '第八条' }).first().waitFor();
  await window.save('parent');
  await window.command('Preferences: Toggle between Light/Dark Themes');
  await page.locator('.monaco-workbench.vs-dark').waitFor();
  await window.save('parent-dark');

  await window.command('结束对照上位法');
  await page.keyboard.press('Control+B');
  await window.command('显示引用关系图');
  const map = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await map.locator('.node.centre').hover();
  await window.save('map-dark');
  await window.command('Preferences: Toggle between Light/Dark Themes');
  await page.locator('.monaco-workbench.vs').waitFor();
  await map.locator('#fit').click();
  await window.save('map');

  await window.command('View: Close All Editors');
  await window.open(DRAFT);
  await window.command('报告：上位法实施情况');
  const report = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await report.locator('table').first().waitFor();
  await window.save('report');
}
