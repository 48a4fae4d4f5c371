import { isSettingsMap, type SettingsSource } from '../settings/settings-source.ts'
import { isHidingValue, meaningOfName } from './hiding-words.ts'
import { isLayoutKey, isTemplateKey } from './layout-keys.ts'
import { switchValue } from './switch-value.ts'
import { type Keeps, WITHHOLDING_KEYS } from './withholding-keys.ts'

/** Where a setting lies: the names of the maps around it, and its own. */
export type KeyPath = readonly string[]

/** What settings say about who may read the article. */
export interface Wishes {
  /** The key that keeps the page back. */
  readonly page?: KeyPath
  /** The key that keeps the entry out of the feeds. */
  readonly entry?: KeyPath
  /** Keys that may be meant to keep something back, and that we do not understand. */
  readonly unclear: readonly KeyPath[]
}

/** Maps in which tools let people write keys of their own: what holds outside holds within. */
const CONTAINERS: ReadonlySet<string> = new Set([
  ...[
    'extra',
    'params',
    'custom',
    'metadata',
    'eleventycomputed',
    'frontmatter',
    'settings',
    'options',
    'page',
    'post',
  ],
])

const ROWS: ReadonlyMap<string, (value: unknown) => Keeps> = new Map(
  WITHHOLDING_KEYS.flatMap(({ keys, read }) => keys.map((key) => [key, read] as const)),
)

/** The first names of all keys of the table: none of them is unknown. */
export const WITHHOLDING_NAMES: ReadonlySet<string> = new Set(
  [...ROWS.keys()].map((key) => key.split('.')[0] ?? key),
)

/** A schedule keeps nothing back by itself where a date says when it ends. */
const SCHEDULES: ReadonlySet<string> = new Set(['scheduled', 'future'])

/** Nobody nests settings deeper. */
const DEEPEST = 8

/**
 * Finds in settings, with their names in lower case, all that keeps the article or its entry back, in whatever map it
 * lies. `isKnown` tells the keys of ours that mean something else, and `isDated` whether a date is written. An explicit
 * `draft: false` settles what is unclear: its writer has looked at it.
 */
export function readWishes(
  { data, spell = (keys) => keys }: Pick<SettingsSource, 'data' | 'spell'>,
  isKnown: (name: string) => boolean,
  isDated = false,
): Wishes {
  const found: { readonly keys: KeyPath; readonly keeps: Keeps }[] = []
  const judge = (keys: KeyPath, value: unknown): void => {
    const name = nameWithin(keys)
    const row = ROWS.get(name)
    const isScheduled = isDated && typeof value === 'string' && SCHEDULES.has(value.trim().toLowerCase())
    if (row) found.push({ keys, keeps: isScheduled ? 'nothing' : row(value) })
    const last = String(spell(keys).at(-1) ?? '')
    const isOurs = isKnown(name) || isLayoutKey(name)
    if (row === undefined && !isOurs) found.push({ keys, keeps: guess(last, value) })
    if (isTemplateKey(name) && typeof value === 'string' && isHidingValue(value))
      found.push({ keys, keeps: 'unclear' })
    if (isOurs && row === undefined) return
    walk(keys, value)
  }
  const walk = (keys: KeyPath, value: unknown): void => {
    if (keys.length >= DEEPEST) return
    for (const each of Array.isArray(value) ? value : [value]) {
      if (!isSettingsMap(each)) continue
      for (const [name, inner] of Object.entries(each)) judge([...keys, name], inner)
    }
  }
  walk([], data)
  const first = (keeps: Keeps) => found.find((each) => each.keeps === keeps)?.keys
  const [page, entry] = [first('page'), first('entry')]
  const isSettled = Object.hasOwn(data, 'draft') && data['draft'] !== null
  const unclear = isSettled ? [] : found.filter(({ keeps }) => keeps === 'unclear').map(({ keys }) => keys)
  return { ...(page && { page }), ...(entry && { entry }), unclear }
}

/** What a key that no table knows may mean: a wish that is not understood, or none. */
function guess(name: string, value: unknown): Keeps {
  const isOn = switchValue(value)
  const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
  if (texts.some(isHidingValue)) return 'unclear'
  const isUnset = value === null || value === ''
  switch (meaningOfName(name)) {
    case 'hidden':
      return isOn === false ? 'nothing' : 'unclear'
    case 'shown':
      return isOn === false && !isUnset ? 'unclear' : 'nothing'
    case 'timed':
      return isOn === undefined ? 'unclear' : 'nothing'
    case 'nothing':
      return 'nothing'
  }
}

/** The name of a key as the tables have it, without the maps in which people write keys of their own. */
function nameWithin(keys: KeyPath): string {
  const first = keys.findIndex((key, index) => index === keys.length - 1 || !CONTAINERS.has(key))
  return keys.slice(first).join('.')
}
