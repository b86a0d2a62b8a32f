/** Why a file or a folder can't be used. */
export type Unreadability =
  | 'missing'
  | 'denied'
  | 'folder'
  | 'not-a-folder'
  | 'not-a-file'
  | 'too-large'
  | 'undecodable'
  | 'old-word'
  | 'damaged-word'
  | 'damaged-akoma-ntoso'
  | 'write-only'
  | 'too-many-lines'
  | 'unreachable'
  | 'outside'
  | 'damaged-index'
  | 'disk-full'
  | 'read-only'
  | 'not-writable'
  | 'unlisted'
  | 'not-written'
  | 'failed';

/** Largest file that is read. It is a hundred times as long as the longest statute. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/**
 * Most lines of which a Word document is made: it is held in memory while it is written, ten kilobytes a line. Statutes
 * have two thousand at most.
 */
export const MOST_WORD_LINES = 50_000;

const MEGABYTES = MAX_FILE_BYTES / 1024 / 1024;

const REASONS: Readonly<Record<Unreadability, { readonly zh: string; readonly en: string }>> = {
  missing: { zh: '不存在', en: 'does not exist' },
  denied: { zh: '没有读取权限', en: 'permission denied' },
  folder: { zh: '是文件夹，这里需要文件', en: 'is a folder; a file is wanted here' },
  'not-a-folder': { zh: '不是文件夹', en: 'is not a folder' },
  'not-a-file': { zh: '不是普通文件', en: 'is not a regular file' },
  'too-large': {
    zh: `文件过大，超过 ${MEGABYTES} MB 的上限`,
    en: `the file is too large: more than ${MEGABYTES} MB`,
  },
  undecodable: { zh: '不是文本，或者编码无法识别', en: 'is not text, or its encoding cannot be told' },
  'old-word': {
    zh: '是旧版 Word（.doc）或者加密的文件，请另存为没有密码的 .docx',
    en: 'is a file of an older Word (.doc) or an encrypted one; save it as .docx without a password',
  },
  'damaged-word': { zh: '不是 Word 文档（.docx），或者已经损坏', en: 'is no Word document (.docx), or is damaged' },
  'damaged-akoma-ntoso': {
    zh: '不是 Akoma Ntoso 3.0 文档，或者已经损坏',
    en: 'is no document of Akoma Ntoso 3.0, or is damaged',
  },
  'write-only': { zh: '这种格式只能写出，不能读取', en: 'this format can be written, but is not read' },
  'too-many-lines': {
    zh: `行数过多，超过 ${MOST_WORD_LINES} 行的上限，不能写成 Word 文档`,
    en: `there are more than ${MOST_WORD_LINES} lines: too many for a Word document`,
  },
  unreachable: { zh: '这类地址的文件，编辑器没有提供读取方式', en: 'the editor gives no access to such files' },
  outside: {
    zh: '在工作区和条文库文件夹之外，或者是通向其外的链接，不予读取',
    en: 'lies outside of the workspace and the library folders, or is a link that leads there, and is not read',
  },
  'damaged-index': {
    zh: '索引已损坏，原文件也已不是当时的内容',
    en: 'the index is damaged, and the file itself has changed since',
  },
  'disk-full': { zh: '磁盘已满', en: 'the disk is full' },
  'read-only': { zh: '只读，不能写入', en: 'is read-only' },
  'not-writable': { zh: '没有写入权限', en: 'no permission to write' },
  unlisted: { zh: '不能列出其中的文件', en: 'its files cannot be listed' },
  'not-written': { zh: '无法写入', en: 'cannot be written' },
  failed: { zh: '无法读取', en: 'cannot be read' },
};

/** A file or a folder that can't be used, with the reason for people in both languages. */
export class UnreadableError extends Error {
  /** Tells such an error from others where the class cannot: each script has a copy of it. */
  override readonly name = 'UnreadableError';
  readonly reason: { readonly zh: string; readonly en: string };

  /**
   * @param detail what the system or the decoder says beyond the reason, if anything
   */
  constructor(
    readonly kind: Unreadability,
    readonly detail?: { readonly zh: string; readonly en: string },
  ) {
    const { zh, en } = REASONS[kind];
    super(detail ? `${zh}（${detail.zh}）` : zh);
    this.reason = { zh: this.message, en: detail ? `${en} (${detail.en})` : en };
  }
}

/** What is said, once, where the index of the library can't be written. */
export function noIndex(storage: string, error: unknown): { readonly zh: string; readonly en: string } {
  const { zh, en } = reasonOf(error);
  return {
    zh: `条文库的索引不能写入 ${storage}：${zh}。不影响使用，但每次启动都要重新读取条文库`,
    en: `The index of the library cannot be written to ${storage}: ${en}. Everything works, but the library is read anew at each start`,
  };
}

/** The reason in both languages, whatever was thrown. */
export function reasonOf(error: unknown): { readonly zh: string; readonly en: string } {
  if (isUnreadable(error)) return error.reason;
  const message = error instanceof Error ? error.message : String(error);
  return new UnreadableError('failed', { zh: message, en: message }).reason;
}

function isUnreadable(error: unknown): error is UnreadableError {
  return error instanceof Error && error.name === 'UnreadableError' && 'reason' in error;
}
