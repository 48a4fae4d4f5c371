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
import { isUnencrypted } from '../html/sanitize-url.ts'
import type { PictureReference } from '../settings/image-setting.ts'
import { articleName, joinPath } from '../source/article-path.ts'
import type { ParsedArticle } from './parsed-article.ts'

/** The article (or the site) that references belong to. */
export interface Client {
  /** The folder that relative paths are resolved against. */
  readonly folder: string
  /** The moment from which readers see it. */
  readonly from: Instant
}

/** A file that a setting names: a local one with its facts, or a remote one. */
export interface FoundFile {
  /** Absolute http(s) URL. */
  readonly url: string
  readonly file?: AssetFacts
  /** Whether a path from the root names no local file. Other software on the host may serve it. */
  readonly isMissing?: boolean
  /** Whether browsers block it on the site's pages. */
  readonly isUnencrypted?: boolean
}

/** A picture that a setting names. */
export interface FoundPicture {
  readonly image: Image
  /** As in {@link FoundFile}. */
  readonly isMissing?: boolean
  /** As of a {@link FoundFile}. */
  readonly isUnencrypted?: boolean
  /** The URL that it would have without cleaning: see {@link Asset.formerStems}. */
  readonly formerUrl: string
}

/** Resolves the references of one client. The result does not depend on other clients' references. */
export interface References {
  /** Finds the target of a path. Undefined if there is none. */
  readonly find: (path: string) => Target | undefined
  /** Finds a file that a setting names. Undefined if there is none. */
  readonly file: (reference: string) => FoundFile | undefined
  /** Finds a picture that a setting names, local or remote, or returns the message for a missing one. */
  readonly picture: (written: PictureReference) => FoundPicture | { readonly message: string }
  /** Returns the facts of a picture that this client found before, by its published URL. */
  readonly pictureAt: (url: string) => Image | undefined
}

/** All targets of references. Records which pictures and other files are used. */
export interface ReferenceIndex {
  /** Called once per article. */
  readonly openTo: (client: Client) => References
  /** The files used so far, in the order of their paths. */
  readonly shown: () => readonly Asset[]
  /** The problems of these files. */
  readonly problems: () => readonly Problem[]
  /**
   * Returns everything that is known about a path, as text. If the text is the same as in an earlier build, the earlier
   * result is still valid.
   */
  readonly answer: (path: string, from: Instant) => string
}

/** In bytes. No system has longer paths, so longer ones are neither searched for nor normalised. */
const LONGEST_PATH = 4096

/** Records which paths a client asks for, and from which moment on: paths of articles, of files, and of nothing. */
export type OnDependency = (path: string, from: Instant) => void

/** Makes the index of a site's articles, pictures and other files. A file is read when it is first found. */
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
      // A file's name may hold a percent sign, so the undecoded path is tried first.
      const paths = [...new Set([reference, decodePath(reference)])].flatMap((each) => pathOf(each) ?? [])
      const found = paths.map(find).find((each) => each !== undefined)
      if (found) return { url: publish(found), file: found }
      const nowhere = { articleUrl: `${site.url}/`, siteUrl: site.url, idPrefix: '', find: () => undefined }
      const remote = resolveReference(reference, nowhere)
      if (remote === undefined || remote.isLost || !remote.url.startsWith('http')) return undefined
      return {
        url: remote.url,
        ...(isMissingFile(remote.url, reference, site.url) && { isMissing: true }),
        ...(isUnencrypted(remote.url, site.url) && { isUnencrypted: true }),
      }
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
          const { isMissing = false, isUnencrypted = false } = found
          return { image, formerUrl, isMissing, isUnencrypted }
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

/** Renders the message for a missing picture. */
export function tellNoPicture(reference: string): string {
  return `There is no picture "${reference}". Give the path of a JPEG, PNG, GIF, WebP or AVIF file beside the article, or a whole address.`
}

/** Whether a file is a picture. An unreadable file counts, because it may have been meant as one. */
function isPicture({ type }: Pick<AssetFacts, 'type'>): boolean {
  return type.startsWith('image/') || type === UNREADABLE
}

function describePicture(url: string, file: FoundFile['file']): Image {
  if (file === undefined) return { url }
  const { type, length, width, height } = file
  return { url, type, length, ...(width && height && { width, height }) }
}
