import type { Problem } from '../../../model/problem.ts'
import { isHidingValue } from './hiding-values.ts'
import { meaningOfName } from './name-meaning.ts'
import { isContainer, isWish, WITHHOLDING_NAMES } from './read-wishes.ts'
import { wordsOf } from './words-of.ts'

/** A name with its value in a line of code: `permalink: false`, `data.permalink = false`. */
const PAIR =
  /["'[]{0,3}([\p{L}_$][\p{L}\p{N}_$-]{0,60})["'\]]{0,3}\s{0,20}(?::|=(?![=>]))\s{0,20}("[^"\n]{0,500}"|'[^'\n]{0,500}'|`[^`]{0,500}`|[^,{}\n]{0,500})/gu

/** A literal value. */
const LITERAL = /^(?:true|false|null|undefined|\d+|"[^"\\]*"|'[^'\\]*'|`[^`$\\]*`)\s*;?$/

/** An import or a call that gives the loaded module no name, so that none of its values are used. */
const LOADED =
  /^[ \t]*(?:import[ \t]*["'][^"'\n]*["']|require\(["'][^"'\n]*["']\)(?:\.config\([^()\n]{0,200}\))?)[ \t]*;?[ \t]*$/gm

/** A line with only a comment. */
const COMMENT = /^[ \t]*(?:\/\/.*|\/?\*(?![/\w[])(?:(?!\*\/).)*(?:\*\/)?)$/gm

/** Values that come from other files, which we do not read. */
const TAKEN = /\brequire\s*\(|\bimport\b|\.\.\.|\bexport\s*[*{]/

/** Code that computes names or settings: `["per" + "malink"]`, `data[key] = …`, `\x70ermalink`. */
const MADE =
  /\[(?!\s*["'][^"'\\\]\n]{0,200}["']\s*\])[^[\]\n]{1,200}\]\s*(?::|=(?![=>]))|\\[xu]|\b(?:eval|Function|defineProperty|defineProperties|fromEntries|fromCharCode|fromCodePoint|Reflect|Proxy|atob|parse)\b/

/** Identifiers of the code, not words in its strings. */
const NAME = /(?<![\p{L}\p{N}_$"'`-])[\p{L}_$][\p{L}\p{N}_$]{0,60}(?![\p{L}\p{N}_$-])/gu

/**
 * Judges code, which is never executed. If it may withhold articles, the result is a stop that asks the writer to write
 * the settings as data in the file `json`.
 */
export function judgeCode(path: string, text: string, json: string): readonly Problem[] {
  const said = text.replaceAll(LOADED, '')
  const code = said.replaceAll(COMMENT, '')
  // A setting that withholds nothing is no reason for suspicion.
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
  // The lines of a list or a map are judged one by one.
  return isAbout && !/^\s*(?:\[|$)/.test(value)
}

function literal(value: string): string {
  return value.trim().replaceAll(/^["'`]|["'`]?;?$/g, '')
}
