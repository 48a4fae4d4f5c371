import type { Hono } from 'hono'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { createApp } from '../../src/edge/app.ts'
import { renderLedger } from '../../src/ledger/ledger-codec.ts'
import { instant } from '../../src/model/instant.ts'
import type { Problem } from '../../src/model/problem.ts'
import { aSeed } from '../support/a-seed.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'
import { sha256 } from '../support/sha256.ts'
import type { WrittenFile } from './folder/written-file.ts'

/** What an edition of a folder comes to. */
export interface PublishedFolder {
  readonly problems: readonly Problem[]
  /** The ledger that the next edition begins with. */
  readonly ledger: string
  /** The site at a moment; nothing is rendered before it is asked for. */
  readonly siteAt: (moment: string) => Promise<Pick<Hono, 'request'>>
  readonly packs: () => Promise<readonly Uint8Array[]>
}

/**
 * Publishes a folder with the ledger that was kept of it, whatever would stop it. This is the one place that knows how
 * today's code is called. Throws where an error leaves nothing to publish.
 */
export async function publishFolder(
  files: readonly WrittenFile[],
  ledger: string | undefined,
  moment: string,
): Promise<PublishedFolder> {
  const at = instant(Date.parse(moment))
  const kept = ledger === undefined ? [] : [aSeed('ledger.json', ledger)]
  const seeds = [...files.map(({ path, content }) => aSeed(path, content)), ...kept]
  const parsed = await parsePublication({ seeds }, { at, digest: sha256 })
  if (parsed.publication === undefined || parsed.ledger === undefined) {
    const errors = parsed.problems.filter(({ severity }) => severity === 'error')
    throw new Error(
      `Nothing is published:\n${errors.map(({ path, message }) => `${path}: ${message}`).join('\n')}`,
    )
  }
  const { publication, problems } = parsed
  const render = onceOnly(async () => {
    const bundle = await publishInMemory(publication, { at })
    const packs = new Map([...bundle.embedded, ...bundle.packs].map(({ key, bytes }) => [key, bytes]))
    return { release: decodeRelease(bundle.release), packs }
  })
  return {
    problems,
    ledger: renderLedger(parsed.ledger.after),
    siteAt: async (other) => {
      const { release, packs } = await render()
      const now = instant(Date.parse(other))
      return createApp({ release, store: { read: async (key) => packs.get(key) }, now: () => now })
    },
    packs: async () => [...(await render()).packs.values()],
  }
}

function onceOnly<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
