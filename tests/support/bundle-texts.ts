import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeEmbedded } from '../../src/bundle/embedded-codec.ts'
import { openPack } from '../../src/bundle/verify-pack.ts'
import type { Pack } from '../../src/model/pack.ts'
import { isPackKey } from '../../src/model/pack.ts'
import type { Representation, Stem } from '../../src/model/resource.ts'
import { sha256 } from './sha256.ts'

/** What a bundle answers with: a form of a resource, inflated. */
export interface BundledText {
  readonly stem: Stem
  readonly form: string
  readonly text: string
}

/** All that packs answer with, of every version of every resource. */
export function answersOf(packs: readonly Pack[]): readonly BundledText[] {
  return packs.flatMap((pack) =>
    [...openPack(pack, sha256)].flatMap(([stem, { versions }]) =>
      versions.flatMap(({ shows }) =>
        shows?.kind === 'content'
          ? shows.representations.map((each) => ({
              stem,
              form: each.form,
              text: bodyOf(each).toString('utf8'),
            }))
          : [],
      ),
    ),
  )
}

/** All files of a folder and below, as texts. */
export function fileTexts(folder: string): readonly string[] {
  return filesIn(folder).map(({ bytes }) => bytes.toString('utf8'))
}

/** All texts in a bundle's folder: its files as they are, and each body that its packs hold, inflated. */
export function bundleTexts(folder: string): readonly string[] {
  const files = filesIn(folder)
  const packs = files.flatMap(({ name, bytes }): Pack[] => {
    if (name === 'hot.bin') return Array.from(decodeEmbedded(bytes), ([key, pack]) => ({ key, bytes: pack }))
    return isPackKey(name) ? [{ key: name, bytes }] : []
  })
  const raw = [...files, ...packs].map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
  return [...raw, ...answersOf(packs).map(({ text }) => text)]
}

function filesIn(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, bytes: readFileSync(join(parentPath, name)) }))
}

function bodyOf({ coding, pieces }: Representation): Buffer {
  const body = Buffer.concat(pieces)
  return coding === 'gzip' ? gunzipSync(body) : body
}
