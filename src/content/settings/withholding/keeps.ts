import { isHidingValue } from './hiding-values.ts'
import { switchValue } from './switch-value.ts'
import { listOf, wordsOf } from './words-of.ts'

/**
 * What the value of a withholding key does: it withholds the `page`, so that the article is a draft; it withholds its
 * `entry` in the feeds; it withholds `nothing`; or it is `unclear`, because the key has no such value.
 */
export type Keeps = 'page' | 'entry' | 'nothing' | 'unclear'

/** For a key that withholds if it is true. */
export const switchedOn =
  (keeps: 'page' | 'entry') =>
  (value: unknown): Keeps => {
    const isOn = switchValue(value)
    return isOn === undefined ? 'unclear' : isOn ? keeps : 'nothing'
  }

/** For a key that withholds if it is false. */
export const switchedOff =
  (keeps: 'page' | 'entry') =>
  (value: unknown): Keeps => {
    if (value === null || value === undefined || value === '') return 'nothing'
    const isOn = switchValue(value)
    return isOn === undefined ? 'unclear' : isOn ? 'nothing' : keeps
  }

/** For a key with a few words as values, each with a meaning. Other values are unclear. */
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

/** Words about the books and films that an article discusses (`reading`, `watched` …), not about the article's state. */
const PASTIMES = listOf(
  'to want currently now read reading watch watching watched play playing played listen listening listened',
)

/**
 * Reads the state of an article as Ghost, WordPress, Nikola and Pelican write it. The date decides what a schedule
 * means: see `readWishes`.
 */
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

/** Reads WordPress's type of a post. Some writers misuse it for the state. */
export function readPostType(value: unknown): Keeps {
  if (value === 'revision' || value === 'nav_menu_item') return 'page'
  return typeof value === 'string' && isHidingValue(value) ? 'unclear' : 'nothing'
}

/** Reads a boolean. Some tools write a date or a group of readers under these names. */
export function readPublished(value: unknown): Keeps {
  if (typeof value !== 'string' || switchValue(value) !== undefined) return switchedOff('page')(value)
  const text = value.trim().toLowerCase()
  if (/\d/.test(text) || PUBLIC_WORDS.has(text)) return 'nothing'
  return isHidingValue(text) ? 'page' : 'unclear'
}

/** For a key that withholds if it has any value, such as a password. */
export function isFilled(value: unknown): Keeps {
  return value === null || value === undefined || value === '' || value === false ? 'nothing' : 'page'
}

/**
 * Reads an instruction to search engines to skip the page. We list every page for them, so the value is unclear and the
 * writer is asked.
 */
export function readRobots(value: unknown): Keeps {
  const texts = Array.isArray(value) ? value : [value]
  const isKept = texts.some((text) => typeof text === 'string' && /noindex|none/i.test(text))
  return isKept ? 'unclear' : 'nothing'
}

/**
 * Reads Eleventy's permalink. `false` means that Eleventy writes no page; a template may compute that; every other
 * value is an address.
 */
export function readPermalink(value: string | boolean): Keeps {
  if (typeof value === 'string' && /\{[{%].*\b(?:false|draft)\b/is.test(value.slice(0, 500))) return 'unclear'
  return value === true || switchValue(value) !== false || value === '' ? 'nothing' : 'page'
}

/** Reads Eleventy's exclusion: `true` or, since Eleventy 3, the names of the collections that exclude the page. */
export function readExclusion(value: unknown): Keeps {
  if (Array.isArray(value)) return value.length > 0 ? 'entry' : 'nothing'
  const isOn = switchValue(value)
  return isOn === false ? 'nothing' : 'entry'
}

/** Whether a value is an empty list. */
export function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Whether a value is a map, whose keys are judged instead. */
export function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
