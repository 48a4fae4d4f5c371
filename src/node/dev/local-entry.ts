import { type KeyValueNamespace, keyValueStore } from '../../edge/packs/key-value-store.ts'
import { createWorker } from '../../edge/worker.ts'

/*
 * The Worker as it runs on this machine, in place of `src/index.ts`: what is live is named in the key-value store, as no
 * deployment would have it, so that another release is taken up from one request to the next and nothing has to restart.
 */

interface Environment {
  /** All packs, those of `hot.bin` among them. */
  readonly PACKS: KeyValueNamespace
  /** Releases by their names, and under `live` the name of the one that is served. */
  readonly RELEASES: {
    get(key: string, type: 'text'): Promise<string | null>
    get(key: string, type: 'arrayBuffer'): Promise<ArrayBuffer | null>
  }
}

let live: { readonly name: string; readonly app: ReturnType<typeof createWorker> } | undefined

async function openLive({ PACKS, RELEASES }: Environment): Promise<ReturnType<typeof createWorker>> {
  const name = (await RELEASES.get('live', 'text')) ?? ''
  if (live?.name === name) return live.app
  const release = (await RELEASES.get(name, 'arrayBuffer')) ?? new ArrayBuffer(0)
  const app = createWorker({ release, store: keyValueStore(PACKS) })
  live = { name, app }
  return app
}

export default {
  fetch: async (request: Request, env: Environment): Promise<Response> =>
    (await openLive(env)).fetch(request, env),
}
