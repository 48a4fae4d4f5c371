import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { findUsageError } from '../command-line.ts'
import { Hand } from './hand.ts'
import { KeptFile, KeptReader, SCRATCH } from './kept-file.ts'
import { isRequest, type ThreadAnswer, type ThreadRequest } from './thread-messages.ts'

/** What a thread of a workshop is started with. */
const { folder, file } = z.object({ folder: z.string(), file: z.string() }).parse(workerData)
const hand = new Hand(
  new KeptFile(folder, file),
  new KeptFile(folder, `${file}${SCRATCH}`),
  new KeptReader(folder),
)

parentPort?.on('message', (message: unknown) => {
  if (!isRequest(message)) throw new TypeError('A thread was sent what is no order')
  parentPort?.postMessage(answer(message))
})

function answer({ number, order }: ThreadRequest): ThreadAnswer {
  try {
    return { number, outcome: 'done', kind: order.kind, results: [...hand.do(order)] }
  } catch (error) {
    // What kind of error it is would not be told.
    const message = findUsageError(error)?.message
    return message === undefined
      ? { number, outcome: 'error', error }
      : { number, outcome: 'mistake', message }
  }
}
