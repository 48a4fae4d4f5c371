import { isSettingsMap, type SettingsSource } from '../settings-source.ts'
import { isHidingValue, isOfFew, isOpen, isUnfinished, isWorded } from './hiding-values.ts'
import type { Keeps } from './keeps.ts'
import { isGroupKey, isLayoutKey, isSeenThrough, isTemplateKey } from './layout-keys.ts'
import { isGroupMark } from './marks.ts'
import { isDirected, isStage, meaningOfName } from './name-meaning.ts'
import { switchValue } from './switch-value.ts'
import { WITHHOLDING_KEYS } from './withholding-keys.ts'
import { wordsOf } from './words-of.ts'

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

/** Whether a map of this name, in lower case, holds settings as those outside of it. */
export function isContainer(name: string): boolean {
  return CONTAINERS.has(name)
}

const ROWS: ReadonlyMap<string, (value: unknown) => Keeps> = new Map(
  WITHHOLDING_KEYS.flatMap(({ keys, read }) => keys.map((key) => [key, read] as const)),
)

/** The first names of all keys of the table: none of them is unknown. */
export const WITHHOLDING_NAMES: ReadonlySet<string> = new Set(
  [...ROWS.keys()].map((key) => key.split('.')[0] ?? key),
)

/** A schedule keeps nothing back by itself where a date says when it ends. */
const SCHEDULES: ReadonlySet<string> = new Set(['scheduled', 'future'])

/** Switches under which some write the day from which they hold; that of `published` is the date itself. */
const DATED: ReadonlySet<string> = new Set(['publish', 'public', 'visible', 'listed'])

/** Whether somebody has written `draft: false`, or whatever `draft` is: then what is unclear is settled. */
export function isSettled({ data }: Pick<SettingsSource, 'data'>): boolean {
  return Object.hasOwn(data, 'draft') && data['draft'] !== null
}

/** Whether a key with this value keeps something back, or may be meant to, wherever it stands. */
export function isWish(name: string, value: string): boolean {
  const spell = () => [name]
  const { page, entry, unclear } = readWishes({ data: { [name.toLowerCase()]: value }, spell }, () => false)
  return page !== undefined || entry !== undefined || unclear.length > 0
}

/** What is known of the date of the article. */
export interface DateContext {
  /** Whether one is written. */
  readonly isDated: boolean
  /** Whether a moment, as it is written, is later, so that the article would be published before it. */
  readonly isAhead: (written: string) => boolean
}

const UNDATED: DateContext = { isDated: false, isAhead: () => true }

/** Nobody nests settings deeper. */
const DEEPEST = 8

/**
 * Finds in settings, with their names in lower case, all that keeps the article or its entry back, in whatever map it
 * lies. `isKnown` tells the keys of ours that mean something else. An explicit `draft: false` settles what is unclear: its
 * writer has looked at it.
 */
