import type { Fragment } from '../model/rendition.ts'

/** A list between its head and its tail, as pieces: other versions of the same document share the entries. */
export function framed(head: string, entries: readonly Fragment[], tail: string): readonly Fragment[] {
  return [{ text: head, isEntry: false }, ...entries, { text: tail, isEntry: false }]
}
