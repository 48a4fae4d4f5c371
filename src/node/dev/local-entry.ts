import { type KeyValueNamespace, keyValueStore } from '../../edge/packs/key-value-store.ts'
import { createWorker } from '../../edge/worker.ts'
import { isLiveReload, respondLiveReload, withLiveReload } from './live-reload.ts'

/*
 * The Worker on this machine, in place of `src/index.ts`. The key-value store names the live release, unlike in a
 * deployment. So the Worker can serve another release at the next request, without a restart.
 */

interface Environment {
  /** All packs, including those of `hot.bin`. */
  readonly PACKS: KeyValueNamespace
  /** Releases by their names. The key `live` has the name of the live one. */
  readonly RELEASES: {
    get(key: string, type: 'text'): Promise<string | null>
    get(key: string, type: 'arrayBuffer'): Promise<ArrayBuffer | null>
  }
}

type App = ReturnType<typeof createWorker>

let live: { readonly name: string; readonly app: App } | undefined

/** The Worker of a release. Undefined if the store does not have it, or has it no longer. */
async function openRelease({ PACKS, RELEASES }: Environment, name: string): Promise<App | undefined> {
  if (live?.name === name) return live.app
  const release = await RELEASES.get(name, 'arrayBuffer')
  if (release === null) return undefined
  const app = createWorker({ release, store: keyValueStore(PACKS) })
  live = { name, app }
  return app
}

/** Before the first release: asks the client to try again. */
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
