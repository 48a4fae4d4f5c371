import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import { Refusal } from './envelope.ts'

/** How many versions can still be deployed: the newest so many. */
const MOST_DEPLOYABLE = 100

/** One module of a version, as it was uploaded. */
export interface WorkerModule {
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** A name in the Worker's environment, and what it stands for. */
export const binding = z.looseObject({ name: z.string(), type: z.string() })
export type Binding = z.output<typeof binding>

/** What a version is made of. */
export interface WorkerUpload {
  readonly mainModule: string
  readonly modules: readonly WorkerModule[]
  readonly bindings: readonly Binding[]
  readonly compatibilityDate: string
  readonly compatibilityFlags: readonly string[]
  readonly annotations: Readonly<Record<string, string>>
}

/** A version: what was uploaded at a time. It never changes. */
export interface WorkerVersion extends WorkerUpload {
  readonly id: string
  readonly number: number
  readonly createdOn: string
}

/** How the traffic was divided between versions from a moment on. */
export interface Deployment {
  readonly id: string
  readonly createdOn: string
  readonly versions: readonly { readonly version_id: string; readonly percentage: number }[]
  readonly annotations: Readonly<Record<string, string>>
}

/** A Worker, with all that was ever uploaded and deployed. */
export class Worker {
  readonly id = randomUUID().replaceAll('-', '')
  readonly name: string
  readonly createdOn: string
  readonly #clock: Clock
  /** The oldest first. */
  readonly versions: WorkerVersion[] = []
  /** The newest first. */
  readonly deployments: Deployment[] = []
  isOnWorkersDev = false
  hasPreviews = false
  tags: readonly string[] = []

  /** A new one has no version. */
  constructor(name: string, clock: Clock) {
    this.name = name
    this.#clock = clock
    this.createdOn = clock.tell()
  }

  /** The version with that id, or its `latest`. Throws a Refusal where there is none. */
  version(id: string): WorkerVersion {
    const found = id === 'latest' ? this.versions.at(-1) : this.versions.find((version) => version.id === id)
    if (found === undefined) throw new Refusal(404, 10_007, `workers.api.error.version_not_found`)
    return found
  }

  /** The version that all of the traffic goes to, if there is one. */
  live(): WorkerVersion | undefined {
    const whole = this.deployments[0]?.versions.find(({ percentage }) => percentage === 100)
    return whole && this.version(whole.version_id)
  }

  /** Makes a version of what is uploaded, which is not live yet. Throws a Refusal at a binding that nothing gives. */
  upload(upload: WorkerUpload): WorkerVersion {
    const version: WorkerVersion = {
      ...upload,
      bindings: upload.bindings.map((each) => (each.type === 'inherit' ? this.#inherited(each.name) : each)),
      id: randomUUID(),
      number: this.versions.length + 1,
      createdOn: this.#clock.tell(),
    }
    this.versions.push(version)
    return version
  }

  /** Divides the traffic anew. Throws a Refusal at a version that cannot be deployed, or shares that are not a whole. */
  deploy(versions: Deployment['versions'], annotations: Readonly<Record<string, string>> = {}): Deployment {
    const deployable = new Set(this.versions.slice(-MOST_DEPLOYABLE).map(({ id }) => id))
    if (versions.reduce((sum, { percentage }) => sum + percentage, 0) !== 100)
      throw new Refusal(400, 10_021, 'The percentages of the versions must total 100.')
    for (const { version_id } of versions) {
      if (!deployable.has(version_id))
        throw new Refusal(400, 10_205, `Version ${version_id} cannot be deployed.`)
    }
    const deployment = { id: randomUUID(), createdOn: this.#clock.tell(), versions, annotations }
    this.deployments.unshift(deployment)
    return deployment
  }

  #inherited(name: string): Binding {
    const found = this.versions.at(-1)?.bindings.find((each) => each.name === name)
    if (found === undefined)
      throw new Refusal(400, 10_057, `inherit binding '${name}' is invalid: the previous version has none`)
    return found
  }
}
