/** A word of a sentence. In a script without spaces, the text between two punctuation marks. */
export interface Word {
  /** As written, with the punctuation that touches it. */
  readonly text: string
  /** The offset of its end in the sentence. */
  readonly end: number
  /** In lower case, without the punctuation around it. */
  readonly core: string
  /** The part that decides its role: its elided article or preposition (`dell'`) if it has one, otherwise the core. */
  readonly opener: string
  readonly capital: boolean
  /** The separator after it, or before the next word: one of `, ; : – ( 、`. */
  readonly mark?: ',' | ';' | ':' | '–' | '(' | '、'
}

const WORD = /[^\s，、；：،؛]+[，、；：،؛]*|[，、；：،؛]+/gu
const MARKS: Readonly<Record<string, Exclude<Word['mark'], undefined>>> = {
  ',': ',',
  '，': ',',
  '،': ',',
  ';': ';',
  '；': ';',
  '؛': ';',
  ':': ':',
  '：': ':',
  '、': '、',
  '–': '–',
  '—': '–',
  '-': '–',
  '(': '(',
  '（': '(',
}

/** Splits a sentence into words, in order. */
export function readWords(sentence: string): readonly Word[] {
  const matches = [...sentence.matchAll(WORD)]
  return matches.map((match, index) => {
    const text = match[0]
    const bare = text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}%'’]+$/gu, '')
    const core = bare.toLowerCase().replaceAll('’', "'")
    const opener = /^\p{L}{1,6}'(?=.)/u.exec(core)?.[0] ?? core
    const mark = markAfter(text, matches[index + 1]?.[0] ?? '')
    return {
      text,
      end: match.index + text.length,
      core,
      opener,
      capital: /^\p{Lu}/u.test(bare),
      ...(mark && { mark }),
    }
  })
}

function markAfter(text: string, next: string): Word['mark'] {
  const last = MARKS[text.slice(-1)]
  if (last !== undefined && last !== '(')
    return text === '-' || last !== '–' || /^[–—]$/u.test(text) ? last : undefined
  if (/^[–—-]+$/u.test(next)) return '–'
  return /^[(（]/.test(next) ? '(' : undefined
}
