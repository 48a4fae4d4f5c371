import type { Image } from '../model/article.ts'
import { EPOCH } from '../model/instant.ts'
import type { Problem } from '../model/problem.ts'
import type { Site } from '../model/site.ts'
import type { Library } from './library.ts'
import { SITE_PATH } from './seed-kind.ts'
import type { ParsedSite } from './settings/site-settings.ts'

/** The pictures of the site itself, which are shown from the beginning on. */
export function sitePictures(
  { settings, locate }: Pick<ParsedSite, 'settings' | 'locate'>,
  library: Pick<Library, 'openTo'>,
): { readonly images: Pick<Site, 'icon' | 'image'>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const references = library.openTo({ folder: '', from: EPOCH })
  const find = (setting: 'icon' | 'image'): Image | undefined => {
    const written = settings[setting]
    const outcome = written && references.picture(written)
    if (outcome === undefined || 'image' in outcome) return outcome?.image
    problems.push({ severity: 'stop', path: SITE_PATH, ...locate(setting), message: outcome.message })
    return undefined
  }
  const [icon, image] = [find('icon'), find('image')]
  return { images: { ...(icon && { icon }), ...(image && { image }) }, problems }
}
