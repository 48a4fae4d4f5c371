import type { html } from 'hono/html'
import type { Fragment } from '../../model/rendition.ts'

/** What hono's `html` gives: text that is escaped already. */
export type Markup = ReturnType<typeof html>

/** The document as text. Throws a TypeError for markup with a promise in it: pages are made of values alone. */
export function markupText(markup: Markup): string {
  if (markup instanceof Promise) throw new TypeError('A page must not wait for anything')
  return `<!doctype html>\n${markup.toString().trim()}\n`
}

/** A list between its head and its tail, as pieces: other versions of the same document share the entries. */
export function framed(head: string, entries: readonly Fragment[], tail: string): readonly Fragment[] {
  return [{ text: head, isEntry: false }, ...entries, { text: tail, isEntry: false }]
}
