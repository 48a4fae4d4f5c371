import { once } from 'node:events'
import { connect } from 'node:net'
import { percentile } from '../median.ts'
import { type LoadJob, type LoadOutcome, loadJob } from './job.ts'

/**
 * A separate process that sends a server as many requests as it can answer: each connection sends its next request after
 * the last answer. The length of each answer is learned once, and then only bytes are counted, so that the client costs
 * little. Reads the job from its argument, and prints the results.
 */

async function sendLoad(job: LoadJob): Promise<LoadOutcome> {
  const lengths: (number | undefined)[] = job.requests.map(() => undefined)
  const milliseconds: number[] = []
  let next = 0
  let answers = 0
  let begun = performance.now()
  let end = Number.POSITIVE_INFINITY

  function converse(): Promise<void> {
    const socket = connect(job.port, '127.0.0.1').setNoDelay(true)
    let place = 0
    let asked = 0
    let received = 0
    let head = Buffer.alloc(0)
    function ask(): void {
      place = next++ % job.requests.length
      received = 0
      head = Buffer.alloc(0)
      asked = performance.now()
      socket.write(job.requests[place] ?? '')
    }
    socket.on('connect', ask)
    socket.on('data', (chunk: Buffer) => {
      if (received === 0 && chunk.toString('latin1', 9, 12) !== String(job.status)) {
        socket.destroy(new Error(`Instead of ${job.status} came ${chunk.toString('latin1', 0, 400)}`))
        return
      }
      received += chunk.length
      if (lengths[place] === undefined) {
        head = Buffer.concat([head, chunk])
        lengths[place] = lengthOf(head)
      }
      if (received !== lengths[place]) return
      const now = performance.now()
      answers += 1
      milliseconds.push(now - asked)
      if (now < end && !(end === Number.POSITIVE_INFINITY && answers >= job.requests.length)) ask()
      else socket.end()
    })
    return once(socket, 'close').then(() => {})
  }

  // Sends each request once, to learn the lengths and to warm up the server.
  await converse()
  milliseconds.length = 0
  begun = performance.now()
  end = begun + job.milliseconds
  const before = answers
  await Promise.all(Array.from({ length: job.connections }, converse))
  const seconds = (performance.now() - begun) / 1000
  return {
    answers,
    perSecond: (answers - before) / seconds,
    p50: percentile(milliseconds, 0.5),
    p99: percentile(milliseconds, 0.99),
  }
}

/** The length of a whole answer in bytes, once its head has arrived. */
function lengthOf(bytes: Buffer): number | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const body = /^HTTP\/1\.1 304/.test(head) ? 0 : Number(/^content-length: (\d+)/im.exec(head)?.[1])
  return headEnd + 4 + body
}

console.log(JSON.stringify(await sendLoad(loadJob.parse(JSON.parse(process.argv[2] ?? '')))))
