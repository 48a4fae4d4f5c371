import type { WireResponse } from '../../tests/support/raw-socket.ts'

/** What is answered to whoever asks as the documentation says. */
const WELL = new Set([200, 204, 206, 226, 301, 304, 400, 404, 405, 410, 412, 416])

/** How many milliseconds a failing store may still show after it is well again: it is waited for as long, twice. */
const AFTERMATH_MILLISECONDS = 7000

/** What was seen in a soak. */
export class Observations {
  readonly statuses = new Map<number, number>()
  readonly milliseconds: number[] = []
  /** Each kind of answer that nothing allows, with the first request that got it. */
  readonly wrong = new Map<string, string>()
  #faulty = false
  #wellSince = Number.NEGATIVE_INFINITY

  /** From now on the store fails, or does not any more. */
  setFaulty(isFaulty: boolean): void {
    if (this.#faulty && !isFaulty) this.#wellSince = performance.now()
    this.#faulty = isFaulty
  }

  /** Notes an answer, or that there was none. */
  note(request: string, answer: WireResponse | undefined, milliseconds: number): void {
    const status = answer?.status ?? 0
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
    const isDisturbed = this.#faulty || performance.now() - this.#wellSince < AFTERMATH_MILLISECONDS
    if (!isDisturbed) this.milliseconds.push(milliseconds)
    const isAllowed = WELL.has(status) || (status === 503 && isDisturbed && isHonest(answer))
    if (!isAllowed && !this.wrong.has(String(status))) this.wrong.set(String(status), request)
  }
}

/** Whether a failure says what the documentation promises of one: when to come again, and that nobody may keep it. */
function isHonest(answer: WireResponse | undefined): boolean {
  return answer?.headers.get('retry-after') === '60' && answer.headers.get('cache-control') === 'no-store'
}
