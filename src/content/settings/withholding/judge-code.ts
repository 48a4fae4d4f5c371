import type { Problem } from '../../../model/problem.ts'
import { isHidingValue } from './hiding-values.ts'
import { meaningOfName } from './name-meaning.ts'
import { isWish, WITHHOLDING_NAMES } from './read-wishes.ts'
import { wordsOf } from './words-of.ts'

/** A name with its value, as far as a line of code tells it. */
const PAIR =
  /["'[]{0,3}([\p{L}_$][\p{L}\p{N}_$-]{0,60})["'\]]{0,3}\s{0,20}(?::|=(?![=>]))\s{0,20}("[^"\n]{0,500}"|'[^'\n]{0,500}'|`[^`]{0,500}`|[^,{}\n]{0,500})/gu

/** A value that is written out. */
const LITERAL = /^(?:true|false|null|undefined|\d+|"[^"]*"|'[^']*'|`[^`$]*`)\s*;?$/

/** What is taken from elsewhere, where nobody has looked. */
const TAKEN = /\brequire\s*\(|\bimport\b|\.\.\./

/** A line that only has something done, and takes nothing from it: `require('dotenv').config()`. */
const DONE =
  /^[ \t]*(?:import\s*|require\s*\(\s*)["'][^"'\n]{1,200}["']\s*\)?(?:\.config\([^()\n]{0,200}\))?;?[ \t]*$/gm

/** A name that is put together: `["per" + "malink"]`. */
const COMPUTED = /\[[^\][\n]{0,200}[+`$][^\][\n]{0,200}\]\s{0,20}(?::|=(?![=>]))/

/** Code is never run: where it may keep something back, its writer is asked to say so as data. */
export function judgeCode(path: string, text: string, json: string): readonly Problem[] {
  // What says that nothing is kept back is no hint that something is.
  const rest = text
    .replaceAll(DONE, '')
    .replaceAll(PAIR, (pair, name: string, value: string) => (isHarmless(name, value) ? '' : pair))
  const isSuspect =
    TAKEN.test(rest) ||
    COMPUTED.test(text) ||
    [...rest.matchAll(PAIR)].some(mayKeepBack) ||
    wordsOf(rest).some(isHidingValue)
  if (!isSuspect) return []
  const message = `This is code, which is never run, and it may keep articles back. Write what it says as ${json}, which is read instead.`
  return [{ severity: 'stop', path, line: 1, column: 1, message }]
}

function isHarmless(name: string, value: string): boolean {
  return LITERAL.test(value.trim()) && !isWish(name, literal(value))
}

function mayKeepBack([, name = '', value = '']: RegExpExecArray): boolean {
  const isAbout = WITHHOLDING_NAMES.has(name.toLowerCase()) || meaningOfName(name) !== 'nothing'
  // Code, or a list or map that is judged by its own lines.
  return LITERAL.test(value.trim()) ? isWish(name, literal(value)) : isAbout && !/^\s*(?:\[|$)/.test(value)
}

function literal(value: string): string {
  return value.trim().replaceAll(/^["'`]|["'`]?;?$/g, '')
}
