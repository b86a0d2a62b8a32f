// The views of the sample workspace, for scripts/screenshot.mjs:
//
//   npm run screenshot -- scripts/views.mjs --locale zh-CN

const DRAFT = '内蒙古自治区促进边境地区高质量发展条例实施细则（草案）.law.txt';

/** @param {import('./screenshot.mjs').Window} window */
export default async function views(window) {
  const { page } = window;
  await page.locator('.activitybar .action-item', { has: page.getByLabel('条文') }).click();
  await page.locator('.pane-body .welcome-view-content').nth(1).waitFor();
  await window.save('welcome');
  await toggleTheme(window, 'dark');
  await window.save('welcome-dark');
  await toggleTheme(window, 'light');
  await window.command('View: Show Explorer');
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
  // By the keys alone: the second problem, its place in the text, its fixes.
  await page.locator('.markers-panel .monaco-list-row.focused', { hasText: '前款' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: 'Ln 89' }).waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').first().waitFor();
  await window.save('fixes');
  await page.keyboard.press('Escape');

  await window.command('View: Toggle Panel Visibility');
  await window.goToText('第二十六条　');
  await window.command('Go to References');
  const references = page.locator('.reference-zone-widget');
  await references.locator('.monaco-list-row').first().waitFor();
  // The folder of the copy that is shown here says nothing.
  await page.addStyleTag({ content: '.peekview-title .dirname { display: none }' });
  await references.locator('.monaco-list-row .twistie.collapsed, .monaco-tl-twistie.collapsed').last().click();
  await references.locator('.monaco-list-row', { hasText: '扶持资金用于《' }).waitFor();
  await window.save('references');
  await page.keyboard.press('Escape');

  await window.goToText('第十二条第二款');
  await page.keyboard.press('F12');
  await page.getByRole('tab', { selected: true, name: '内蒙古自治区促进边境地区高质量发展条例.txt' }).waitFor();
  await window.goTo(25, 2);
  await window.command('Show or Focus Hover');
  await page.locator('.monaco-hover:visible .hover-contents', { hasText: '被引用' }).first().waitFor();
  await window.save('regulation');
  await page.keyboard.press('Escape');
  await window.open(DRAFT);

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
  await toggleTheme(window, 'dark');
  await window.save('parent-dark');

  await window.command('结束对照上位法');
  await page.keyboard.press('Control+B');
  await window.command('显示引用关系图');
  const map = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await map.locator('.node.centre').hover();
  await window.save('map-dark');
  await toggleTheme(window, 'light');
  await map.locator('#fit').click();
  await window.save('map');

  await window.command('View: Close All Editors');
  await window.open(DRAFT);
  await window.command('报告：上位法实施情况');
  const report = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await report.locator('table').first().waitFor();
  await window.save('report');
}

/**
 * @param {import('./screenshot.mjs').Window} window
 * @param {'light' | 'dark'} theme that it then has
 */
async function toggleTheme(window, theme) {
  await window.command('Preferences: Toggle between Light/Dark Themes');
  await window.page.locator(theme === 'dark' ? '.monaco-workbench.vs-dark' : '.monaco-workbench.vs').waitFor();
}
