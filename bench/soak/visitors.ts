import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { anyRequest } from '../../tests/support/any-request.ts'
import { RawConnection } from '../../tests/support/raw-connection.ts'
import { toBytes } from '../../tests/support/request-bytes.ts'
import { renderRequest } from '../load/run-load.ts'
import type { Deployment } from './deployment.ts'
import type { Observations } from './observations.ts'

/** The server that visitors request, the record of what they get, and the end of the soak. */
export interface Scene {
  readonly deployment: Deployment
  readonly observations: Observations
  readonly signal: AbortSignal
}

/** A reader that polls a feed with the validators of its last answer. */
export async function pollFeed(scene: Scene, path: string, deltas: boolean): Promise<void> {
  const visit = new Visit(scene)
  let etag: string | undefined
  while (!scene.signal.aborted) {
    const headers = {
      'Accept-Encoding': 'gzip',
      ...(deltas && { 'A-IM': 'feed' }),
      ...(etag !== undefined && { 'If-None-Match': etag }),
    }
    const answer = await visit.ask('GET', Buffer.from(renderRequest(path, headers)))
    etag = answer?.headers.get('etag') ?? etag
    await sleep(20)
  }
}

/** A search engine that fetches all pages, again and again. */
export async function crawlPages(scene: Scene, paths: readonly string[]): Promise<void> {
  const visit = new Visit(scene)
  for (let at = 0; !scene.signal.aborted; at++) {
    await visit.ask(
      'GET',
      Buffer.from(renderRequest(paths[at % paths.length] ?? '/', { 'Accept-Encoding': 'gzip' })),
    )
    await sleep(10)
  }
}

/** A client with unusual requests of all kinds. */
export async function askOddly(scene: Scene, seed: number): Promise<void> {
  const visit = new Visit(scene)
  for (let batch = 0; !scene.signal.aborted; batch++) {
    for (const request of fc.sample(anyRequest(['W/"x"']), { seed: seed + batch, numRuns: 100 })) {
      if (scene.signal.aborted) return
      await visit.ask(request.method, toBytes(request))
      await sleep(10)
    }
  }
}

/** A connection to the live server. It is opened again after a deployment. */
class Visit {
  readonly #scene: Scene
  #port = 0
  #connection: RawConnection | undefined

  constructor(scene: Scene) {
    this.#scene = scene
  }

  async ask(method: string, bytes: Buffer) {
    const { deployment, observations } = this.#scene
    const { port } = deployment.live
    if (this.#connection === undefined || port !== this.#port) {
      this.#connection?.close()
      this.#connection = new RawConnection(port)
      this.#port = port
    }
    const begun = performance.now()
    const answer = await this.#connection.send(method, bytes)
    observations.note(bytes.toString('utf8'), answer, performance.now() - begun)
    return answer
  }
}
