import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Tags,
  visit,
} from 'yaml'
import { MOST_ALIASES } from '../source/bounds.ts'
import type { Position } from '../source/position.ts'
import { tellTooMuch } from './bound-settings.ts'
import { isWishLine } from './looks-like-settings.ts'
import { readPlainYaml } from './plain-yaml.ts'
import {
  isSettingsMap,
  type ParsedSettings,
  type SettingsSource,
  type SyntaxProblem,
} from './settings-source.ts'
import { describeMistake, isStray, mistakeOffset } from './yaml-mistakes.ts'

/**
 * Parses settings in YAML 1.2 (core schema). `firstLine` is the line of the file on which `source` begins. The result
 * is plain data: tags create no objects, and numbers stay texts as written (`1.10`, `007`).
 */
export function parseYamlSettings(source: string, firstLine: number): ParsedSettings {
  const data = tellTooMuch(source) === undefined ? readPlainYaml(source) : undefined
  if (data === undefined) return parseAnyYaml(source, firstLine)
  let whole: SettingsSource | undefined
  const locate: SettingsSource['locate'] = (keys, part) => {
    whole ??= parseAnyYaml(source, firstLine).settings
    return whole?.locate(keys, part)
  }
  return { settings: { data, locate }, problems: [] }
}

/** Does the same with the parser alone. It is slow, and reads all of YAML. */
export function parseAnyYaml(source: string, firstLine: number): ParsedSettings {
  const lines = new LineCounter()
  const problems: SyntaxProblem[] = []
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  const fail = (message: string, at?: Position): ParsedSettings => {
    const problem: SyntaxProblem = { severity: 'error', message, ...(at && { position: at }) }
    return { problems: [...problems, problem] }
  }
  const tooMuch = tellTooMuch(source)
  if (tooMuch !== undefined) return fail(tooMuch, { line: firstLine, column: 1 })
  try {
    const document = parseDocument(source, {
      version: '1.2',
      schema: 'core',
      customTags: withoutNumbers,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
    })
    for (const mistake of [...document.errors, ...document.warnings]) {
      const offset = mistakeOffset(mistake, source)
      const at = position(offset)
      // An error on the rest of a line, or of a block that is indented by mistake, is only a consequence of the first one.
      const isLeftOver = mistake.code === 'UNEXPECTED_TOKEN' || isStray(mistake, source)
      const isFollowing = isLeftOver && problems.length > 0
      if (isFollowing || problems.some((problem) => problem.position?.line === at.line)) continue
      problems.push({
        severity: 'error',
        message: `Cannot read the YAML: ${describeMistake(mistake, offset, source)}`,
        position: at,
      })
    }
    if (problems.length > 0) return { problems }
    const data: unknown = document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {}
    if (isCircular(data))
      return fail(
        'Cannot read the YAML: an alias stands within what it names. Write out what is meant.',
        position(0),
      )
    if (!isSettingsMap(data))
      return fail(
        'Expected settings. Write each on a line of its own, as `title: My first article`.',
        position(0),
      )
    for (const { name, offset } of cutTexts(document, source)) {
      const told = `The ${name} ends at "#": what follows is a comment of YAML. Put the whole ${name} in quotes`
      const mend = 'or the comment on a line of its own.'
      problems.push({ severity: 'stop', message: `${told}, ${mend}`, position: position(offset) })
    }
    for (const { line, offset } of swallowedWishes(document, source)) {
      const told = `"${line}" looks like a setting, and belongs to the text before it.`
      const mend = 'Begin its line where the other settings begin, and write it as key: value.'
      problems.push({ severity: 'error', message: `${told} ${mend}`, position: position(offset) })
    }
    return { settings: { data, locate: locator(document, position) }, problems }
  } catch (cause) {
    // An alias bomb, or nesting that overflows the parser's stack.
    const reason = cause instanceof ReferenceError ? 'its aliases multiply' : 'it is nested too deeply'
    return fail(`Cannot read the YAML: ${reason}. Write it with fewer of them.`, {
      line: firstLine,
      column: 1,
    })
  }
}

/** The core schema without the tags that would turn `1.10` into 1.1. */
function withoutNumbers(tags: Tags): Tags {
  return tags.filter((tag) => typeof tag !== 'object' || !/:(?:int|float)$/.test(tag.tag))
}

function locator(document: Document, position: (offset: number) => Position): SettingsSource['locate'] {
  return (keys, part) => {
    for (let length = keys.length; length > 0; length -= 1) {
      const offset = offsetOf(document, keys.slice(0, length), length === keys.length ? part : 'value')
      if (offset !== undefined) return position(offset)
    }
    return undefined
  }
}

function offsetOf(
  document: Document,
  keys: readonly PropertyKey[],
  part: 'name' | 'value',
): number | undefined {
  const parent = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true)
  const last = keys.at(-1)
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => (isScalar(key) ? key.value : key) === last)
    : undefined
  const value = pair?.value ?? (isCollection(parent) ? parent.get(last, true) : undefined)
  const node = part === 'name' ? pair?.key : (value ?? pair?.key)
  return isNode(node) ? node.range?.[0] : undefined
}

/** Whether a value contains itself, through an alias inside its own anchor. */
function isCircular(value: unknown, above: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false
  return above.includes(value) || Object.values(value).some((each) => isCircular(each, [...above, value]))
}

/** Texts for readers. A writer who puts `#` after other texts may well mean a comment. */
const READ_TEXTS: ReadonlySet<string> = new Set(['title', 'subtitle', 'summary', 'description', 'excerpt'])

/**
 * Finds texts in which a `#` after a space has begun a comment (YAML 1.2 §6.6), although the writer may mean it as
 * text: `Episode #12`.
 */
function cutTexts(
  document: Document,
  source: string,
): readonly { readonly name: string; readonly offset: number }[] {
  const pairs = isMap(document.contents) ? document.contents.items : []
  return pairs.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value).toLowerCase() : ''
    if (!READ_TEXTS.has(name) || !isScalar(value) || value.type !== 'PLAIN' || !value.range) return []
    const [, end] = value.range
    const mark = source.slice(end, source.indexOf('\n', end) + 1 || undefined).search(/\S/)
    return mark > 0 && source[end + mark] === '#' ? [{ name, offset: end + mark }] : []
  })
}

/**
 * Finds lines of texts, and names, that withhold something by themselves: `title: x` with an indented line `draft =
 * true` below it.
 */
function swallowedWishes(
  document: Document,
  source: string,
): readonly { readonly line: string; readonly offset: number }[] {
  const found: { line: string; offset: number }[] = []
  visit(document, {
    Scalar: (place, { range }) => {
      const [start = 0, end = start] = range ?? []
      const text = source.slice(start, end)
      // A fast path: nearly all texts have one line, and the first line belongs to its key.
      if (!/[:=]/.test(text) || !(place === 'key' || text.includes('\n'))) return
      let offset = start
      for (const [index, line] of text.split('\n').entries()) {
        if ((index > 0 || place === 'key') && isWishLine(line)) found.push({ line: line.trim(), offset })
        offset += line.length + 1
      }
    },
  })
  return found
}
