import type { Slots } from './slots.ts'

/**
 * Inserts lines into a skeleton before some text. The lines become slots, because they hold values, and `fill` may
 * search only text of our own.
 */
export function insertBefore(
  skeleton: string,
  mark: string,
  indent: number,
  lines: readonly string[],
  slots: Slots,
): string {
  const at = skeleton.indexOf(mark)
  if (at < 0) throw new Error(`The feed package no longer writes ${mark.trim()}`)
  const inserted = lines.map((line) => `${' '.repeat(indent)}${slots.put(line)}\n`).join('')
  return skeleton.slice(0, at) + inserted + skeleton.slice(at)
}

/** Returns the first element with a name in a skeleton, with its line's indentation and end. */
export function cutElement(skeleton: string, name: string): string {
  const { lineStart, end } = findElement(skeleton, name)
  return `${skeleton.slice(lineStart, end)}\n`
}

/** Removes the line of the first element with a name from a skeleton. */
export function withoutElement(skeleton: string, name: string): string {
  const { lineStart, end } = findElement(skeleton, name)
  return skeleton.slice(0, lineStart) + skeleton.slice(end + 1)
}

function findElement(skeleton: string, name: string): { readonly lineStart: number; readonly end: number } {
  const start = skeleton.indexOf(`<${name}>`)
  const end = skeleton.indexOf(`</${name}>`)
  if (start < 0 || end < 0) throw new Error(`The feed package no longer writes <${name}>`)
  return { lineStart: skeleton.lastIndexOf('\n', start) + 1, end: end + name.length + 3 }
}
