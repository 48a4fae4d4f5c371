import type { Asset } from '../model/asset.ts'
import type { Digest } from '../model/digest.ts'
import type { Problem } from '../model/problem.ts'
import type { Stem } from '../model/resource.ts'
import type { Seed } from '../model/seed.ts'
import { readMediaForm } from './media-form.ts'
import { readPictureForm } from './picture-form.ts'
import { seedKind } from './seed-kind.ts'
import { MOST_BYTES, seedSize } from './seed-size.ts'

/** A picture, sound, film or document as it is read, before anything shows it. */
export type AssetFile = Pick<Asset, 'path' | 'bytes' | 'stem' | 'form' | 'type' | 'width' | 'height'>

/** 128 bits of SHA-256: no two files share them by accident, and the URL stays short. */
const DIGEST_LENGTH = 32

/** Reads a file. Its kind is told by its bytes, whatever its name says; `undefined` is nothing that we publish. */
export function parseAsset({ path, bytes }: Seed, digest: Digest): AssetFile | undefined {
  const form = readPictureForm(bytes) ?? readMediaForm(bytes, extensionOf(path))
  const stem = `/media/${digest(bytes).slice(0, DIGEST_LENGTH)}` as Stem
  return form && { path, bytes, stem, ...form }
}

/** What is wrong with a file that is to be published: with one that was not read, or with its size or its name. */
export function checkAsset(seed: Seed, asset: AssetFile | undefined): Problem | undefined {
  return tellTooLarge(seed) ?? (asset === undefined ? tellUnreadable(seed) : tellMisnamed(asset))
}

/** A file's extension in lower case, without its dot. */
export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

function tellTooLarge(seed: Seed): Problem | undefined {
  const size = seedSize(seed)
  if (size <= MOST_BYTES) return undefined
  const isPicture = seedKind(seed.path) === 'image'
  const [what, mend] = isPicture
    ? ['picture', 'Make it smaller']
    : ['file', 'Save it in lower quality, or put it on another server and write its whole address']
  const megabytes = Math.ceil(size / 1_000_000)
  const message = `The ${what} is ${megabytes} MB; at most ${MOST_BYTES / 1_000_000} MB can be published. ${mend}.`
  return { severity: 'error', path: seed.path, message }
}

function tellUnreadable({ path }: Seed): Problem {
  const [kinds, mend] =
    seedKind(path) === 'image'
      ? ['JPEG, PNG, GIF, WebP or AVIF picture', 'JPEG or PNG']
      : ['MP3, M4A, AAC, Ogg, FLAC, WAV, MP4, WebM or PDF file', 'MP3, MP4 or PDF']
  const message = `By what it holds, this is no ${kinds}. Save it again as ${mend}.`
  return { severity: 'error', path, message }
}

/** Names that say the same as another. */
const SAME = new Map([['jpeg', 'jpg']])

/** Nothing breaks by it here, but whoever opens the file itself may be told that it is damaged. */
function tellMisnamed({ path, form }: AssetFile): Problem | undefined {
  const extension = extensionOf(path)
  if ((SAME.get(extension) ?? extension) === form) return undefined
  const kind = form.toUpperCase()
  const message = `The name says ${extension.toUpperCase()}, but the file is ${kind}, and is published as that. Rename it to end in .${form}.`
  return { severity: 'warning', path, message }
}
