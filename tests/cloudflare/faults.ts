/**
 * How a request goes wrong. An `answer` is an error, a `stall` is none at all, a `reset` breaks the connection; each with or
 * without the request's effect. With `loss`, a bulk write or delete leaves some keys out, and says so or not.
 */
export type Fault =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly retryAfterSeconds?: number
      readonly isApplied?: boolean
    }
  | { readonly kind: 'stall' | 'reset'; readonly isApplied?: boolean }
  | ({ readonly kind: 'loss' } & KeyLoss)

/** Which keys of a bulk request get lost, and whether the answer names them. */
export interface KeyLoss {
  readonly isLost: (key: string, index: number) => boolean
  readonly isReported: boolean
}

/** The faults that a test has ordered. */
export class FaultPlan {
  readonly #orders: { readonly pattern: RegExp; readonly fault: Fault; times: number }[] = []

  /** Has the next requests go wrong whose method and path match, as in `/^PUT .+\/bulk$/`. */
  order(pattern: RegExp, fault: Fault, times = 1): void {
    this.#orders.push({ pattern, fault, times })
  }

  /** The fault of a request, which is used up by that: the first that was ordered of those that match. */
  take(subject: string): Fault | undefined {
    const order = this.#orders.find(({ pattern, times }) => times > 0 && pattern.test(subject))
    if (order !== undefined) order.times -= 1
    return order?.fault
  }

  /** How many requests are still to go wrong. */
  get left(): number {
    return this.#orders.reduce((sum, { times }) => sum + times, 0)
  }

  /** Forgets what was ordered. */
  clear(): void {
    this.#orders.length = 0
  }
}
