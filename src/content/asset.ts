import { disableTypes, imageSize, types } from 'image-size'
import type { Asset } from '../model/asset.ts'
import type { Digest } from '../model/digest.ts'
import type { Problem } from '../model/problem.ts'
import type { Stem } from '../model/resource.ts'
import type { Seed } from '../model/seed.ts'

/** The kinds of picture that every reader shows: what `image-size` calls them, their extension and media type. */
const FORMS = new Map([
  ['jpg', { form: 'jpg', type: 'image/jpeg' }],
  ['png', { form: 'png', type: 'image/png' }],
  ['gif', { form: 'gif', type: 'image/gif' }],
  ['webp', { form: 'webp', type: 'image/webp' }],
  ['avif', { form: 'avif', type: 'image/avif' }],
])

// Kinds we refuse need no parser that hostile bytes could reach.
disableTypes(types.filter((type) => !FORMS.has(type) && type !== 'heif'))

/** EXIF orientations from 5 on turn the picture by a quarter, so what is seen is as wide as the file is high. */
const FIRST_QUARTER_TURN = 5

/** A picture as it is read, before anything shows it. */
export type Picture = Pick<Asset, 'path' | 'bytes' | 'stem' | 'form' | 'type' | 'width' | 'height'>

/**
 * Reads a picture. Its kind is told by its bytes, whatever its name says; `undefined` is no picture that we publish.
 */
export function parseAsset(seed: Seed, digest: Digest): Picture | undefined {
  const measured = measure(seed.bytes)
  const known = FORMS.get(measured?.type ?? '')
  if (measured === undefined || known === undefined || measured.width < 1 || measured.height < 1)
    return undefined
  const turned = (measured.orientation ?? 1) >= FIRST_QUARTER_TURN
  return {
    path: seed.path,
    bytes: seed.bytes,
    stem: `/media/${digest(seed.bytes).slice(0, DIGEST_LENGTH)}` as Stem,
    ...known,
    width: turned ? measured.height : measured.width,
    height: turned ? measured.width : measured.height,
  }
}

/** Bytes. Workers KV stores 25 MiB under one key, and some of it is for what comes with a picture. */
const MOST_BYTES = 24_000_000

/** What is wrong with a picture that is too large to be stored. */
export function tellTooLarge({ path, bytes }: Picture): Problem | undefined {
  if (bytes.byteLength <= MOST_BYTES) return undefined
  const size = Math.ceil(bytes.byteLength / 1_000_000)
  const message = `The picture is ${size} MB; at most ${MOST_BYTES / 1_000_000} MB can be published. Make it smaller.`
  return { severity: 'error', path, message }
}

/** 128 bits of SHA-256: no two pictures share them by accident, and the URL stays short. */
const DIGEST_LENGTH = 32

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes)
  } catch {
    return undefined
  }
}
