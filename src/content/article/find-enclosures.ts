import type { Enclosure } from '../../model/article.ts'
import type { Problem } from '../../model/problem.ts'
import { extensionOf } from '../assets/asset-file.ts'
import { typeOfExtension } from '../assets/media-form.ts'
import { tellUnencrypted } from '../html/sanitize-url.ts'
import { durationSetting, type EnclosureReference, lengthSetting } from '../settings/enclosure-setting.ts'
import type { ParsedArticle } from './parsed-article.ts'
import type { References } from './references.ts'

/** The enclosures of an article, and their problems. */
export interface FoundEnclosures {
  readonly enclosures: readonly Enclosure[]
  readonly problems: readonly Problem[]
}

/**
 * Finds the enclosures that an article's front matter lists. Type and length of a local file are its own; for a remote
 * file the front matter gives them, and nothing is fetched.
 */
export function findEnclosures(
  parsedArticle: Pick<ParsedArticle, 'path' | 'settings' | 'locate'>,
  references: Pick<References, 'file'>,
): FoundEnclosures {
  const { path, settings, locate } = parsedArticle
  const problems: Problem[] = []
  const spare = settings.enclosures?.length ? readSpare(parsedArticle, problems) : {}
  const enclosures = (settings.enclosures ?? []).flatMap((each, index) => {
    const written: EnclosureReference = index === 0 ? { ...spare, ...each } : each
    const tell = (severity: Problem['severity'], message: string): void => {
      problems.push({ severity, path, ...locate('enclosures', [index]), message })
    }
    const found = references.file(written.reference)
    if (found === undefined) {
      tell('stop', tellLost(written.reference))
      return []
    }
    // Only a warning, because other software on the host may serve the file to listeners.
    if (found.isMissing) tell('warning', tellLost(written.reference))
    if (found.isUnencrypted) tell('warning', tellUnencrypted(found.url))
    const { title, seconds } = written
    const known = found.file
      ? { type: found.file.type, length: found.file.length }
      : describeRemote(found.url, written, tell)
    return known
      ? { url: found.url, ...known, ...(title && { title }), ...(seconds !== undefined && { seconds }) }
      : []
  })
  return { enclosures, problems }
}

function describeRemote(
  url: string,
  { reference, type = typeOfExtension(extensionOf(new URL(url).pathname)), length }: EnclosureReference,
  tell: (severity: Problem['severity'], message: string) => void,
): Pick<Enclosure, 'type' | 'length'> | undefined {
  if (type === undefined) {
    tell('error', `Cannot tell what "${reference}" is. Write it as { url: ${reference}, type: audio/mpeg }.`)
    return undefined
  }
  if (length !== undefined) return { type, length }
  // RSS 2.0 requires a length. A remote file is not fetched to find it out.
  tell(
    'warning',
    `The length of "${reference}" is not known, and readers show it. Write it in bytes as { url: ${reference}, length: 13654375 }.`,
  )
  return { type }
}

function tellLost(reference: string): string {
  const mend = 'Give the path of an audio, video, picture or PDF file beside the article, or a whole address'
  return `There is no file "${reference}". ${mend}.`
}

/**
 * Reads length and duration from keys beside the enclosure, as podcast themes write them. They belong to the first
 * enclosure.
 */
function readSpare(
  { path, settings, locate }: Pick<ParsedArticle, 'path' | 'settings' | 'locate'>,
  problems: Problem[],
): Pick<EnclosureReference, 'length' | 'seconds'> {
  const read = (
    setting: 'enclosureLength' | 'enclosureDuration',
    schema: typeof lengthSetting,
  ): number | undefined => {
    const written = settings[setting]
    const outcome = written === undefined ? undefined : schema.safeParse(written)
    if (outcome?.success === false) {
      const message = outcome.error.issues[0]?.message ?? ''
      problems.push({ severity: 'error', path, ...locate(setting), message })
    }
    return outcome?.data
  }
  const length = read('enclosureLength', lengthSetting)
  const seconds = read('enclosureDuration', durationSetting)
  return { ...(length !== undefined && { length }), ...(seconds !== undefined && { seconds }) }
}
