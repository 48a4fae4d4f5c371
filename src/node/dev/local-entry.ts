import { type KeyValueNamespace, keyValueStore } from '../../edge/packs/key-value-store.ts'
import { createWorker } from '../../edge/worker.ts'
import { isLiveReload, respondLiveReload, withLiveReload } from './live-reload.ts'

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

type App = ReturnType<typeof createWorker>

let live: { readonly name: string; readonly app: App } | undefined

/** The Worker of a release; undefined where it is not, or not any more, in the store. */
async function openRelease({ PACKS, RELEASES }: Environment, name: string): Promise<App | undefined> {
  if (live?.name === name) return live.app
  const release = await RELEASES.get(name, 'arrayBuffer')
  if (release === null) return undefined
  const app = createWorker({ release, store: keyValueStore(PACKS) })
  live = { name, app }
  return app
}

/** Before the first release, whoever asks is to ask again. */
function respondUnready(): Response {
  const headers = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': '1',
  }
  return new Response('Nothing is built yet.\n', { status: 503, headers })
}

export default {
  fetch: async (request: Request, env: Environment): Promise<Response> => {
    const name = (await env.RELEASES.get('live', 'text')) ?? ''
    if (isLiveReload(request)) return respondLiveReload(request, name)
    const app = name === '' ? undefined : await openRelease(env, name)
    return app === undefined ? respondUnready() : withLiveReload(request, (asked) => app.fetch(asked, env))
  },
}
