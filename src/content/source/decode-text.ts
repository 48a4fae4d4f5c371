import { boundMarks } from '../../model/bound-marks.ts'
import { dropIllegal, ILLEGAL_CHARACTERS } from '../../model/escape.ts'
import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { findControl, meantBy } from './control-characters.ts'
import { positionAt } from './position.ts'
import { recogniseWideEncoding } from './wide-encoding.ts'

/** The text of a seed, ready to be parsed. */
export interface DecodedText {
  /** In NFC, with `\n` line ends, without a byte order mark; all characters are legal in XML 1.0. */
  readonly text: string
  readonly problems: readonly Problem[]
  /** Whether the encoding is unknown. Other problems of the text then follow from the wrong encoding. */
  readonly isGuess?: true
}

const lenient = new TextDecoder()

/**
 * Decodes a seed as UTF-8, or as UTF-16 if its byte order mark says so (Unicode §23.8). Another encoding is an error,
 * which names the encoding or the first wrong byte. The text is returned all the same, so that one run finds the other
 * mistakes too.
 */
export function decodeText(seed: Seed): DecodedText {
  const problems: Problem[] = []
  const wide = recogniseWideEncoding(seed.bytes)
  const written = (wide?.text ?? lenient.decode(seed.bytes)).replaceAll(/\r\n?/g, '\n')
  if (wide?.error !== undefined) {
    const message = `This is ${wide.error}. Save the file as UTF-8.`
    return {
      // Other problems would only follow from the wrong encoding.
      isGuess: true,
      text: boundMarks(dropIllegal(written)).normalize('NFC'),
      problems: [{ severity: 'error', path: seed.path, line: 1, column: 1, message }],
    }
  }
  const isBroken = wide === undefined && written.includes('\uFFFD')
  const broken = isBroken ? firstBrokenByte(seed.bytes) : undefined
  if (broken !== undefined) {
    const before = lenient.decode(seed.bytes.subarray(0, broken)).replaceAll(/\r\n?/g, '\n')
    const byte = seed.bytes[broken] ?? 0
    problems.push({
      severity: 'error',
      path: seed.path,
      ...positionAt(before, before.length),
      message: `Not UTF-8: the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} at offset ${broken} begins no character. Save the file as UTF-8.`,
    })
  }
  for (const match of written.matchAll(ILLEGAL_CHARACTERS)) {
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    problems.push({
      severity: 'warning',
      path: seed.path,
      ...positionAt(written, match.index),
      message: `The character U+${code} is illegal in feeds and was left out.`,
    })
    if (problems.length >= MOST_PROBLEMS) break
  }
  const control = tellControl(seed.path, written)
  if (control) problems.push(control)
  return { text: boundMarks(dropIllegal(written)).normalize('NFC'), problems }
}

/** Returns one warning for the control characters of a text. Undefined if there are none. */
function tellControl(path: string, written: string): Problem | undefined {
  const found = findControl(written)
  if (found === undefined) return undefined
  const code = found.control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const meant = meantBy(found.control)
  const told =
    meant === '' ? 'is left out' : `is published as "${meant}", which has this number in windows-1252`
  const message = `The control character U+${code} ${told}. Write what is meant, here and where there are others.`
  return { severity: 'warning', path, ...positionAt(written, found.index), message }
}

/** A binary file with a text file's extension would otherwise hide all other messages. */
const MOST_PROBLEMS = 20

/** Returns the offset of the first byte that is not UTF-8. Undefined if there is none. */
function firstBrokenByte(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined
  // In streaming mode the decoder accepts a character that is cut off at the end. So if a prefix is invalid, every
  // longer prefix is invalid too, and a binary search finds the first one.
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  // The invalid character begins at most three bytes before the end of the longest valid prefix.
  let start = good
  while (start > 0 && !isUtf8(bytes.subarray(0, start))) start -= 1
  return start
}

function isUtf8(bytes: Uint8Array, stream = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}
