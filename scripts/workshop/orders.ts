import type { ParsedAsset } from '../../src/content/asset.ts'
import type { FinishedFacts, Identity, Imprint } from '../../src/content/finish-article.ts'
import type { ManuscriptFacts } from '../../src/content/manuscript.ts'
import type { HandedDown } from '../../src/content/parse-seed.ts'
import type { ReadManuscript } from '../../src/content/read-manuscript.ts'
import type { Slug } from '../../src/model/article.ts'
import type { Instant } from '../../src/model/instant.ts'
import type { BytesAtHand, KeptBytes } from '../../src/model/kept-bytes.ts'
import type { Problem } from '../../src/model/problem.ts'
import type { Rendered } from '../../src/model/rendition.ts'
import type { Resource } from '../../src/model/resource.ts'
import type { SiteFrame } from '../../src/pages/site-frame.ts'
import type { TranslationFacts } from '../../src/publish/translations.ts'

/** A seed as another thread can read it. */
export interface SeedPlace {
  readonly path: string
  /** Its real path. */
  readonly file: string
  /** The SHA-256 that its bytes had when the folder was read. */
  readonly digest: string
  /** How many there are, where that is too many to be published, and only the beginning was read. */
  readonly size?: number
}

/** What all articles are read with. */
export interface Reading {
  readonly timezone: string
  readonly drafts: boolean
  readonly handedDown: HandedDown
}

/** What came of a seed, without its text. */
export interface ReadFacts extends Omit<ReadManuscript, 'manuscript'> {
  readonly manuscript?: ManuscriptFacts
}

/** A picture, sound or film, and what came of it: it is read once, whichever threads have articles that show it. */
export interface AssetPlace extends SeedPlace {
  readonly parsed: ParsedAsset
}

/** What all articles are finished with. */
export interface Finishing {
  readonly imprint: Imprint
  readonly addresses: readonly { readonly path: string; readonly slug: Slug }[]
  readonly assets: readonly AssetPlace[]
}

export interface FinishOrder extends SeedPlace {
  readonly identity: Identity
}

/** A question that an article asked of the others, and what it was answered. */
export interface Asked {
  readonly path: string
  readonly from: Instant
  readonly answer: string
}

/** What came of an article, without its text. */
export interface FinishedOrder {
  readonly facts: FinishedFacts
  readonly problems: readonly Problem[]
  readonly asked: readonly Asked[]
}

/** What all articles are pressed with. */
export interface Pressing {
  readonly frame: SiteFrame
  readonly at: Instant
}

export interface PressArticleOrder extends FinishOrder {
  readonly language: string
  readonly translations: readonly TranslationFacts[]
}

/** What was made of an article, with all bytes kept. */
export interface PressedOrder {
  readonly resources: readonly Resource<BytesAtHand>[]
  readonly fragments: KeptFragments
}

/** Where the fragments of an article are kept. */
export type KeptFragments = Readonly<Record<'rss' | 'atom' | 'json' | 'html', KeptBytes>>

/** What an order of each kind consists of: `open` tells what the next orders have in common. */
interface OrderParts {
  readonly open: {
    readonly reading: Reading
    readonly finishing?: Finishing
    readonly pressing?: Pressing
  }
  readonly read: { readonly seeds: readonly SeedPlace[] }
  readonly finish: { readonly orders: readonly FinishOrder[] }
  readonly press: { readonly orders: readonly PressArticleOrder[] }
  readonly represent: { readonly rendered: readonly Rendered[]; readonly deltas: boolean }
}

export type OrderKind = keyof OrderParts

/** An order of one of these kinds. */
export type Order<Kind extends OrderKind = OrderKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & OrderParts[Each]
}[Kind]

/** What an order of each kind gives for each of its pieces. */
export interface TaskResults {
  readonly open: never
  readonly read: ReadFacts
  readonly finish: FinishedOrder
  readonly press: PressedOrder
  readonly represent: Resource<BytesAtHand>
}
