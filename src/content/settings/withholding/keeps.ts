import { isHidingValue } from './hiding-values.ts'
import { switchValue } from './switch-value.ts'
import { listOf, wordsOf } from './words-of.ts'

/**
 * What a value of one of these keys keeps back: the `page`, so that the article is a draft; its `entry` in the feeds;
 * `nothing`; or `unclear` where the value is none that the key has.
 */
export type Keeps = 'page' | 'entry' | 'nothing' | 'unclear'

/** For a key that keeps back where it is switched on. */
export const switchedOn =
  (keeps: 'page' | 'entry') =>
  (value: unknown): Keeps => {
    const isOn = switchValue(value)
    return isOn === undefined ? 'unclear' : isOn ? keeps : 'nothing'
  }

/** For a key that keeps back where it is switched off. */
export const switchedOff =
  (keeps: 'page' | 'entry') =>
  (value: unknown): Keeps => {
    if (value === null || value === undefined || value === '') return 'nothing'
    const isOn = switchValue(value)
    return isOn === undefined ? 'unclear' : isOn ? 'nothing' : keeps
  }

/** A few words with a meaning each; the rest is unclear. */
export const oneOf =
  (words: Readonly<Partial<Record<Keeps, readonly string[]>>>) =>
  (value: unknown): Keeps => {
    const text = String(value ?? '')
      .trim()
      .toLowerCase()
    const [meaning] = Object.entries(words).find(([, each]) => each.includes(text)) ?? []
    if (meaning === 'page' || meaning === 'entry' || meaning === 'nothing') return meaning
    return text === '' ? 'nothing' : 'unclear'
  }

const PUBLIC_WORDS: ReadonlySet<string> = new Set([
  ...[
    'published',
    'publish',
    'public',
    'live',
    'online',
    'released',
    'final',
    'finished',
    'done',
    'complete',
  ],
  ...[
    'completed',
    'active',
    'ready',
    'approved',
    'open',
    'everyone',
    'all',
    'visible',
    'listed',
    'featured',
    'evergreen',
    'seedling',
    'budding',
    'stable',
    'updated',
  ],
  ...['pubblicato', 'pubblico', 'veröffentlicht', 'publié', 'publicado'],
])

/** What people do with the books and films that they write about: it is no state of their text. */
const PASTIMES = listOf(
  'to want currently now read reading watch watching watched play playing played listen listening listened',
)

/** The state of an article as Ghost, WordPress, Nikola and Pelican write it. A schedule is the date's affair: see `readWishes`. */
export function readStatus(value: unknown): Keeps {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value !== 'string') return switchedOff('page')(value)
  const text = value.trim().toLowerCase()
  const words = wordsOf(text)
  const isPastime = words.length > 0 && words.every((word) => PASTIMES.has(word))
  if (PUBLIC_WORDS.has(text) || isPastime) return 'nothing'
  if (text === 'unlisted') return 'entry'
  if (['scheduled', 'future', 'sent', 'inherit', 'auto-draft', 'trash', 'pending'].includes(text))
    return 'page'
  return words.length > 0 && isHidingValue(text) ? 'page' : 'unclear'
}

/** What WordPress exports beside articles; some write there what they mean by a status. */
export function readPostType(value: unknown): Keeps {
  if (value === 'revision' || value === 'nav_menu_item') return 'page'
  return typeof value === 'string' && isHidingValue(value) ? 'unclear' : 'nothing'
}

/** A switch. Others write a date under some of these names, or who may read. */
export function readPublished(value: unknown): Keeps {
  if (typeof value !== 'string' || switchValue(value) !== undefined) return switchedOff('page')(value)
  const text = value.trim().toLowerCase()
  if (/\d/.test(text) || PUBLIC_WORDS.has(text)) return 'nothing'
  return isHidingValue(text) ? 'page' : 'unclear'
}

/** For a key that keeps back by holding anything, as a password does. */
export function isFilled(value: unknown): Keeps {
  return value === null || value === undefined || value === '' || value === false ? 'nothing' : 'page'
}

/** Search engines are to pass over the page: we tell them of every page, so that the writer is asked. */
export function readRobots(value: unknown): Keeps {
  const texts = Array.isArray(value) ? value : [value]
  const isKept = texts.some((text) => typeof text === 'string' && /noindex|none/i.test(text))
  return isKept ? 'unclear' : 'nothing'
}

/** Eleventy writes no page where the permalink is false; a template may work that out, and everything else is an address. */
export function readPermalink(value: string | boolean): Keeps {
  if (typeof value === 'string' && /\{[{%].*\b(?:false|draft)\b/is.test(value.slice(0, 500))) return 'unclear'
  return value === true || switchValue(value) !== false || value === '' ? 'nothing' : 'page'
}

/** `true`, or since Eleventy 3 the names of the collections that the page is kept out of. */
export function readExclusion(value: unknown): Keeps {
  if (Array.isArray(value)) return value.length > 0 ? 'entry' : 'nothing'
  const isOn = switchValue(value)
  return isOn === false ? 'nothing' : 'entry'
}

/** Whether a value is a list of nothing. */
export function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Whether a value is a map, in which other keys say what is meant. */
export function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
