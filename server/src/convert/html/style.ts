/**
 * How a page looks: that of official publications (三号仿宋, titles centred, A4 with the margins of GB/T 9704). The
 * colours are variables, so that an editor can put its own in their place; paper is white.
 */
export const STYLE = `
:root {
  --desk: #e9e9e9; --paper: #fff; --ink: #000; --faint: #555; --edge: #ccc; --link: #0b4a8f; --mark: #0b4a8f22;
  --fangsong: "仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
  --biaosong: "方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif;
  --hei: "SimHei", "黑体", "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  --kai: "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "Kaiti SC", "Noto Serif CJK SC", serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--desk); color: var(--ink); }
main {
  max-width: 210mm; min-height: 100vh; margin: 0 auto; padding: 37mm clamp(1em, 12%, 26mm) 35mm clamp(1em, 13%, 28mm);
  background: var(--paper); border: 0 solid var(--edge); border-width: 0 1px;
  font: 16pt/1.75 var(--fangsong); text-align: justify; overflow-wrap: anywhere;
}
p { margin: 0; text-indent: 2em; white-space: pre-wrap; }
h1, h2, h3, h4, h5 { margin: 1em 0 .5em; font: 1em/1.5 var(--hei); text-align: center; text-wrap: balance; }
h1 { margin: 0 0 .6em; font: bold 1.375em/1.4 var(--biaosong); }
h5 { font-family: var(--kai); }
.annex > h2:first-child { text-align: left; }
.cover, .note, .subtitle, .contents > .name { text-align: center; text-indent: 0; text-wrap: balance; }
.note, .subtitle { font-family: var(--kai); }
.note + :not(.note) { margin-top: 1em; }
.contents { margin: 1em 0; }
.contents > .name { font-family: var(--hei); }
.entry { text-indent: 0; padding-left: 2em; }
.entry[data-level="3"] { padding-left: 4em; }
.entry[data-level="4"] { padding-left: 6em; }
.number { font: inherit; font-family: var(--hei); }
a { color: inherit; text-decoration: none; }
a.citation { color: var(--link); cursor: pointer; }
a:hover { text-decoration: underline; }
:target { background: var(--mark); }
.annex { margin-top: 2em; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@media print {
  :root { --desk: #fff; --paper: #fff; --ink: #000; --link: #000; --mark: transparent; }
  main { max-width: none; min-height: 0; padding: 0; border: 0; }
  h2, h3, h4, h5 { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  .annex { break-before: page; margin-top: 0; }
}
`;

/** The colours of VS Code in their place, which it gives in variables. On paper it is black on white all the same. */
export const EDITOR_STYLE = `
@media screen {
  :root {
    --desk: var(--vscode-sideBar-background, var(--vscode-editor-background)); --paper: var(--vscode-editor-background);
    --ink: var(--vscode-editor-foreground); --faint: var(--vscode-descriptionForeground);
    --edge: var(--vscode-contrastBorder, var(--vscode-panel-border)); --link: var(--vscode-textLink-foreground);
    --mark: var(--vscode-editor-findMatchHighlightBackground);
  }
  body { padding: 0; }
  /* As many characters to the line as on paper, down to a size that can be read. */
  main { padding-top: 15mm; padding-bottom: 25mm; font-size: clamp(11pt, 75vw / 28, 16pt); }
  a.citation:focus-visible { outline: 1px solid var(--vscode-focusBorder); }
}
`;
