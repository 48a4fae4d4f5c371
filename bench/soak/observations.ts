import type { WireResponse } from '../../tests/support/raw-socket.ts'

/** The statuses that a correct request may get. */
const WELL = new Set([200, 204, 206, 226, 301, 304, 400, 404, 405, 410, 412, 416])

/**
 * How many milliseconds after its recovery a store may still cause failures. The Worker waits for it up to this long,
 * twice.
 */
const AFTERMATH_MILLISECONDS = 7000

/** The record of a soak. */
export class Observations {
  readonly statuses = new Map<number, number>()
  readonly milliseconds: number[] = []
  /** The answers that are never allowed, each kind with the first request that got it. */
  readonly wrong = new Map<string, string>()
  #faulty = false
  #wellSince = Number.NEGATIVE_INFINITY

  /** Notes that the store fails from now on, or works again. */
  setFaulty(isFaulty: boolean): void {
    if (this.#faulty && !isFaulty) this.#wellSince = performance.now()
    this.#faulty = isFaulty
  }

  /** Notes an answer, or its absence. */
  note(request: string, answer: WireResponse | undefined, milliseconds: number): void {
    const status = answer?.status ?? 0
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
    const isDisturbed = this.#faulty || performance.now() - this.#wellSince < AFTERMATH_MILLISECONDS
    if (!isDisturbed) this.milliseconds.push(milliseconds)
    const isAllowed = WELL.has(status) || (status === 503 && isDisturbed && isHonest(answer))
    if (!isAllowed && !this.wrong.has(String(status))) this.wrong.set(String(status), request)
  }
}

/** Whether a failure has the headers that the documentation promises: when to try again, and that no cache may store it. */
function isHonest(answer: WireResponse | undefined): boolean {
  return answer?.headers.get('retry-after') === '60' && answer.headers.get('cache-control') === 'no-store'
}
