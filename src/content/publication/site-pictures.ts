import { EPOCH } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import type { Site } from '../../model/site.ts'
import { tellBlocked, tellNotShown } from '../article/article-image.ts'
import type { FoundPicture, ReferenceIndex } from '../article/references.ts'
import type { ParsedSite } from '../settings/site-settings.ts'
import { SITE_PATH } from '../source/seed-kind.ts'

/** The pictures of the site itself, and their problems. */
export interface SitePictures {
  readonly images: Pick<Site, 'icon' | 'image'>
  /** The URLs by which the ledger knows them. Cleaning a picture is not a change of the site. */
  readonly told: Readonly<Partial<Record<'icon' | 'image', string>>>
  readonly problems: readonly Problem[]
}

/** Finds the pictures of the site itself, which are public from the beginning. */
export function sitePictures(
  { settings, locate }: Pick<ParsedSite, 'settings' | 'locate'>,
  referenceIndex: Pick<ReferenceIndex, 'openTo'>,
): SitePictures {
  const problems: Problem[] = []
  const references = referenceIndex.openTo({ folder: '', from: EPOCH })
  const find = (setting: 'icon' | 'image'): (FoundPicture & { readonly isShown: boolean }) | undefined => {
    const written = settings[setting]
    const outcome = written && references.picture(written)
    if (written === undefined || outcome === undefined) return undefined
    const told = tellNotShown(outcome, written, setting === 'icon')
    for (const problem of [told, tellBlocked(outcome)])
      if (problem) problems.push({ ...problem, path: SITE_PATH, ...locate(setting) })
    return 'image' in outcome ? { ...outcome, isShown: told === undefined } : undefined
  }
  const [icon, image] = [find('icon'), find('image')]
  return {
    images: { ...(icon?.isShown && { icon: icon.image }), ...(image?.isShown && { image: image.image }) },
    told: { ...(icon && { icon: icon.formerUrl }), ...(image && { image: image.formerUrl }) },
    problems,
  }
}