export function readWishes(
  { data, spell = (keys) => keys }: Pick<SettingsSource, 'data' | 'spell'>,
  isKnown: (name: string) => boolean,
  { isDated, isAhead }: DateContext = UNDATED,
): Wishes {
  const found: { readonly keys: KeyPath; readonly keeps: Keeps }[] = []
  const judge = (keys: KeyPath, value: unknown): void => {
    const name = nameWithin(keys)
    const row = ROWS.get(name)
    const isScheduled = isDated && typeof value === 'string' && SCHEDULES.has(value.trim().toLowerCase())
    if (row) found.push({ keys, keeps: isScheduled ? 'nothing' : row(value) })
    if (DATED.has(name) && typeof value === 'string' && DAY.test(value) && isAhead(value))
      found.push({ keys, keeps: 'unclear' })
    const last = String(spell(keys).at(-1) ?? '')
    const isOurs = isKnown(name) || isLayoutKey(name)
    if (row === undefined && !isOurs) found.push({ keys, keeps: guess(last, value, isOther(keys), isAhead) })
    if (isTemplateKey(name) && typeof value === 'string' && isHidingValue(value))
      found.push({ keys, keeps: 'unclear' })
    if (isGroupKey(name) && groupsOf(value).some(isGroupMark)) found.push({ keys, keeps: 'unclear' })
    if (isOurs && row === undefined && !isSeenThrough(name)) return
    walk(keys, value)
  }
  const walk = (keys: KeyPath, value: unknown): void => {
    if (keys.length >= DEEPEST) return
    for (const each of Array.isArray(value) ? value.flat(DEEPEST) : [value]) {
      if (!isSettingsMap(each)) continue
      for (const [name, inner] of Object.entries(each)) judge([...keys, name], inner)
    }
  }
  walk([], data)
  const first = (keeps: Keeps) => found.find((each) => each.keeps === keeps)?.keys
  const [page, entry] = [first('page'), first('entry')]
  const unclear = isSettled({ data })
    ? []
    : found.filter(({ keeps }) => keeps === 'unclear').map(({ keys }) => keys)
  return { ...(page && { page }), ...(entry && { entry }), unclear }
}

/** The tags or sections of a list, or of a text with commas between them. */
function groupsOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : []
  return all.filter((each) => typeof each === 'string')
}

/** What a key that no table knows may mean: a wish that is not understood, or none. */
function guess(name: string, value: unknown, isWithin: boolean, isAhead: DateContext['isAhead']): Keeps {
  return mayKeepBack(name, value, isWithin, isAhead) ? 'unclear' : 'nothing'
}

function mayKeepBack(
  name: string,
  value: unknown,
  isWithin: boolean,
  isAhead: DateContext['isAhead'],
): boolean {
  const isOn = switchValue(value)
  const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
  const isUnset = value === null || value === ''
  const isOff = isOn === false && !isUnset
  const meaning = meaningOfName(name, isWithin)
  const isOffShown = meaning === 'shown' || meaning === 'grant' || meaning === 'nothing'
  if (isOn === false && !isOffShown) return false
  if (!isWorded(name) && texts.some(isHidingValue)) return true
  const isForFew = texts.length > 0 && texts.every(isOfFew)
  if (isStage(name) && texts.some(isUnfinished)) return true
  if (isDirected(name) && (isForFew || isEmptied(value))) return true
  switch (meaning) {
    case 'hidden':
      return !isEmptied(value) && !texts.some((text) => ADDRESS.test(text) || isOpen(text))
    case 'partly hidden':
      return isOn === true || texts.some((text) => DAY.test(text))
    case 'gate':
      return isOn === true || isForFew
    case 'grant':
      return isOff || isForFew
    case 'shown':
      return isOff
    case 'timed':
      return isOn === undefined && texts.some((text) => isLater(name, text, isAhead))
    case 'ending':
      return isOn === undefined && texts.some((text) => /\d{4}/.test(text))
    case 'nothing':
      return false
  }
}

const ADDRESS = /^https?:/i
const DAY = /\d{4}-\d{1,2}-\d{1,2}/

function isEmptied(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** What tells a moment, or is meant to: `publish_on: when it is ready`. */
function isLater(name: string, text: string, isAhead: DateContext['isAhead']): boolean {
  return /\d{4}/.test(text) ? isAhead(text) : wordsOf(name).some((word) => /^(?:publish|schedule)/.test(word))
}

/** Whether a key lies in a map of its writer's own, and is about that. */
function isOther(keys: KeyPath): boolean {
  return keys.length > 1 && !CONTAINERS.has(keys.at(-2) ?? '')
}

/** The name of a key as the tables have it, without the maps in which people write keys of their own. */
function nameWithin(keys: KeyPath): string {
  const first = keys.findIndex((key, index) => index === keys.length - 1 || !CONTAINERS.has(key))
  return keys.slice(first).join('.')
}
