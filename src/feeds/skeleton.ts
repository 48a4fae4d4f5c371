import type { Slots } from './slots.ts'

/** Puts further lines into a skeleton, as slots too: they hold values, and `fill` must meet nobody's words but its own. */
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

/** The first element of a name in a skeleton, with its line's indentation and end. */
export function cutElement(skeleton: string, name: string): string {
  const { lineStart, end } = findElement(skeleton, name)
  return `${skeleton.slice(lineStart, end)}\n`
}

/** A skeleton without the line of its first element of a name. */
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
