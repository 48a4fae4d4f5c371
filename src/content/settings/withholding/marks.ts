import { isHidingValue } from './hiding-values.ts'
import { NEGATIONS } from './hiding-words.ts'
import { CLOSED, DRAFTS, GUARDED, isNotice, PUT_AWAY } from './mark-words.ts'
import { switchValue } from './switch-value.ts'
import { listOf, plainText, wordsOf } from './words-of.ts'

/** In characters. A longer mark is prose, and so is a longer line. */
const LONGEST_MARK = 40
const LONGEST_LINE = 120

/** Whether a text consists only of a word that marks unfinished or non-public texts. */
function isMark(text: string): boolean {
  if (text.length > LONGEST_MARK) return false
  const whole = wordsOf(text).join(' ')
  return DRAFTS.has(whole) || CLOSED.has(whole)
}

function isDraftMark(text: string): boolean {
  return text.length <= LONGEST_MARK && DRAFTS.has(wordsOf(text).join(' '))
}

/** Prefixes of a state among tags: `status/wip`. */
const STATES = listOf('status state stage workflow visibility access')

/** Whether a tag or a section marks a text that is not for everyone: `draft`, `#private`, `status/in-review`. */
export function isGroupMark(group: string): boolean {
  if (group.length > LONGEST_LINE) return false
  const [first = '', ...others] = group.split(/[/:=]/)
  const isState = STATES.has(wordsOf(first).join(' '))
  return isMark(first) || others.some((each) => isMark(each) || (isState && isHidingValue(each.trim())))
}

/** Bracketed marks before a line, `[DRAFT] On bees` or `<!-- draft -->`, and after it, `On bees (draft)`. */
const BRACKETED_BEFORE: readonly RegExp[] = [
  /^(?:#{1,6}\s+)?[[({]{1,2}\s*([^[\](){}]{2,20}?)\s*[\])}]{1,2}(?![:(])/,
  /^<!--\s*([^-]{2,20}?)\s*-->/,
]
const BRACKETED_BEHIND = /[[({]\s*([^[\](){}]{2,20}?)\s*[\])}]$/

/** Marks beside a line without brackets: `DRAFT: On bees`, `On bees – draft`. */
const LOUD_BEFORE = /^(?:#{1,6}\s+)?([\p{Lu}\p{Lo}]{2,20})\s*(?:[:–—-]\s|$)/u
/** The state that Org writes before a heading: `* DRAFT On bees`. */
const ORG_STATE = /^\*{1,6}\s+(\p{Lu}{2,20})\s/u
const PARTED_BEHIND = /\s[–—-]{1,3}\s([\p{L}]{2,20})$/u

/** Whether a title or a first line says that the text is unfinished or not for everyone. */
export function isMarked(text: string): boolean {
  const line = text.trim()
  const [head, tail] = [line.slice(0, LONGEST_LINE), line.slice(-LONGEST_LINE)]
  const inHead = (mark: RegExp) => mark.exec(head)?.[1] ?? ''
  const inTail = (mark: RegExp) => mark.exec(tail)?.[1] ?? ''
  return (
    BRACKETED_BEFORE.some((mark) => isMark(inHead(mark))) ||
    isMark(inTail(BRACKETED_BEHIND)) ||
    isDraftMark(inHead(LOUD_BEFORE)) ||
    isDraftMark(inHead(ORG_STATE)) ||
    isDraftMark(inTail(PARTED_BEHIND)) ||
    hasMarkedTag(line) ||
    (line.length <= LONGEST_LINE && isNotice(line))
  )
}

/** Whether a line consists of tags, one of which is a mark: `#bees #draft`. */
function hasMarkedTag(line: string): boolean {
  const tags = line.length <= LONGEST_LINE && line.startsWith('#') ? line.split(/\s+/) : []
  return tags.every((tag) => /^#[^#]/.test(tag)) && tags.some(isGroupMark)
}

/** What sets a mark off from a text: comments, tags, Markdown, quotes, symbols such as `🔒` and `:warning:`. */
const SET_OFF_BY =
  /<!--|-->|<\/?\w{1,10}>|:\w{1,30}:|[*_~=>[\](){}!"'.:«»“”]|\p{Extended_Pictographic}|\uFE0F/gu

/** Whether a line consists only of a mark that is set off: `**Draft**`, `> PRIVATE`, `[!draft]`. */
export function isSetOff(line: string): boolean {
  if (line.length > LONGEST_LINE || /^\s*[-*+]\s/.test(line)) return false
  const text = line.replace(/^\s*#{1,6}\s/, '').trim()
  const bare = text.replaceAll(SET_OFF_BY, '').trim()
  return isMark(bare) && (bare !== text || bare === bare.toUpperCase())
}

/** In characters. A text about a word uses the word within them. */
const BEGINNING = 4000

function speaksOf(text: string, word: string): boolean {
  return plainText(text.slice(0, BEGINNING)).toLowerCase().includes(word)
}

/** Marks of languages in which a title has a capital after the mark. Before a small letter the word is part of a headline. */
const CAPITALISED = listOf(
  `draft drafts unlisted unpublished private hidden confidential protected entwurf entwürfe vertraulich
  unveröffentlicht geschützt privat`,
)

/**
 * Whether a title begins with a mark, as in `Draft: Bees`. A headline may begin with the same word (`Draft: How horses
 * pull`). It is a headline if the text uses the word, or if the part after the colon is not a title of its own.
 */
export function isLabelled(title: string, text: string): boolean {
  const [, label = '', rest = ''] =
    /^(?:#{1,6}\s+)?(\p{L}{2,20})\s?[:：]\s*(\S)/u.exec(title.slice(0, LONGEST_LINE)) ?? []
  const [word = ''] = wordsOf(label)
  const isLoud = label === label.toUpperCase()
  if (!isLoud && CAPITALISED.has(word) && /^\p{Ll}/u.test(rest)) return false
  return (isMark(word) || GUARDED.has(word)) && !speaksOf(text, word)
}

/** Words that stand beside such a word in the name of a folder. */
const AROUND = listOf('my our old new all')

/**
 * Returns the part of a path that marks its article: a folder, a part of a name between dots, or the first or last word
 * of the file's name. Such a word may belong to the title (`draft-horses.md`), so it does not count if `told`, the
 * title or else the text, uses it. Undefined if there is no mark.
 */
export function markOfPath(path: string, told: string): string | undefined {
  const [name = '', ...folders] = path.split('/').toReversed()
  const [first = '', ...dotted] = name.split('.').slice(0, -1)
  return [...dotted, ...folders].find(isPutAway) ?? (isMarkedName(first, told) ? first : undefined)
}

function isPutAway(folder: string): boolean {
  const words = wordsOf(folder.slice(0, LONGEST_LINE)).filter(
    (word) => !/^\p{N}+$/u.test(word) && !AROUND.has(word),
  )
  return isMark(words.join(' ')) || PUT_AWAY.has(words.join(''))
}

function isMarkedName(name: string, told: string): boolean {
  const words = wordsOf(name.slice(0, LONGEST_LINE)).filter((word) => !/^\p{N}+$/u.test(word))
  if (words.some((word) => NEGATIONS.has(word) || switchValue(word) === false)) return false
  return [words.at(0), words.at(-1)].some((word = '') => isDraftMark(word) && !speaksOf(told, word))
}
