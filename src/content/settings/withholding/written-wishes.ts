import { isHidingValue } from './hiding-values.ts'
import { isGroupMark, isLabelled, isMarked, isSetOff } from './marks.ts'
import { meaningOfName } from './name-meaning.ts'
import { isWish, WITHHOLDING_NAMES } from './read-wishes.ts'
import { switchValue } from './switch-value.ts'

/** A line of a text that reads as a wish to keep it back, though no tool of ours reads it there. */
export interface WrittenWish {
  /** As it is written. */
  readonly key: string
  /** The line of the text, from 1. */
  readonly line: number
}

/** Lines with something in them. What people note of a text stands above it. */
const FIRST_LINES = 12

/**
 * The first line at the beginning of a text that says by itself that the text is not for everybody, in a notation of some
 * other tool: in a block of code, in Org, AsciiDoc or reStructuredText, as an item of a list, below a heading. What stands
 * in a block of code further down is an example.
 */
export function findWrittenWish(text: string): WrittenWish | undefined {
  let seen = 0
  let fence: string | undefined
  for (const [index, line] of text.split('\n', MOST_LINES).entries()) {
    if (line.trim() === '') continue
    const mark = /^\s*(```|~~~)/.exec(line)?.[1]
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      // A text that begins in a block of code is one that was copied whole.
      if (seen > 0 && fence === undefined) fence = mark
      else fence = undefined
    }
    const isMark = seen < FIRST_MARKS && (isSetOff(line) || (seen === 0 && isMarkedLine(line, text)))
    if (isMark) return { key: line.trim(), line: index + 1 }
    seen += 1
    if (seen > FIRST_LINES) return undefined
    const pair = fence === undefined ? readLoosePair(line) : undefined
    if (pair !== undefined && isWritten(pair.name, pair.value)) return { key: pair.name, line: index + 1 }
  }
  return undefined
}

/** A mark in a comment above the settings, which end before line `bodyLine`. */
export function findLeadMark(text: string, bodyLine: number): WrittenWish | undefined {
  const lines = text.split('\n', Math.min(bodyLine - 1, FIRST_LINES))
  const index = lines.findIndex((line) => line.trim() !== '')
  const line = lines[index]?.trim() ?? ''
  return line.startsWith('<!--') && (isSetOff(line) || isMarked(line))
    ? { key: line, line: index + 1 }
    : undefined
}

/** A mark stands above the text, or between its heading and its first paragraph. */
const FIRST_MARKS = 2

function isMarkedLine(line: string, text: string): boolean {
  return isMarked(line) || isLabelled(line, text.trimStart().slice(line.trim().length))
}

/** Lines, blank ones among them. */
const MOST_LINES = 100

/** Characters. A longer line is prose. */
const LONGEST_LINE = 120

/** A name and a value, whatever marks stand around them: `#+DRAFT: true`, `- **Status**: draft`, `draft:: yes`. */
function readLoosePair(line: string): { readonly name: string; readonly value: string } | undefined {
  if (line.length > LONGEST_LINE) return undefined
  const [, name, rest] =
    /^[^\p{L}`<]*(?:<!--\s*)?([\p{L}][\p{L}\p{M}\p{N}_-]*)["'*_?]*\s*[:=：]+(.*)$/u.exec(line) ?? []
  if (name === undefined || rest === undefined) return undefined
  const [first = ''] = rest.split(/[,}]|-->/)
  return { name, value: first.replaceAll(/^[\s"'*_]+|[\s"'*_;]+$/g, '') }
}

/** Org's and Emacs' tags of a file, and others. */
const GROUPS = /^(?:file|hugo_)?tags$|^keywords$|^categor(?:y|ies)$/i

function isWritten(name: string, value: string): boolean {
  if (GROUPS.test(name) && value.split(':').some((tag) => isGroupMark(tag.trim()))) return true
  if (value === '' || (switchValue(value) === undefined && !isHidingValue(value))) return false
  const isAbout = WITHHOLDING_NAMES.has(name.toLowerCase()) || meaningOfName(name, true) !== 'nothing'
  return isAbout && isWish(name, value)
}

/** Tags of HTML. There are no more before the text begins. */
const MOST_TAGS = 200

/** What the `<meta>` of a page says to keep it back, as Pelican reads it; `noindex` among it. */
export function findMetaWish(html: string): WrittenWish | undefined {
  let seen = 0
  for (const { 0: tag, index } of html.matchAll(/<meta\b[^<>]{1,500}>/gi)) {
    seen += 1
    if (seen > MOST_TAGS) return undefined
    const name = attribute(tag, 'name') ?? attribute(tag, 'property') ?? attribute(tag, 'http-equiv') ?? ''
    const value = attribute(tag, 'content') ?? ''
    const isRobots = /^(?:robots|\w+bot|x-robots-tag)$/i.test(name)
    const isKept = isRobots ? /noindex|none/i.test(value) : isWritten(name, value.trim())
    if (isKept) return { key: name, line: html.slice(0, index).split('\n').length }
  }
  return undefined
}

function attribute(tag: string, name: string): string | undefined {
  const [, , quoted, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:(["'])(.*?)\\1|([^\\s"'>]+))`, 'is').exec(tag) ?? []
  return quoted ?? bare
}
