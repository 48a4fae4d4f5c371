import type { html } from 'hono/html'
import type { Fragment } from '../../model/rendition.ts'

/** The result of hono's `html`: text that is already escaped. */
export type Markup = ReturnType<typeof html>

/**
 * Returns markup as text. Throws a TypeError for markup that contains a promise, because pages are made from plain
 * values.
 */
export function markupText(markup: Markup): string {
  if (markup instanceof Promise) throw new TypeError('A page must not wait for anything')
  return `<!doctype html>\n${markup.toString().trim()}\n`
}

/** Puts a list between its head and tail, as pieces, so that other versions of the document share the entries. */
export function framed(head: string, entries: readonly Fragment[], tail: string): readonly Fragment[] {
  return [{ text: head, isEntry: false }, ...entries, { text: tail, isEntry: false }]
}
