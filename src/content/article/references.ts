import { articleUrl, stemUrl } from '../../model/addresses.ts'
import type { Image } from '../../model/article.ts'
import type { Asset } from '../../model/asset.ts'
import type { Instant } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import type { AssetFacts } from '../assets/asset-file.ts'
import { type AssetParser, createAssetRegistry, UNREADABLE } from '../assets/asset-registry.ts'
import { isMissingFile } from '../html/own-address.ts'
import { decodePath, resolveReference, type Target } from '../html/reference.ts'
import type { PictureReference } from '../settings/image-setting.ts'
import { articleName, joinPath } from '../source/article-path.ts'
import type { ParsedArticle } from './parsed-article.ts'

/** Who follows a reference. */
export interface Client {
  /** The folder that paths are taken from. */
  readonly folder: string
  /** From when on readers are shown what is asked for. */
  readonly from: Instant
}

/** A file that a setting names: one of the folder, of which all is known, or one that is elsewhere. */
export interface FoundFile {
  /** Absolute http(s) URL. */
  readonly url: string
  readonly file?: AssetFacts
  /** Whether a path from the root leads to no file of the folder; something else on the host may have it. */
  readonly isMissing?: boolean
}

/** A picture that a setting names. */
export interface FoundPicture {
  readonly image: Image
  /** As of a {@link FoundFile}. */
  readonly isMissing?: boolean
  /** The address that it would have if nothing had been taken out of it: see {@link Asset.formerStems}. */
  readonly formerUrl: string
}

/** What one who asks is led to. Nobody learns from it what others have asked for. */
export interface References {
  /** What lies under a path, if anything does. */
  readonly find: (path: string) => Target | undefined
  /** A file that a setting names, if there is one. */
  readonly file: (reference: string) => FoundFile | undefined
  /** A picture that a setting names, local or remote, or why there is none. */
  readonly picture: (written: PictureReference) => FoundPicture | { readonly message: string }
  /** What is known of a picture that was found before, by its published address. */
  readonly pictureAt: (url: string) => Image | undefined
}

/** All that references can lead to, and which pictures and other files they have led to. */
export interface ReferenceIndex {
  /** For each article, once. */
  readonly openTo: (client: Client) => References
  /** The files that were found so far, in the order of their paths. */
  readonly shown: () => readonly Asset[]
  /** What is wrong with them. */
  readonly problems: () => readonly Problem[]
  /** All that is known of what lies under a path: who is told the same each time need not ask again. */
  readonly answer: (path: string, from: Instant) => string
}

/** No system gives a file a longer path, in bytes; nothing is looked for under one, nor its marks put in order. */
const LONGEST_PATH = 4096

/** Notes which paths are asked for, from when on: of articles, of files, and of nothing. */
export type OnDependency = (path: string, from: Instant) => void

/** Gathers the articles, pictures and other files of a site. A file is read when something first leads to it. */
export function createReferences(
  site: { readonly url: string },
  parsedArticles: readonly Pick<ParsedArticle, 'path' | 'slug'>[],
  files: readonly Seed[],
  parse: AssetParser,
  onDependency: OnDependency = () => {},
): ReferenceIndex {
  const articles = new Map<string, Target>()
  for (const { path, slug } of parsedArticles.toReversed()) {
    const target = { url: articleUrl(site, slug), idPrefix: `${slug}--` }
    articles.set(path, target)
    articles.set(articleName(path), target)
  }
  const registry = createAssetRegistry(files, parse)

  const openTo = ({ folder, from }: Client): References => {
    const pathOf = (written: string): string | undefined =>
      written.length > LONGEST_PATH ? undefined : joinPath(folder, written.normalize('NFC'))
    const pictures = new Map<string, Image>()
    const find = (path: string): AssetFacts | undefined => {
      onDependency(path, from)
      return registry.find(path, from)
    }
    const publish = (file: AssetFacts): string => {
      const url = stemUrl(site, file.stem, file.form)
      if (isPicture(file)) pictures.set(url, describePicture(url, file))
      return url
    }
    const file: References['file'] = (reference) => {
      // A file is first looked for under the very name: it may hold a percent sign.
      const paths = [...new Set([reference, decodePath(reference)])].flatMap((each) => pathOf(each) ?? [])
      const found = paths.map(find).find((each) => each !== undefined)
      if (found) return { url: publish(found), file: found }
      const nowhere = { articleUrl: `${site.url}/`, siteUrl: site.url, idPrefix: '', find: () => undefined }
      const remote = resolveReference(reference, nowhere)
      if (remote === undefined || remote.isLost || !remote.url.startsWith('http')) return undefined
      return { url: remote.url, ...(isMissingFile(remote.url, reference, site.url) && { isMissing: true }) }
    }
    return {
      find: (written) => {
        const path = pathOf(written)
        if (path === undefined) return undefined
        const found = find(path)
        if (found === undefined) return articles.get(path)
        const { type, width, height } = found
        return { url: publish(found), type, ...(width && height && { width, height }) }
      },
      file,
      picture: ({ reference, alt }) => {
        const found = file(reference)
        if (found && (found.file === undefined || isPicture(found.file))) {
          const image = { ...describePicture(found.url, found.file), ...(alt && { alt }) }
          const { formerStem, form = '' } = found.file ?? {}
          const formerUrl = formerStem ? stemUrl(site, formerStem, form) : found.url
          return { image, formerUrl, ...(found.isMissing && { isMissing: true }) }
        }
        const mend =
          'Give the path of a JPEG, PNG, GIF, WebP or AVIF file beside the article, or a whole address'
        return { message: `There is no picture "${reference}". ${mend}.` }
      },
      pictureAt: (url) => pictures.get(url),
    }
  }
  return {
    openTo,
    answer: (path, from) => {
      const found = registry.find(path, from)
      return JSON.stringify(found === undefined ? (articles.get(path) ?? null) : [found])
    },
    problems: registry.problems,
    shown: registry.shown,
  }
}

/** Tells that there is no picture where a setting names one. */
export function tellNoPicture(reference: string): string {
  return `There is no picture "${reference}". Give the path of a JPEG, PNG, GIF, WebP or AVIF file beside the article, or a whole address.`
}

/** What cannot be read may have been meant to be one. */
function isPicture({ type }: Pick<AssetFacts, 'type'>): boolean {
  return type.startsWith('image/') || type === UNREADABLE
}

function describePicture(url: string, file: FoundFile['file']): Image {
  if (file === undefined) return { url }
  const { type, length, width, height } = file
  return { url, type, length, ...(width && height && { width, height }) }
}
