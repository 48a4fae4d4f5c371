import { articleUrl, stemUrl } from '../model/address.ts'
import type { Image } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import { compareText } from '../model/compare-text.ts'
import type { Digest } from '../model/digest.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import type { Problem } from '../model/problem.ts'
import type { Stem } from '../model/resource.ts'
import type { Seed } from '../model/seed.ts'
import { articleName, joinPath } from './article-path.ts'
import { type Picture, parseAsset, tellTooLarge } from './asset.ts'
import { resolveReference, type Target } from './html/reference.ts'
import type { Manuscript } from './manuscript.ts'
import type { PictureReference } from './settings/article-settings.ts'

/** Who follows a reference. */
export interface Asker {
  /** The folder that paths are taken from. */
  readonly folder: string
  /** From when on readers are shown what is asked for. */
  readonly from: Instant
}

/** All that references can lead to, and which pictures they have led to. */
export interface Library {
  /** Finds by a path for one who asks. */
  readonly finder: (asker: Asker) => (path: string) => Target | undefined
  /** A picture that a setting names, local or remote, or why there is none. */
  readonly picture: (
    asker: Asker,
    written: PictureReference,
  ) => { readonly image: Image } | { readonly message: string }
  /** The pictures that were found so far, in the order of their paths. */
  readonly shown: () => readonly Asset[]
  /** What is wrong with them. */
  readonly problems: () => readonly Problem[]
}

/** Gathers the articles and pictures of a site. A picture is read when something first leads to it. */
export function createLibrary(
  site: { readonly url: string },
  manuscripts: readonly Pick<Manuscript, 'path' | 'slug'>[],
  pictures: readonly Seed[],
  digest: Digest,
): Library {
  const articles = new Map<string, Target>()
  for (const { path, slug } of manuscripts.toReversed()) {
    const target = { url: articleUrl(site, slug), idPrefix: `${slug}--` }
    articles.set(path, target)
    articles.set(articleName(path), target)
  }
  const seeds = new Map(pictures.map((seed) => [seed.path, seed]))
  const assets = new Map<string, Picture | undefined>()
  const shownFrom = new Map<Stem, Instant>()

  const findAsset = (path: string, from: Instant): Picture | undefined => {
    const seed = seeds.get(path)
    if (seed === undefined) return undefined
    if (!assets.has(path)) assets.set(path, parseAsset(seed, digest))
    const asset = assets.get(path)
    if (asset && from < (shownFrom.get(asset.stem) ?? Number.POSITIVE_INFINITY))
      shownFrom.set(asset.stem, from)
    return asset
  }
  const assetUrl = (asset: Picture): string => stemUrl(site, asset.stem, asset.form)
  const finder: Library['finder'] =
    ({ folder, from }) =>
    (written) => {
      const path = joinPath(folder, written.normalize('NFC'))
      if (path === undefined) return undefined
      const asset = findAsset(path, from)
      if (asset) return { url: assetUrl(asset), width: asset.width, height: asset.height }
      return articles.get(path)
    }
  return {
    finder,
    picture: ({ folder, from }, { reference, alt }) => {
      const path = joinPath(folder, reference.normalize('NFC'))
      const asset = path === undefined ? undefined : findAsset(path, from)
      if (asset) {
        const { type, width, height, bytes } = asset
        return {
          image: { url: assetUrl(asset), ...(alt && { alt }), type, length: bytes.byteLength, width, height },
        }
      }
      const remote = resolveReference(reference, {
        articleUrl: `${site.url}/`,
        idPrefix: '',
        find: () => undefined,
      })
      if (remote && !remote.isLost && remote.url.startsWith('http'))
        return { image: { url: remote.url, ...(alt && { alt }) } }
      const mend =
        'Give the path of a JPEG, PNG, GIF, WebP or AVIF file beside the article, or a whole address'
      return { message: `There is no picture "${reference}". ${mend}.` }
    },
    problems: () => [...assets.values()].flatMap((asset) => (asset && tellTooLarge(asset)) ?? []),
    shown: () => {
      const found = [...assets.values()].filter((asset) => asset !== undefined)
      found.sort((a, b) => compareText(a.path, b.path))
      // Two files with the same bytes are one resource.
      return [...Map.groupBy(found, ({ stem }) => stem).values()].flatMap(([first]) =>
        first ? { ...first, from: shownFrom.get(first.stem) ?? EPOCH } : [],
      )
    },
  }
}
