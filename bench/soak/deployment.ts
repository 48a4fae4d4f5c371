import type { Server } from '../servers/serve-site.ts'

/** The live server of a release. A deployment replaces it. */
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

  /** Makes a server the live one. The earlier server runs on, so that its open requests get their answers. */
  switchTo(next: Server): void {
    this.#servers.push(next)
    this.#live = next
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) await server.stop()
  }
}
