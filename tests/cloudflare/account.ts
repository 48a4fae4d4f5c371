import { randomUUID } from 'node:crypto'
import { Clock } from './clock.ts'
import { Refusal } from './envelope.ts'
import { KeyValueNamespace, type Visibility } from './key-value-namespace.ts'
import { Worker, type WorkerUpload, type WorkerVersion } from './worker.ts'

/** How often the API was asked to do a thing with the store, counted in keys but for the lists. */
export interface Counters {
  writes: number
  deletes: number
  /** Pages of lists. */
  lists: number
  reads: number
}

/** An account at Cloudflare, and all that is in it. */
export class Account {
  readonly id = randomUUID().replaceAll('-', '')
  readonly name = 'Redazione'
  /** Its part of `<worker>.<subdomain>.workers.dev`. */
  readonly subdomain = 'redazione'
  readonly clock = new Clock()
  readonly namespaces = new Map<string, KeyValueNamespace>()
  readonly workers = new Map<string, Worker>()
  readonly visibility: Visibility = { hiddenLists: 0 }
  readonly counters: Counters = { writes: 0, deletes: 0, lists: 0, reads: 0 }

  /** Makes a namespace. Throws a Refusal where there is one of that title. */
  createNamespace(title: string): KeyValueNamespace {
    if (this.namespaceTitled(title))
      throw new Refusal(
        400,
        10_014,
        "create namespace: 'a namespace with this account ID and title already exists'",
      )
    const namespace = new KeyValueNamespace(randomUUID().replaceAll('-', ''), title, this.visibility)
    this.namespaces.set(namespace.id, namespace)
    return namespace
  }

  /** The namespace of that title, if there is one. */
  namespaceTitled(title: string): KeyValueNamespace | undefined {
    return [...this.namespaces.values()].find((namespace) => namespace.title === title)
  }

  /** The namespace with that id. Throws a Refusal where there is none. */
  namespace(id: string): KeyValueNamespace {
    const found = this.namespaces.get(id)
    if (found === undefined) throw new Refusal(404, 10_013, 'namespace not found')
    return found
  }

  /** The Worker of that name or id. Throws a Refusal where there is none. */
  worker(nameOrId: string): Worker {
    const found =
      this.workers.get(nameOrId) ?? [...this.workers.values()].find((worker) => worker.id === nameOrId)
    if (found === undefined) throw new Refusal(404, 10_007, 'This Worker does not exist on your account.')
    return found
  }

  /** Makes a version of a Worker, and the Worker where there is none. Throws a Refusal, having made neither. */
  upload(name: string, upload: WorkerUpload): { readonly worker: Worker; readonly version: WorkerVersion } {
    const worker = this.workers.get(name) ?? new Worker(name, this.clock)
    const version = worker.upload(upload)
    this.workers.set(name, worker)
    return { worker, version }
  }
}
