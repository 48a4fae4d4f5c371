import type { Problem } from '../../../model/problem.ts'
import { isSettingsMap, type SettingsSource } from '../settings-source.ts'
import { mayMatchFile, mayMatchGlob } from './file-patterns.ts'
import { isSettled } from './read-wishes.ts'
import { switchValue } from './switch-value.ts'

/** A site setting by which its tool leaves files out. */
interface Rule {
  readonly keys: readonly PropertyKey[]
  /** Whether it may apply to one of the articles. */
  readonly isMet: (articles: readonly string[]) => boolean
}

type Data = SettingsSource['data']

/**
 * Reports site settings that leave files out and may apply to one of the articles. Each is a stop, because only the
 * tool knows which files they match. A `draft` at the top of the file settles them.
 */
export function tellUnreadRules(
  path: string,
  { data, locate, spell = (keys) => keys }: SettingsSource,
  kind: 'Jekyll config' | 'Hugo config',
  articles: readonly string[],
): readonly Problem[] {
  if (isSettled({ data }) || articles.length === 0) return []
  const rules = kind === 'Hugo config' ? hugoRules(data) : jekyllRules(data)
  return rules
    .filter(({ isMet }) => isMet(articles))
    .map(({ keys }): Problem => {
      const told = `"${spell(keys).map(String).join('.')}" keeps files back, and is not read here: articles that it means would be published.`
      const mend = 'Write draft: true in those articles, and then set draft to false at the top of this file.'
      return { severity: 'stop', path, ...locate(keys, 'name'), message: `${told} ${mend}` }
    })
}

function hugoRules(data: Data): readonly Rule[] {
  const { module, languages } = data
  const mounts = isSettingsMap(module) ? listOf(module['mounts']) : []
  return [
    rule(['ignorefiles'], (articles) => textsOf(data['ignorefiles']).some(mayMatchFile(articles))),
    rule(['disablekinds'], () => textsOf(data['disablekinds']).some((kind) => /^page$/i.test(kind))),
    ...['disablelanguages', 'rendersegments'].map((key) => rule([key], () => isFilled(data[key]))),
    ...mapsOf(languages).map(([language, { disabled }]) =>
      rule(['languages', language, 'disabled'], () => switchValue(disabled) === true),
    ),
    ...mounts
      .filter(isSettingsMap)
      .flatMap((mount, index) =>
        ['excludefiles', 'includefiles', 'files'].map((key) =>
          rule(['module', 'mounts', index, key], () => isOfContent(mount) && isFilled(mount[key])),
        ),
      ),
  ]
}

function isOfContent({ target = 'content' }: Data): boolean {
  return typeof target !== 'string' || /^[./]*content(?:\/|$)/i.test(target)
}

/** The rules of Jekyll, and those of Hexo, whose file has the same name. */
function jekyllRules(data: Data): readonly Rule[] {
  const { encrypt } = data
  const encrypts = isSettingsMap(encrypt) ? isFilled(encrypt['tags']) : switchValue(encrypt) === true
  return [
    ...mapsOf(data['collections']).map(([name, { output }]) =>
      rule(
        ['collections', name, 'output'],
        (articles) =>
          output !== undefined &&
          switchValue(output) === false &&
          articles.some((path) => path.toLowerCase().startsWith(`${name}/`)),
      ),
    ),
    rule(['ignore'], (articles) => textsOf(data['ignore']).some(mayMatchGlob(articles))),
    rule(['encrypt'], () => encrypts),
  ]
}

function rule(keys: Rule['keys'], isMet: Rule['isMet']): Rule {
  return { keys, isMet }
}

function mapsOf(value: unknown): readonly (readonly [string, Data])[] {
  if (!isSettingsMap(value)) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    isSettingsMap(inner) ? [[name, inner] as const] : [],
  )
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Returns the texts of a list, or a single text as a list. */
function textsOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? listOf(value) : [value]
  return all.filter((each) => typeof each === 'string').filter((each) => each.trim() !== '')
}

function isFilled(value: unknown): boolean {
  return isSettingsMap(value)
    ? Object.keys(value).length > 0
    : textsOf(value).length > 0 || listOf(value).length > 0
}
