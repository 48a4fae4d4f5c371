import type { AnyFragment } from '../model/rendition.ts'

/** A list between its head and its tail, as pieces: other versions of the same document share the entries. */
export function framed(head: string, entries: readonly AnyFragment[], tail: string): readonly AnyFragment[] {
  return [{ text: head, isEntry: false }, ...entries, { text: tail, isEntry: false }]
}
