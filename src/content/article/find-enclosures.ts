import type { Enclosure } from '../../model/article.ts'
import type { Problem } from '../../model/problem.ts'
import { extensionOf } from '../assets/asset-file.ts'
import { typeOfExtension } from '../assets/media-form.ts'
import { durationSetting, type EnclosureReference, lengthSetting } from '../settings/enclosure-setting.ts'
import type { ParsedArticle } from './parsed-article.ts'
import type { References } from './references.ts'

/** What comes with an article, and what is wrong with it. */
export interface FoundEnclosures {
  readonly enclosures: readonly Enclosure[]
  readonly problems: readonly Problem[]
}

/**
 * What comes with an article, as its front matter says: of a file of the folder, type and length are its own; of one that
 * is elsewhere they are as written, and nothing is fetched.
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
    // Something else on the host may have it, and listeners have got it so far.
    if (found.isMissing) tell('warning', tellLost(written.reference))
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
  // RSS 2.0 demands a length, and a file elsewhere is not fetched to find it out.
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

/** What podcast themes write beside the file instead of within: it is meant of the first. */
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
