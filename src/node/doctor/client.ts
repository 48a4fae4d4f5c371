import { OWN_AGENT } from './readers.ts'
import { type ClientRequest, type Reply, type RequestLimits, request } from './request.ts'

/** The limits of a whole visit. */
export interface VisitLimits extends RequestLimits {
  readonly mostRequests: number
  readonly mostAtOnce: number
}

/** A site with three feeds needs about 55 requests. Five megabytes are more than any reader accepts. */
export const VISIT_LIMITS: VisitLimits = {
  mostRequests: 60,
  mostAtOnce: 4,
  timeoutMilliseconds: 10_000,
  mostBytes: 5_000_000,
}

/** Sends all requests of a visit, only a few at a time, and no more than `mostRequests`. */
export class Client {
  readonly limits: VisitLimits
  /** How many requests were sent. */
  count = 0
  #running = 0
  readonly #waiting: (() => void)[] = []
  readonly #insecure = new Set<string>()

  constructor(limits: VisitLimits = VISIT_LIMITS) {
    this.limits = limits
  }

  /**
   * Continues with a host whose certificate readers reject, so that the other checks can run. The requests contain no
   * secrets.
   */
  acceptAnyCertificate(url: string): void {
    this.#insecure.add(new URL(url).origin)
  }

  /** Sends a request, by default with the doctor's own `User-Agent` and gzip accepted. Never rejects. */
  async send({ url, method, headers }: ClientRequest): Promise<Reply> {
    if (this.count >= this.limits.mostRequests) {
      const failure = `not asked: a visit ends with ${this.limits.mostRequests} requests`
      return { url, reason: 'limit', failure }
    }
    this.count += 1
    await this.#takeTurn()
    try {
      const isInsecure = this.#insecure.has(new URL(url).origin)
      const own = { 'User-Agent': OWN_AGENT, Accept: '*/*', 'Accept-Encoding': 'gzip' }
      const complete = { url, method: method ?? 'GET', headers: { ...own, ...headers } } as const
      return await request(complete, { ...this.limits, isInsecure })
    } finally {
      this.#giveTurn()
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#running < this.limits.mostAtOnce) this.#running += 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** Hands the place directly to the next in the queue, so that a new request cannot overtake it. */
  #giveTurn(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#running -= 1
    else next()
  }
}
