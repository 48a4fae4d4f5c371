import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { findUsageError } from '../command-line.ts'
import { Hand } from './hand.ts'
import { KeptFile, KeptReader, SCRATCH } from './kept-file.ts'

/** What a thread of a workshop is started with. */
const { folder, file } = z.object({ folder: z.string(), file: z.string() }).parse(workerData)
const hand = new Hand(
  new KeptFile(folder, file),
  new KeptFile(folder, `${file}${SCRATCH}`),
  new KeptReader(folder),
)

parentPort?.on('message', ({ number, order }) => {
  try {
    parentPort?.postMessage({ number, done: hand.do(order) })
  } catch (error) {
    // What kind of error it is would not be told.
    const mistake = findUsageError(error)?.message
    parentPort?.postMessage(mistake === undefined ? { number, error } : { number, mistake })
  }
})
