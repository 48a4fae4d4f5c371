import { isHidingValue } from './hiding-values.ts'
import { isGroupMark, isLabelled, isMarked, isSetOff } from './marks.ts'
import { meaningOfName } from './name-meaning.ts'
import { isWish, WITHHOLDING_NAMES } from './read-wishes.ts'
import { switchValue } from './switch-value.ts'

/** A line of a text that may be meant to withhold it, although our tools do not read settings there. */
export interface WrittenWish {
  /** As written. */
  readonly key: string
  /** The line of the text, from 1. */
  readonly line: number
}

/** Lines with content. Writers put notes about a text above it. */
const FIRST_LINES = 12

/**
 * Finds the first line at the beginning of a text that says that the text is not for everyone, in a notation of another
 * tool: in a code block, in Org, AsciiDoc or reStructuredText, as a list item, below a heading. Later code blocks are
 * examples. Undefined if there is none.
 */
export function findWrittenWish(text: string): WrittenWish | undefined {
  let seen = 0
  let fence: string | undefined
  for (const [index, line] of text.split('\n', MOST_LINES).entries()) {
    if (line.trim() === '') continue
    const mark = /^\s*(```|~~~)/.exec(line)?.[1]
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      // A text that begins with a code block was copied as a whole. Later blocks are skipped.
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

/** Finds a mark in a comment above the settings, which end before line `bodyLine`. Undefined if there is none. */
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

/** In lines, blank ones included. */
const MOST_LINES = 100

/** In characters. A longer line is prose. */
const LONGEST_LINE = 120

/**
 * Splits a name and a value, with any marks around them: `#+DRAFT: true`, `- **Status**: draft`, `draft:: yes`.
 * Undefined for other lines.
 */
function readLoosePair(line: string): { readonly name: string; readonly value: string } | undefined {
  if (line.length > LONGEST_LINE) return undefined
  const [, name, rest] =
    /^[^\p{L}`<]*(?:<!--\s*)?([\p{L}][\p{L}\p{M}\p{N}_-]*)["'*_?]*\s*[:=：]+(.*)$/u.exec(line) ?? []
  if (name === undefined || rest === undefined) return undefined
  const [first = ''] = rest.split(/[,}]|-->/)
  return { name, value: first.replaceAll(/^[\s"'*_]+|[\s"'*_;]+$/g, '') }
}

/** File tags of Org and Emacs, and others. */
const GROUPS = /^(?:file|hugo_)?tags$|^keywords$|^categor(?:y|ies)$/i

function isWritten(name: string, value: string): boolean {
  if (GROUPS.test(name) && value.split(':').some((tag) => isGroupMark(tag.trim()))) return true
  if (value === '' || (switchValue(value) === undefined && !isHidingValue(value))) return false
  const isAbout = WITHHOLDING_NAMES.has(name.toLowerCase()) || meaningOfName(name, true) !== 'nothing'
  return isAbout && isWish(name, value)
}

/** HTML tags. Real pages have fewer before their text. */
const MOST_TAGS = 200

/** Finds a `<meta>` that withholds the page, as Pelican reads it, or says `noindex`. Undefined if there is none. */
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
