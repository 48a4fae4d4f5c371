import { isHidingValue } from './hiding-values.ts'
import { isGroupMark } from './marks.ts'
import { meaningOfName } from './name-meaning.ts'
import { withoutCode } from './without-code.ts'

/** A passage that another tool would hide. */
export interface HiddenPassage {
  /** How it begins, as it is written. */
  readonly mark: string
  /** The line of the text, from 1. */
  readonly line: number
}

/** What begins a passage, and what ends it where it must have an end to be one. */
interface Notation {
  readonly begins: RegExp
  readonly ends?: string
  /** Whether what stands in the mark makes it one; the first group of the pattern. */
  readonly isMeant?: (name: string) => boolean
}

/** Notations by which the tools that people write with hide a passage, a row each. */
const NOTATIONS: readonly Notation[] = [
  // Obsidian's comments, within a line or around several.
  { begins: /(?<![\w%])%%(?!%)/g, ends: '%%' },
  // Liquid's and Nunjucks' comments, and a condition that never holds. `{#id}` names a heading.
  { begins: /\{%-?\s{0,9}(?:comment\b|if\s{1,9}(?:false|nil|0)\b)/g },
  { begins: /\{#(?![\w:.-]{1,100}\})/g, ends: '#}' },
  // Hugo's comments, and MDX's.
  { begins: /\{\{-?\s{0,9}\/\*/g },
  { begins: /\{\s{0,9}\/\*/g, ends: '*/' },
  // Shortcodes and blocks whose name says it.
  { begins: /\{\{[<%]\s{0,9}([\w-]{2,40})/g, isMeant: hides },
  { begins: /\{%-?\s{0,9}([\w-]{2,40})/g, isMeant: hides },
  // kramdown's comments, Pandoc's and Docusaurus' blocks, Org's, AsciiDoc's.
  { begins: /\{::comment\b/g },
  { begins: /^:{3,20}\s{0,9}\{?\s{0,9}\.?([\w-]{2,40})/gm, isMeant: hides },
  { begins: /^[ \t]{0,9}#\+begin_comment\b/gim },
  { begins: /^\/{4,20}[ \t]{0,9}$/gm, ends: '\n////' },
  // CriticMarkup: a comment, and what is deleted.
  { begins: /\{>>/g, ends: '<<}' },
  { begins: /\{--(?=\S)/g, ends: '--}' },
  { begins: /\{~~/g, ends: '~~}' },
  // Ghost's line between what is for everybody and what is not, and others like it.
  { begins: /<!--\s{0,9}([^<>]{2,40}?)\s{0,9}-->/g, isMeant: isBarrier },
  // WordPress' shortcodes: each ends with its name.
  {
    begins: /\[\/([\w-]{2,40})\]/g,
    isMeant: (name) => hides(name.replace(/^(?:s2|wc|um|ihc|mepr|rcp|pmpro)[-_]/i, '')),
  },
  // Elements of somebody's own, `<MembersOnly>`.
  { begins: /<([A-Za-z][\w-]{1,40})[\s>]/g, isMeant: isOwnElement },
]

/**
 * The first passage of a text that another tool would hide, and that would be published here as it stands. What stands in
 * code is an example. The cost is linear: no notation is looked for more than once, and none goes back.
 */
export function findHiddenPassage(text: string): HiddenPassage | undefined {
  // Most texts have none of the characters that such a mark begins with.
  if (!/%%|\{[%#{:>~\s/-]|:::|#\+|\/{4}|<!--|\[\/|<[A-Za-z]/.test(text)) return undefined
  const prose = withoutCode(text)
  const found = NOTATIONS.flatMap((notation) => find(prose, notation) ?? [])
  const [first] = found.sort((a, b) => a.at - b.at)
  if (first === undefined) return undefined
  const line = text.slice(0, first.at).split('\n').length
  return { mark: first.mark, line }
}

function find(
  text: string,
  { begins, ends, isMeant = () => true }: Notation,
): { readonly at: number; readonly mark: string } | undefined {
  const last = ends === undefined ? Number.POSITIVE_INFINITY : text.lastIndexOf(ends)
  for (const { 0: mark, 1: name = '', index } of text.matchAll(begins)) {
    if (index + mark.length > last) return undefined
    if (isMeant(name)) return { at: index, mark: mark.trim() }
  }
  return undefined
}

/** Names of comments, and those that say of a text that it is not for everybody. */
function hides(name: string): boolean {
  return (
    /^comment$/i.test(name) || isGroupMark(name) || meaningOfName(name) === 'hidden' || isHidingValue(name)
  )
}

/** Whom what follows is for, in a comment that is a mark and no note of the writer's. */
const BARRIER =
  /^(?:for[ -])?(?:members?|subscribers?|patrons?|sponsors?|insiders?|paid|premium|private)(?:[ -]only)?$|^pay-?wall\b/i

function isBarrier(content: string): boolean {
  return BARRIER.test(content)
}

/** Elements of HTML, which hide nothing by their names. */
const HTML: ReadonlySet<string> = new Set(['del', 'details', 'dialog', 'noscript', 'template', 'embed'])

function isOwnElement(name: string): boolean {
  return !HTML.has(name.toLowerCase()) && hides(name)
}
