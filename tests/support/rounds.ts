import { Dice } from './dice.ts'

const ROUNDS = 400
const FIRST = process.env['LEDGER_SEED'] === undefined ? 1 : Number(process.env['LEDGER_SEED'])

/** Does the same with many dice. What fails tells the seed that it fails with again: `LEDGER_SEED=17`. */
export async function inManyRounds(
  play: (dice: Dice) => void | Promise<void>,
  rounds = ROUNDS,
): Promise<void> {
  const count = process.env['LEDGER_SEED'] === undefined ? rounds : 1
  for (let seed = FIRST; seed < FIRST + count; seed += 1) {
    try {
      await play(new Dice(seed))
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`LEDGER_SEED=${seed}: ${reason}`, { cause })
    }
  }
}
