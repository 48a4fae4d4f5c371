import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { findUsageError } from '../cli/command-line.ts'
import { BlobFile, BlobReader, SCRATCH } from './blob-file.ts'
import { TaskExecutor } from './run-task.ts'
import { isRequest, type ThreadAnswer, type ThreadRequest } from './thread-messages.ts'

/** The parameters of a worker thread. */
const { folder, file } = z.object({ folder: z.string(), file: z.string() }).parse(workerData)
const executor = new TaskExecutor(
  new BlobFile(folder, file),
  new BlobFile(folder, `${file}${SCRATCH}`),
  new BlobReader(folder),
)

parentPort?.on('message', (message: unknown) => {
  if (!isRequest(message)) throw new TypeError('A thread was sent what is no order')
  parentPort?.postMessage(answer(message))
})

function answer({ number, task }: ThreadRequest): ThreadAnswer {
  try {
    return { number, outcome: 'done', kind: task.kind, results: [...executor.run(task)] }
  } catch (error) {
    // A message between threads does not keep the class of an error.
    const message = findUsageError(error)?.message
    return message === undefined
      ? { number, outcome: 'error', error }
      : { number, outcome: 'mistake', message }
  }
}
