import type { KnownPack } from '../../src/bundle/bundle.ts'
import type { ParsedAsset } from '../../src/content/asset.ts'
import type { TaskResults } from './orders.ts'
import type { DigestPart } from './seed-digests.ts'

/** What a workshop remembers, of each kind. */
export interface WorkValues extends TaskResults {
  readonly asset: ParsedAsset
  readonly pack: KnownPack
  readonly digests: DigestPart
}
