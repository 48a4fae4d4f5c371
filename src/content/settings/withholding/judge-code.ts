import type { Problem } from '../../../model/problem.ts'
import { isHidingValue } from './hiding-values.ts'
import { meaningOfName } from './name-meaning.ts'
import { isContainer, isWish, WITHHOLDING_NAMES } from './read-wishes.ts'
import { wordsOf } from './words-of.ts'

/** A name with its value, as far as a line of code tells it: `permalink: false`, `data.permalink = false`. */
const PAIR =
  /["'[]{0,3}([\p{L}_$][\p{L}\p{N}_$-]{0,60})["'\]]{0,3}\s{0,20}(?::|=(?![=>]))\s{0,20}("[^"\n]{0,500}"|'[^'\n]{0,500}'|`[^`]{0,500}`|[^,{}\n]{0,500})/gu

/** A value that is written out. */
const LITERAL = /^(?:true|false|null|undefined|\d+|"[^"\\]*"|'[^'\\]*'|`[^`$\\]*`)\s*;?$/

/** What is loaded without being given a name: it hands nothing over. */
const LOADED =
  /^[ \t]*(?:import[ \t]*["'][^"'\n]*["']|require\(["'][^"'\n]*["']\)(?:\.config\([^()\n]{0,200}\))?)[ \t]*;?[ \t]*$/gm

/** A line that is nothing but a comment. */
const COMMENT = /^[ \t]*(?:\/\/.*|\/?\*(?![/\w[])(?:(?!\*\/).)*(?:\*\/)?)$/gm

/** What is taken from elsewhere, where nobody has looked. */
const TAKEN = /\brequire\s*\(|\bimport\b|\.\.\.|\bexport\s*[*{]/

/** What makes names or settings that nobody can read off: `["per" + "malink"]`, `data[key] = …`, `\x70ermalink`. */
const MADE =
  /\[(?!\s*["'][^"'\\\]\n]{0,200}["']\s*\])[^[\]\n]{1,200}\]\s*(?::|=(?![=>]))|\\[xu]|\b(?:eval|Function|defineProperty|defineProperties|fromEntries|fromCharCode|fromCodePoint|Reflect|Proxy|atob|parse)\b/

/** Names of the code itself, not the words of its texts. */
const NAME = /(?<![\p{L}\p{N}_$"'`-])[\p{L}_$][\p{L}\p{N}_$]{0,60}(?![\p{L}\p{N}_$-])/gu

/** Code is never run: where it may keep something back, its writer is asked to say so as data. */
export function judgeCode(path: string, text: string, json: string): readonly Problem[] {
  const said = text.replaceAll(LOADED, '')
  const code = said.replaceAll(COMMENT, '')
  // What says that nothing is kept back is no hint that something is.
  const rest = withoutHarmless(code)
  const isSuspect =
    TAKEN.test(rest) ||
    MADE.test(code) ||
    [...rest.matchAll(PAIR)].some(mayKeepBack) ||
    (rest.match(NAME) ?? []).some((name) => WITHHOLDING_NAMES.has(name.toLowerCase())) ||
    wordsOf(withoutHarmless(said)).some(isHidingValue)
  if (!isSuspect) return []
  const message = `This is code, which is never run, and it may keep articles back. Write what it says as ${json}, which is read instead.`
  return [{ severity: 'stop', path, line: 1, column: 1, message }]
}

function withoutHarmless(code: string): string {
  return code.replaceAll(PAIR, (pair, name: string, value: string) => (isHarmless(name, value) ? '' : pair))
}

function isHarmless(name: string, value: string): boolean {
  return LITERAL.test(value.trim()) && !isWish(name, literal(value))
}

function mayKeepBack([, name = '', value = '']: RegExpExecArray): boolean {
  if (LITERAL.test(value.trim())) return isWish(name, literal(value))
  const isAbout =
    WITHHOLDING_NAMES.has(name.toLowerCase()) ||
    isContainer(name.toLowerCase()) ||
    meaningOfName(name) !== 'nothing'
  // A list or map is judged by its own lines.
  return isAbout && !/^\s*(?:\[|$)/.test(value)
}

function literal(value: string): string {
  return value.trim().replaceAll(/^["'`]|["'`]?;?$/g, '')
}
