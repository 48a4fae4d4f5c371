const WIDE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\u3000-\u303F\uFF00-\uFF60]/gu

/** Returns the width of a line in columns. Chinese, Japanese and Korean characters take two. */
export function textWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0)
}

/** Whether two texts join without a space: the first ends, or the second begins, with a wide character. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  const edge = (before.slice(-2).match(/.$/u)?.[0] ?? '') + (after.match(/^./u)?.[0] ?? '')
  return edge !== '' && edge.replaceAll(WIDE, '') === ''
}
