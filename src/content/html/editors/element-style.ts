import type { HtmlElement } from '../html-tree.ts'

/**
 * Parses the declarations of an element's `style`, with names and values in lower case. Of two declarations with one
 * name the last wins.
 */
export function styleOf({ attributes }: HtmlElement): ReadonlyMap<string, string> {
  const { style } = attributes
  if (style === undefined) return NONE
  return new Map(
    style
      .toLowerCase()
      .split(';')
      .map((declaration) => {
        const colon = declaration.indexOf(':')
        return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]
      }),
  )
}

const NONE: ReadonlyMap<string, string> = new Map()

/** Returns the classes of an element. */
export function classesOf({ attributes }: HtmlElement): readonly string[] {
  return attributes['class']?.split(/\s+/) ?? []
}
