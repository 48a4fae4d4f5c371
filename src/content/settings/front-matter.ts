import type { Problem } from '../../model/problem.ts'
import { type FoundSettings, findSettings, MEND_NOTATION, type SettingsSearch } from './find-settings.ts'
import { isCommonKey, looksLikeJsonSettings, looksLikeSettings } from './looks-like-settings.ts'
import { NO_SETTINGS, type ParsedSettings, type SettingsSource } from './settings-source.ts'

/** A text, split into front matter and body. */
export interface FrontMatter {
  /** Absent if the front matter cannot be parsed. */
  readonly settings?: SettingsSource
  /** The result of the search at the beginning of the text, even if it proved not to be settings. */
  readonly found: SettingsSearch['kind']
  readonly body: string
  /** The line of the file on which the body begins. */
  readonly bodyLine: number
  readonly problems: readonly Problem[]
}

/**
 * Splits the front matter off a decoded text and parses it; all kinds of files are treated alike. Front matter is data
 * and is never executed. Text between two rules that is not a map of settings stays text. Text that looks like settings
 * but cannot be parsed is an error, so that settings are never published as text.
 */
export function parseFrontMatter(
  text: string,
  path: string,
  find: (text: string) => SettingsSearch = findSettings,
): FrontMatter {
  const found = find(text)
  const refuse = (line: number, message: string): FrontMatter => ({
    found: found.kind,
    body: text,
    bodyLine: 1,
    problems: [{ severity: 'error', path, line, column: 1, message }],
  })
  if (found.kind === 'refused') return refuse(found.line, found.message)
  const parsed = found.kind === 'found' ? found.parse(found.source, found.firstLine) : undefined
  if (found.kind === 'none' || parsed === undefined || !isMeant(found, parsed))
    return { found: found.kind, settings: NO_SETTINGS, body: text, bodyLine: 1, problems: [] }

  const body = bodyFrom(text, found.bodyLine)
  const again = find === findSettings ? findSettings(body) : undefined
  if (again?.kind === 'found' && isMeant({ ...again, isCertain: false }, again.parse(again.source, 1))) {
    const line = found.bodyLine + again.firstLine - 2
    return refuse(line, `There is front matter twice. Write all of it in one place. ${MEND_NOTATION}`)
  }
  const { settings, problems } = parsed
  return {
    found: found.kind,
    ...(settings && { settings }),
    body,
    bodyLine: found.bodyLine,
    problems: problems.map(({ severity, message, position }) => ({ severity, path, ...position, message })),
  }
}

/**
 * Whether the text that was found is settings: always if only settings can stand there, otherwise depending on its
 * content.
 */
function isMeant({ isCertain, source }: FoundSettings, { settings }: ParsedSettings): boolean {
  if (isCertain) return true
  if (settings !== undefined && Object.keys(settings.data).some(isCommonKey)) return true
  return looksLikeSettings(source) || (source.startsWith('{') && looksLikeJsonSettings(source))
}

function bodyFrom(text: string, line: number): string {
  let at = 0
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', at)
    if (end === -1) return ''
    at = end + 1
  }
  return text.slice(at)
}
