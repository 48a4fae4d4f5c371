import { decodeIndex } from '../../src/bundle/pack-codec.ts'
import { listPackKeys, readPackFile } from '../../src/node/files/pack-folder.ts'

/** An article in each pack of a build, and the packs' keys in the same order. */
export interface ColdPaths {
  readonly paths: readonly string[]
  readonly keys: readonly string[]
}

/**
 * Chooses one article in each pack that has one. Requested in turn, over and over, each needs a pack that is no longer in
 * memory, if an isolate cannot keep all packs.
 */
export async function chooseColdPaths(built: string): Promise<ColdPaths> {
  const chosen: (readonly [path: string, key: string])[] = []
  for (const key of await listPackKeys(built)) {
    const stem = decodeIndex(await readPackFile(built, key))
      .listStems()
      .find((each) => each.startsWith('/articles/'))
    if (stem !== undefined) chosen.push([`${stem}.md`, key])
  }
  return { paths: chosen.map(([path]) => path), keys: chosen.map(([, key]) => key) }
}
