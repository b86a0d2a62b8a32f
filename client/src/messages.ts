/** Languages that messages are written in. */
export type Language = 'zh' | 'en';

/**
 * What the client says, Chinese first. `{0}`, `{1}` … stand for values.
 *
 * These are not in a bundle of vscode.l10n, because that knows only the editor's language: the setting
 * `tiaowen.language` lets a drafter whose editor is English read Chinese, and the other way round.
 */
const MESSAGES = {
  corpusIsReadOnly: {
    zh: '随附条例是只读的。要修改，请先“另存为”。',
    en: 'The bundled regulation is read-only. To edit it, save it under another name first.',
  },
  nothingToTreat: {
    zh: '没有打开的文件，不能作为法规文本。',
    en: 'No file is open that could be treated as regulation text.',
  },
  nothingToDraft: {
    zh: '当前没有可以改动的法规文本。',
    en: 'No regulation text that could be changed is at hand.',
  },
  nothingToPreview: {
    zh: '当前没有可以预览的法规文本。',
    en: 'No regulation text is at hand that could be previewed.',
  },
  previewOf: { zh: '预览：{0}', en: 'Preview: {0}' },
  previewFails: {
    zh: '不能预览 {0}：{1}',
    en: '{0} cannot be previewed: {1}',
  },
  serverCannotStart: {
    zh: '条文服务不能启动：{0}',
    en: 'The Tiaowen server cannot start: {0}',
  },
  serverRestarts: {
    zh: '条文服务意外停止，正在重新启动。',
    en: 'The Tiaowen server stopped unexpectedly and is being restarted.',
  },
  serverGivenUp: {
    zh: '条文服务在三分钟内多次停止，不再自动重新启动。',
    en: 'The Tiaowen server stopped several times within three minutes and is not restarted any more.',
  },
  connectionFails: {
    zh: '与条文服务的通信出错：{0}',
    en: 'The connection to the Tiaowen server has failed: {0}',
  },
  restart: { zh: '重新启动', en: 'Restart' },
  showOutput: { zh: '查看输出', en: 'Show Output' },
  provisionUnknown: {
    zh: '不能打开条文：链接不完整或者不是条文的链接。',
    en: 'The provision cannot be opened: the link is incomplete or is not one of a provision.',
  },
  provisionUnreadable: {
    zh: '不能打开 {0}：{1}',
    en: '{0} cannot be opened: {1}',
  },
  fileRefused: {
    zh: '{0} 不在工作区、条文库文件夹和随附条例之内，不予读取',
    en: '{0} is not in the workspace, a library folder or the bundled corpus and is not read',
  },
  linkRefused: {
    zh: '{0} 是工作区中的链接，或者在链接之下，不予读取',
    en: '{0} is a link in the workspace, or below one, and is not read',
  },
  fileUnreadable: {
    zh: '不能读取 {0}：{1}',
    en: '{0} cannot be read: {1}',
  },
  fileTooLarge: {
    zh: '文件过大，超过 {0} MB 的上限',
    en: 'the file is too large: more than {0} MB',
  },
  importTitle: { zh: '导入', en: 'Import' },
  wordDocuments: { zh: 'Word 文档', en: 'Word documents' },
  importing: { zh: '正在导入 {0}', en: 'Importing {0}' },
  importFails: { zh: '不能导入 {0}：{1}', en: '{0} cannot be imported: {1}' },
  wordUnreadable: { zh: '不能显示 {0}：{1}', en: '{0} cannot be shown: {1}' },
  trackedChanges: { zh: '{0} 中有 {1} 处修订。', en: '{0} has {1} tracked changes.' },
  acceptChanges: { zh: '接受全部修订', en: 'Accept All Changes' },
  rejectChanges: { zh: '拒绝全部修订', en: 'Reject All Changes' },
  fileExists: { zh: '{0} 已经存在。', en: '{0} exists already.' },
  overwrite: { zh: '覆盖', en: 'Overwrite' },
  saveAs: { zh: '另存为…', en: 'Save As…' },
  notesOf: { zh: '{0} 的批注、脚注和尾注', en: 'Comments, footnotes and endnotes of {0}' },
  footnote: { zh: '脚注', en: 'footnote' },
  endnote: { zh: '尾注', en: 'endnote' },
  comment: { zh: '批注', en: 'comment' },
  nothingToExport: {
    zh: '没有打开的法规文本，不能导出。',
    en: 'No regulation text is open that could be exported.',
  },
  exporting: { zh: '正在导出 {0}', en: 'Exporting {0}' },
  exportFails: { zh: '不能导出 {0}：{1}', en: '{0} cannot be exported: {1}' },
  exported: { zh: '已导出 {0}', en: '{0} has been exported' },
  open: { zh: '打开', en: 'Open' },
  cites: { zh: '{0}引用', en: '{0} cites' },
  citedBy: { zh: '引用{0}', en: 'Cite {0}' },
  openProvision: { zh: '打开条文', en: 'Open Provision' },
  structureFilter: {
    zh: '只显示序号或者开头含此文字的条',
    en: 'Show only articles with these words in number or beginning',
  },
  structureFiltered: { zh: '只显示含“{0}”的条', en: 'Only articles with “{0}”' },
  structureCitedBy: { zh: '被引 {0} 处', en: 'cited {0}×' },
  structureOtherText: {
    zh: '条只能在同一文本内移动：拖动的条属于另一件文本。',
    en: 'Articles move within one text only: this one is of another text.',
  },
  structureOutdated: {
    zh: '文本已有变化，法规结构已经更新，请再移动一次。',
    en: 'The text has changed and the structure was brought up to date: please move the article again.',
  },
  nothingToCompare: { zh: '当前没有可以对照的法规文本。', en: 'No regulation text that could be compared is at hand.' },
  noParentLaw: {
    zh: '文本没有写明根据哪一件法律、法规制定，不能对照上位法。',
    en: 'The text does not say under which law it is made.',
  },
  parentNotInLibrary: {
    zh: '条文库中没有上位法{0}。请将其文本放入工作区或者条文库文件夹。',
    en: 'The parent law {0} is not in the library. Put its text into the workspace or a library folder.',
  },
  duties: { zh: '责任清单', en: 'duties' },
  nothingToList: {
    zh: '当前没有可以列出责任的法规文本。',
    en: 'No regulation text whose duties could be listed is at hand.',
  },
  allSubjects: { zh: '全部主体', en: 'Everybody' },
  whoseDuties: { zh: '列出谁的责任', en: 'Whose duties are listed' },
  dutiesFormats: { zh: '扩展名应为 .docx 或者 .csv', en: 'the extension should be .docx or .csv' },
  dutiesNotWritten: { zh: '责任清单不能写入 {0}：{1}', en: 'The duties cannot be written to {0}: {1}' },
  citationMap: { zh: '引用关系图', en: 'Citation Map' },
  svgImages: { zh: 'SVG 图', en: 'SVG images' },
  noCitationMap: {
    zh: '没有打开的引用关系图，不能导出。',
    en: 'No citation map is open that could be exported.',
  },
  noTextToOpen: {
    zh: '条文库中没有《{0}》的文本。请将其放入工作区或者条文库文件夹。',
    en: 'The library has no text of {0}. Put it into the workspace or a library folder.',
  },
  noCitationsOf: { zh: '《{0}》不引用其他法规，也不被引用。', en: '{0} cites nothing, and nothing cites it.' },
  citationsOf: { zh: '《{0}》的引用', en: 'Citations of {0}' },
  placesOfCitation: { zh: '《{0}》引用《{1}》', en: '{0} cites {1}' },
  citingPlaces: { zh: '{0} 处', en: '{0} places' },
  statusName: { zh: '条文', en: 'Tiaowen' },
  untitled: { zh: '法规文本', en: 'Regulation' },
  articles: { zh: '{0} 条', en: '{0} articles' },
  oneArticle: { zh: '1 条', en: '1 article' },
  problems: { zh: '{0} 个问题', en: '{0} problems' },
  oneProblem: { zh: '1 个问题', en: '1 problem' },
  noProblem: { zh: '没有问题', en: 'no problems' },
  showProblems: { zh: '点击查看问题', en: 'Click to show the problems' },
} as const satisfies Record<string, Record<Language, string>>;

