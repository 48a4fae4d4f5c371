import type { Server } from '../servers/serve-site.ts'

/** What is live: a release's server, until another takes its place, as at a deployment. */
export class Deployment {
  #live: Server
  readonly #servers: Server[]

  constructor(first: Server) {
    this.#live = first
    this.#servers = [first]
  }

  get live(): Server {
    return this.#live
  }

  /** From now on this one is asked. The one before goes on until whoever asked it has its answer. */
  switchTo(next: Server): void {
    this.#servers.push(next)
    this.#live = next
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) await server.stop()
  }
}
