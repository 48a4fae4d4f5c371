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

/** What all articles are read with. */
export interface ReadTaskContext {
  readonly timezone: string
  readonly drafts: boolean
  readonly handedDown: HandedDown
}

/** What came of a seed, without its text. */
export interface ReadFacts extends Omit<ReadSeed, 'parsedArticle'> {
  readonly parsedArticle?: ParsedArticleFacts
}

/** A picture, sound or film, and what came of it: it is read once, whichever threads have articles that show it. */
export interface AssetPlace extends SeedPlace {
  readonly parsed: ParsedAsset
}

/** What all articles are finished with. */
export interface FinishTaskContext {
  readonly imprint: Imprint
  readonly addresses: readonly { readonly path: string; readonly slug: Slug }[]
  readonly assets: readonly AssetPlace[]
}

export interface FinishTask extends SeedPlace {
  readonly identity: Identity
}

/** A question that an article asked of the others, and what it was answered. */
export interface Dependency {
  readonly path: string
  readonly from: Instant
  readonly answer: string
}

/** What came of an article, without its text. */
export interface FinishedTask {
  readonly facts: FinishedFacts
  readonly problems: readonly Problem[]
  readonly own: Finished['own']
  readonly dependencies: readonly Dependency[]
}

/** What all articles are pressed with. */
export interface RenderTaskContext {
  readonly siteContext: SiteContext
  readonly at: Instant
}

export interface RenderArticleTask extends FinishTask {
  readonly language: string
  readonly translations: readonly TranslationFacts[]
}

/** What was made of an article, with all bytes kept. */
export interface RenderedArticleRef {
  readonly resources: readonly Resource<BytesOrRef>[]
  readonly fragments: FragmentRefs
}

/** Where the fragments of an article are kept. */
export interface FragmentRefs {
  /** By form. */
  readonly entries: Readonly<Record<string, BlobRef>>
  readonly html: BlobRef
  readonly jsonBytes: number
}

/** What an order of each kind consists of: `open` tells what the next orders have in common. */
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

/** An order of one of these kinds. */
export type Task<Kind extends TaskKind = TaskKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & TaskParts[Each]
}[Kind]

/** What an order of each kind gives for each of its pieces. */
export interface TaskResults {
  readonly open: never
  readonly read: ReadFacts
  readonly finish: FinishedTask
  readonly render: RenderedArticleRef
  readonly represent: Resource<BytesOrRef>
}

/** What the system says of a file that is not changed, with its digest. */
interface Known extends FileDigest {
  readonly mark: string
}

/** Files by their real paths. */
export type DigestPart = Record<string, Known>

/** What a build session remembers, by kind. */
export interface TaskValues extends TaskResults {
  readonly asset: ParsedAsset
  readonly pack: KnownPack
  readonly digests: DigestPart
}
