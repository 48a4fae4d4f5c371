import { dayOf } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import { LEDGER_PATH } from '../ledger-codec.ts'
import { latestBuild } from '../ledger-time.ts'
import type { LaterContext } from './guard-context.ts'

/** Milliseconds. The clocks of two machines may differ by less, and a writer may build for an earlier hour of the day. */
const DAY = 86_400_000

/** Guards against a clock that is behind the ledger. It is a warning, because no published article changes by it. */
export function guardClock({ before, at }: LaterContext): Problem[] {
  const latest = latestBuild(before)
  if (latest - at <= DAY) return []
  const told = `The clock of this machine says ${dayOf(at)}, and the ledger was changed on ${dayOf(latest)}.`
  const mend =
    'Set the clock, if it is behind. Until then each change gets a time one second after the change before it.'
  return [{ severity: 'warning', path: LEDGER_PATH, message: `${told} ${mend}` }]
}
