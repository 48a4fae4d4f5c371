import { isSettingsMap, type SettingsSource } from '../settings-source.ts'
import { isHidingValue, isOfFew, isOpen, isUnfinished, isWorded } from './hiding-values.ts'
import type { Keeps } from './keeps.ts'
import { isGroupKey, isLayoutKey, isSeenThrough, isTemplateKey } from './layout-keys.ts'
import { isGroupMark } from './marks.ts'
import { isDirected, isStage, meaningOfName } from './name-meaning.ts'
import { switchValue } from './switch-value.ts'
import { WITHHOLDING_KEYS } from './withholding-keys.ts'
import { wordsOf } from './words-of.ts'

/** The path of a setting: the names of the maps around it, and its own. */
export type KeyPath = readonly string[]

/** What settings say about who may read the article. */
export interface Wishes {
  /** The key that withholds the page. */
  readonly page?: KeyPath
  /** The key that withholds the feed entry. */
  readonly entry?: KeyPath
  /** Keys that may be meant to withhold something but are not understood. */
  readonly unclear: readonly KeyPath[]
}

/** Maps for a writer's own keys. Keys in them count like keys outside of them. */
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

/** Whether a map with this name, in lower case, holds settings like those outside of it. */
export function isContainer(name: string): boolean {
  return CONTAINERS.has(name)
}

const ROWS: ReadonlyMap<string, (value: unknown) => Keeps> = new Map(
  WITHHOLDING_KEYS.flatMap(({ keys, read }) => keys.map((key) => [key, read] as const)),
)

/** The first parts of all names in the table. None of them is an unknown key. */
export const WITHHOLDING_NAMES: ReadonlySet<string> = new Set(
  [...ROWS.keys()].map((key) => key.split('.')[0] ?? key),
)

/** States of a schedule. They withhold nothing if a date says when the schedule ends. */
const SCHEDULES: ReadonlySet<string> = new Set(['scheduled', 'future'])

/** Booleans under whose names some writers put a date. `published` is not among them, because its date is the article's. */
const DATED: ReadonlySet<string> = new Set(['publish', 'public', 'visible', 'listed'])

/** Whether `draft` has a value. The writer has then decided, so unclear settings are no question. */
export function isSettled({ data }: Pick<SettingsSource, 'data'>): boolean {
  return Object.hasOwn(data, 'draft') && data['draft'] !== null
}

/** Whether a key with this value withholds something, or may be meant to. */
export function isWish(name: string, value: string): boolean {
  const spell = () => [name]
  const { page, entry, unclear } = readWishes({ data: { [name.toLowerCase()]: value }, spell }, () => false)
  return page !== undefined || entry !== undefined || unclear.length > 0
}

/** What is known about the article's date. */
export interface DateContext {
  /** Whether a date is written. */
  readonly isDated: boolean
  /** Whether a written moment is later than the article's date, so that the article would appear before that moment. */
  readonly isAhead: (written: string) => boolean
}

const UNDATED: DateContext = { isDated: false, isAhead: () => true }

/** Settings are never nested deeper. */
const DEEPEST = 8

/**
 * Finds all settings that withhold the article or its feed entry, in any map. Names must be in lower case. `isKnown`
 * recognises our own keys, which have other meanings. An explicit `draft` settles unclear settings, because the writer
 * has decided.
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

/** Returns the tags or sections of a list, or of a text with commas. */
function groupsOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : []
  return all.filter((each) => typeof each === 'string')
}

/** Guesses whether an unknown key may be meant to withhold something. */
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

/** Whether a text names a later moment, or is meant to: `publish_on: when it is ready`. */
function isLater(name: string, text: string, isAhead: DateContext['isAhead']): boolean {
  return /\d{4}/.test(text) ? isAhead(text) : wordsOf(name).some((word) => /^(?:publish|schedule)/.test(word))
}

/** Whether a key is in a writer's map about something else. */
function isOther(keys: KeyPath): boolean {
  return keys.length > 1 && !CONTAINERS.has(keys.at(-2) ?? '')
}

/** Returns the name of a key as in the tables, without the maps for a writer's own keys. */
function nameWithin(keys: KeyPath): string {
  const first = keys.findIndex((key, index) => index === keys.length - 1 || !CONTAINERS.has(key))
  return keys.slice(first).join('.')
}