/** Words of others in Markdown: whatever they hold, they load no picture and make no link. */
export function escapedMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>|&#!]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}

/** Words in a label, of which the editor makes no icons: it would draw one for `$(error)`. */
export function withoutIcons(words: string): string {
  return words.replaceAll('$(', '$ (');
}

export type MessageKey = keyof typeof MESSAGES;

/**
 * A message in a language.
 *
 * @param values for the placeholders `{0}`, `{1}` …; a placeholder without a value stays as it is. They may be words of a
 * text and names of files, of which the editor makes no links: it would run commands from `[words](command:…)`
 */
export function message(language: Language, key: MessageKey, ...values: readonly (string | number)[]): string {
  return filled(
    MESSAGES[key][language],
    values.map((value) => String(value).replaceAll('](', '] (')),
  );
}

/** A text with values in the places of `{0}`, `{1}` …; a placeholder without a value stays as it is. */
export function filled(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (placeholder, index) => String(values[Number(index)] ?? placeholder));
}

/** A number of things: 1 problem, 2 problems. */
export function counted(language: Language, count: number, one: MessageKey, many: MessageKey): string {
  return count === 1 ? message(language, one) : message(language, many, count);
}

/**
 * The language that messages are in.
 *
 * @param setting the value of `tiaowen.language`; whatever is no language follows the editor
 * @param editorLanguage of the editor's own texts, as `zh-cn` or `en`
 */
export function chosenLanguage(setting: unknown, editorLanguage: string): Language {
  if (setting === 'zh' || setting === 'en') return setting;
  return /^zh\b/i.test(editorLanguage) ? 'zh' : 'en';
}
