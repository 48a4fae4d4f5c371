import { functionWordsOf } from './function-words.ts'
import { monthNumber } from './month-names.ts'

/**
 * A possible end of a sentence: a stop with the quotes and brackets that close after it, then white space. Scripts
 * without spaces need none.
 */
const STOP =
  /(?<![\p{Sentence_Terminal}…])[\p{Sentence_Terminal}…]+(?:[\u00A0\u202F ](?=[»›])|[\p{Pe}\p{Pf}\p{Pi}"'])*(?=\s|$)|[。！？｡]+[\p{Pe}\p{Pf}"']*/gu
/** In characters. Longer than any word that a stop can belong to. */
const WORD_LENGTH = 80

/** The text after one of these decides whether its stop also ends a sentence: `U.S.`, `S.p.A.`, `Inc.`. */
const ACRONYM =
  /^(?:\p{L}{1,3}\.)+\p{L}{1,2}$(?<!^[ap]\.m)|^(?:inc|ltd|corp|co|bros|jr|sr|spa|srl|ave|blvd|rd)$/iu
const INITIAL = /^\p{L}$/u

/**
 * Splits a text into sentences, each trimmed, in order; only white space is dropped. A sentence ends where a reader
 * would see its end: not after `sig.`, an initial, `am 3.` or a stop before a lower-case letter. `language` is a BCP 47
 * tag. Intl.Segmenter is not used: it knows no abbreviations, and its rules depend on the ICU version.
 */
export function splitSentences(text: string, language?: string): readonly string[] {
  return text.split(/\n[^\S\n]*\n/).flatMap((paragraph) => splitParagraph(paragraph, language))
}

function splitParagraph(text: string, language: string | undefined): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length
    const stop = match[0]
    const before = text.slice(Math.max(start, match.index - WORD_LENGTH), match.index)
    const after = text.slice(end)
    if (!isEnd(before, stop, after, language)) continue
    sentences.push(text.slice(start, end))
    start = end
  }
  return [...sentences, text.slice(start)]
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function isEnd(before: string, stop: string, after: string, language: string | undefined): boolean {
  if (!/[\p{L}\p{N}]/u.test(before)) return false
  const next = after.trimStart()
  if (/^[\p{Ps}\p{Pi}"'¿¡]*\p{Ll}/u.test(next) || /^[,;:)]/.test(next)) return false
  if (stop !== '.') return true
  const word = /[\p{L}\p{N}\p{M}.°ª/-]*$/u.exec(before)?.[0] ?? ''
  const numbered = /^\p{N}/u.test(next)
  if (/^\d+$/.test(word)) return isEndAfterNumber(before, word, next, language)
  const { titles, references } = abbreviationsOf(language)
  if (references.has(word.toLowerCase()) && numbered) return false
  if (titles.has(word.toLowerCase())) return next === ''
  if (INITIAL.test(word) || ACRONYM.test(word)) {
    return next === '' || !/^[\p{Lu}\p{N}]/u.test(next) || opensSentence(next, language)
  }
  return true
}

/** `1.` may number an item, or be an ordinal in German and other languages: `am 3. März`, `der 2. Weltkrieg`. */
function isEndAfterNumber(
  before: string,
  number: string,
  next: string,
  language: string | undefined,
): boolean {
  if (before.trim() === number) return false
  if (number.length > 2) return true
  if (monthNumber(/^\p{L}+/u.exec(next)?.[0] ?? '') !== undefined) return false
  const ordinals = /^(?:de|da|nb|nn|no|fi|is|cs|sk|pl|hu|hr|sl|sr|bs|et|lv|tr)\b/.test(language ?? '')
  return !ordinals || next === '' || opensSentence(next, language)
}

/**
 * Whether a text begins with a function word that is capitalised only because it begins a sentence, not as part of a
 * name: `Le Pen`.
 */
function opensSentence(text: string, language: string | undefined): boolean {
  const word = /^[\p{L}\p{M}]+['’]?/u.exec(text)?.[0] ?? ''
  // In German every noun is capitalised, and name particles are not.
  const name = !/^de\b/.test(language ?? '') && /^\s+\p{Lu}/u.test(text.slice(word.length))
  return !name && functionWordsOf(language).all.has(word.toLowerCase().replaceAll('’', "'"))
}

/** The abbreviations of a language, in lower case and without the final stop. */
export interface Abbreviations {
  /** A name follows, so they never end a sentence. */
  readonly titles: ReadonlySet<string>
  /** Only before a number are they abbreviations; otherwise they are words that may end a sentence: `art. 5`, `no. 3`. */
  readonly references: ReadonlySet<string>
}

const TITLES = 'prof dott dr ing mons cfr cf vs fig p.es'
const REFERENCES = [
  'art artt n nn nr num núm núms pág págs pag pagg p pp cap tab tav vol fig lett par no nos sec ch ca est',
  // Months, followed by a day or a year.
  'gen genn feb febb mar apr mag giu lug ago set sett ott nov dic jan jun jul aug sep sept oct dec',
  'janv févr avr juil déc mär okt dez ene abr fev out',
].join(' ')

const LANGUAGE_TITLES: Readonly<Record<string, string>> = {
  it: [
    'sig sigg sigra dottssa profssa avv arch rag geom on sen gen col magg cap ten serg brig rev cav comm uff egr gent spett',
    'ill preg sez es ad.es c.so v.le p.za p.zza loc fraz prov tel dep pres ndr seg segg succ lun mart merc giov ven',
    'sig.ra sig.na sig.ri dott.ssa prof.ssa gent.mo gent.ma ss d.lgs d.p.r d.p.c.m',
  ].join(' '),
  en: 'mr mrs ms mx messrs st mt ft rev hon gov sen rep gen col lt capt cmdr sgt maj adm pres supt atty amb dept e.g i.e viz approx',
  fr: 'mm mme mlle mgr me pr st ste sts env ex chap éd bd av arr dép réf p.ex par.ex gal',
  de: 'hr fr frl dipl mag bzw vgl evtl ggf inkl zzgl sog u.a z.b d.h z.t u.u o.ä v.a bspw str abs hrsg jh mio mrd geb gest verh st',
  es: 'sr sra sres sras srta dña dª da dra lic lcdo excmo excma ilmo ilma gral cnel avda pza p.ej ej aprox dpto fdo sto sta',
  pt: 'sr sra srs sras srta dª dra drs eng arq exmo exma ilmo gen cel ten aprox p.ex sto sta min des',
}

const DEFAULT: Abbreviations = { titles: words(TITLES), references: words(REFERENCES) }
const BY_LANGUAGE = new Map(
  Object.entries(LANGUAGE_TITLES).map(([language, titles]): [string, Abbreviations] => [
    language,
    { ...DEFAULT, titles: words(`${TITLES} ${titles}`) },
  ]),
)

/** Returns the abbreviations of a language (a BCP 47 tag), or those common to most languages if it is unknown. */
export function abbreviationsOf(language: string | undefined): Abbreviations {
  return BY_LANGUAGE.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? DEFAULT
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
