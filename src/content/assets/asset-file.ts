import { ADDRESSES } from '../../model/addresses.ts'
import type { Asset } from '../../model/asset.ts'
import type { Problem } from '../../model/problem.ts'
import type { Stem } from '../../model/resource.ts'
import type { Digest } from '../../model/runtime.ts'
import type { Seed } from '../../model/seed.ts'
import { seedKind } from '../source/seed-kind.ts'
import { MOST_BYTES, seedSize } from '../source/seed-size.ts'
import { cleanFile } from './clean-file.ts'
import { readMediaForm } from './media-form.ts'
import { readPictureForm } from './picture-form.ts'
import { readSvgForm } from './svg-form.ts'

/** The properties of a picture, sound, film or document as it will be published, without its bytes. */
export interface AssetFacts extends Pick<Asset, 'stem' | 'form' | 'type' | 'width' | 'height'> {
  /** In bytes, after cleaning. */
  readonly length: number
  /** The stem that the file would have without cleaning. Absent if cleaning changes nothing. */
  readonly formerStem?: Stem
}

/** The outcome of reading a file. It can be published if there are facts. There may be a problem with or without them. */
export interface ParsedAsset {
  readonly facts?: AssetFacts
  readonly problem?: Problem
}

/** 128 bits of SHA-256: no two files share them by accident, and the URL stays short. */
const DIGEST_LENGTH = 32

/** Reads a file for publication. The bytes decide its kind, not the name. */
export function parseAsset(seed: Seed, digest: Digest): ParsedAsset {
  // Read once: a seed may read its file at each access.
  const { path, bytes } = seed
  const tooLarge = tellTooLarge('size' in seed ? seed : { path, bytes })
  if (tooLarge) return { problem: tooLarge }
  const written = readForm(path, bytes)
  if (written === undefined) return { problem: tellUnreadable(seed) }
  const cleaned = cleanFile(bytes, written.form)
  const form = cleaned === bytes ? written : cleaned && readForm(path, cleaned)
  if (cleaned === undefined || form?.form !== written.form) return { problem: tellUncleanable(path, written) }
  const stem = stemOf(bytes, digest)
  const published = cleaned === bytes ? { stem } : { stem: stemOf(cleaned, digest), formerStem: stem }
  const problem = tellMisnamed(path, form)
  return { facts: { ...published, ...form, length: cleaned.byteLength }, ...(problem && { problem }) }
}

/**
 * Returns the bytes under which a file is published. They are made again at each call, because a folder of photos may
 * be larger than memory. Throws if the file has changed so that it cannot be cleaned.
 */
export function publishedBytes({ path, bytes }: Seed, { form, formerStem }: AssetFacts): Uint8Array {
  if (formerStem === undefined) return bytes
  const cleaned = cleanFile(bytes, form)
  if (cleaned === undefined) throw new Error(`${path} was cleaned before, and cannot be cleaned again`)
  return cleaned
}

type Form = Pick<Asset, 'form' | 'type' | 'width' | 'height'>

function readForm(path: string, bytes: Uint8Array): Form | undefined {
  return readPictureForm(bytes) ?? readMediaForm(bytes, extensionOf(path)) ?? readSvgForm(bytes)
}

function stemOf(bytes: Uint8Array, digest: Digest): Stem {
  return ADDRESSES.media.stemOf(digest(bytes).slice(0, DIGEST_LENGTH))
}

/**
 * Returns the severity of a file's problem. An error lets nothing be published. Older versions published no SVG, and an
 * article from then may link to an invalid one. For an SVG it is therefore a stop: the writer may still publish the article as
 * it was.
 */
function severityOf(path: string): 'error' | 'stop' {
  return extensionOf(path) === 'svg' ? 'stop' : 'error'
}

/** Returns a file's extension in lower case, without its dot. */
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
  return { severity: severityOf(seed.path), path: seed.path, message }
}

function tellUnreadable({ path }: Seed): Problem {
  const [kinds, mend] =
    seedKind(path) === 'image'
      ? ['JPEG, PNG, GIF, WebP, AVIF or SVG picture', 'JPEG or PNG']
      : ['MP3, M4A, AAC, Ogg, FLAC, WAV, MP4, WebM or PDF file', 'MP3, MP4 or PDF']
  const message = `By what it holds, this is no ${kinds}. Save it again as ${mend}.`
  return { severity: severityOf(path), path, message }
}

/** The file may show where its author lives, so it is not published uncleaned. */
function tellUncleanable(path: string, { form }: Form): Problem {
  const what = `${form.toUpperCase()} file`
  const message = `The ${what} is damaged, so what it may tell of where and by whom it was taken cannot be taken out. Open it, and save it again.`
  return { severity: severityOf(path), path, message }
}

/** Extensions with the same meaning. */
const SAME = new Map([['jpeg', 'jpg']])

/** The published file works, but programs that open the source file may call it damaged. */
function tellMisnamed(path: string, { form }: Form): Problem | undefined {
  const extension = extensionOf(path)
  if ((SAME.get(extension) ?? extension) === form) return undefined
  const kind = form.toUpperCase()
  const message = `The name says ${extension.toUpperCase()}, but the file is ${kind}, and is published as that. Rename it to end in .${form}.`
  return { severity: 'warning', path, message }
}
