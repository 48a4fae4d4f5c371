import { connect, type Socket } from 'node:net'
import { parseResponse, type WireResponse } from './raw-socket.ts'

/** A connection that is kept for one request after another, and opened anew when the server closes it. */
export class RawConnection {
  readonly #port: number
  #socket: Socket | undefined
  #received: Buffer = Buffer.alloc(0)
  #wake: () => void = () => {}
  #closed = true

  constructor(port: number) {
    this.#port = port
  }

  /**
   * Sends a request as it stands and reads its answer; undefined where the server closed without one. Answers are told
   * apart by their Content-Length, which all of ours have.
   */
  async send(method: string, bytes: Buffer): Promise<WireResponse | undefined> {
    const socket = this.#open()
    socket.write(bytes)
    for (;;) {
      const end = endOfResponse(this.#received, method)
      if (end !== undefined) {
        const response = parseResponse(this.#received.subarray(0, end))
        this.#received = this.#received.subarray(end)
        if (response.headers.get('connection') === 'close') this.close()
        return response
      }
      if (this.#closed) return undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  close(): void {
    this.#socket?.destroy()
    this.#socket = undefined
    this.#closed = true
  }

  #open(): Socket {
    if (this.#socket !== undefined && !this.#closed) return this.#socket
    const socket = connect(this.#port, '127.0.0.1')
    this.#received = Buffer.alloc(0)
    this.#closed = false
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
      this.#wake()
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      if (this.#socket === socket) this.#closed = true
      this.#wake()
    })
    this.#socket = socket
    return socket
  }
}

/** Where the first answer in the bytes ends, if all of it is there. */
function endOfResponse(bytes: Buffer, method: string): number | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const { status, headers } = parseResponse(bytes.subarray(0, headEnd + 4))
  const hasBody = method !== 'HEAD' && status !== 304 && status !== 204
  const end = headEnd + 4 + (hasBody ? Number(headers.get('content-length') ?? 0) : 0)
  return bytes.length < end ? undefined : end
}
