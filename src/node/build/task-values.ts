import type { KnownPack } from '../../bundle/bundle.ts'
import type { ParsedAsset } from '../../content/assets/asset-file.ts'
import type { FileDigest } from '../files/read-folder.ts'
import type { TaskResults } from './tasks.ts'

/** What the system says of a file that is not changed, with its digest. */
interface Known extends FileDigest {
  readonly mark: string
}

/** Files by their real paths. */
export type DigestPart = Record<string, Known>

/** What a workshop remembers, of each kind. */
export interface TaskValues extends TaskResults {
  readonly asset: ParsedAsset
  readonly pack: KnownPack
  readonly digests: DigestPart
}
