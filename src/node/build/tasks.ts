import type { KnownPack } from '../../bundle/bundle.ts'
import type { Finished, FinishedFacts, Identity, Imprint } from '../../content/article/finish-article.ts'
import type { ParsedArticleFacts } from '../../content/article/parsed-article.ts'
import type { ReadSeed } from '../../content/article/read-seed.ts'
import type { ParsedAsset } from '../../content/assets/asset-file.ts'
import type { HandedDown } from '../../content/settings/withholding/hand-down.ts'
import type { Slug } from '../../model/article.ts'
import type { BlobRef, BytesOrRef } from '../../model/blob.ts'
import type { Instant } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import type { Rendered } from '../../model/rendition.ts'
import type { Resource } from '../../model/resource.ts'
import type { SiteContext } from '../../pages/parts/site-context.ts'
import type { TranslationFacts } from '../../publish/translations.ts'
import type { SeedPlace } from '../files/disk-seed.ts'
import type { FileDigest } from '../files/read-folder.ts'

/** What reading needs, the same for all articles. */
export interface ReadTaskContext {
  readonly timezone: string
  readonly drafts: boolean
  readonly handedDown: HandedDown
}

/** The result of reading a seed, without its text. */
export interface ReadFacts extends Omit<ReadSeed, 'parsedArticle'> {
  readonly parsedArticle?: ParsedArticleFacts
}

/** A picture, sound or film, and the result of parsing it. It is parsed once for all threads. */
export interface AssetPlace extends SeedPlace {
  readonly parsed: ParsedAsset
}

/** What finishing needs, the same for all articles. */
export interface FinishTaskContext {
  readonly imprint: Imprint
  readonly addresses: readonly { readonly path: string; readonly slug: Slug }[]
  readonly assets: readonly AssetPlace[]
}

export interface FinishTask extends SeedPlace {
  readonly identity: Identity
}

/** A reference from an article to another, and its answer. */
export interface Dependency {
  readonly path: string
  readonly from: Instant
  readonly answer: string
}

/** The result of finishing an article, without its text. */
export interface FinishedTask {
  readonly facts: FinishedFacts
  readonly problems: readonly Problem[]
  readonly own: Finished['own']
  readonly dependencies: readonly Dependency[]
}

/** What rendering needs, the same for all articles. */
export interface RenderTaskContext {
  readonly siteContext: SiteContext
  readonly at: Instant
}

export interface RenderArticleTask extends FinishTask {
  readonly language: string
  readonly translations: readonly TranslationFacts[]
}

/** The result of rendering an article, with its bytes stored in files. */
export interface RenderedArticleRef {
  readonly resources: readonly Resource<BytesOrRef>[]
  readonly fragments: FragmentRefs
}

/** Where the fragments of an article are stored. */
export interface FragmentRefs {
  /** By feed format. */
  readonly entries: Readonly<Record<string, BlobRef>>
  readonly html: BlobRef
  readonly jsonBytes: number
}

/** The content of a task of each kind. `open` has what the next tasks share. */
interface TaskParts {
  readonly open: {
    readonly reading: ReadTaskContext
    readonly finishing?: FinishTaskContext
    readonly rendering?: RenderTaskContext
  }
  readonly read: { readonly seeds: readonly SeedPlace[] }
  readonly finish: { readonly tasks: readonly FinishTask[] }
  readonly render: { readonly tasks: readonly RenderArticleTask[] }
  readonly represent: { readonly rendered: readonly Rendered[]; readonly deltas: boolean }
}

export type TaskKind = keyof TaskParts

/** A task of one of these kinds. */
export type Task<Kind extends TaskKind = TaskKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & TaskParts[Each]
}[Kind]

/** The result for each item of a task, by the kind of the task. */
export interface TaskResults {
  readonly open: never
  readonly read: ReadFacts
  readonly finish: FinishedTask
  readonly render: RenderedArticleRef
  readonly represent: Resource<BytesOrRef>
}

/** The digest of a file, and the marks by which the system shows a change. */
interface Known extends FileDigest {
  readonly mark: string
}

/** Files by their real paths. */
export type DigestPart = Record<string, Known>

/** The values in the cache of a build session, by kind. */
export interface TaskValues extends TaskResults {
  readonly asset: ParsedAsset
  readonly pack: KnownPack
  readonly digests: DigestPart
}
