import { escaped } from './escaped';

/** A page that says one thing, where there is nothing else to show; it loads nothing and runs nothing. */
export function noticePage(words: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
</head>
<body><p>${escaped(words)}</p></body>
</html>
`;
}
