import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { concatenate } from '../../model/bytes.ts'

/** zlib has levels from 1 to 9. Level 6, its default, makes a feed six percent smaller, but takes twice as long. */
const LEVEL = 4

/** The flush mode of zlib that ends with an empty stored block (zlib.h). */
const FULL_FLUSH = 3

const call = z.custom<(...numbers: number[]) => number>((value) => typeof value === 'function')

const exportsSchema = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  _initialize: call,
  malloc: call,
  deflate_new: call,
  deflate_init_raw: call,
  deflate_process: call,
  deflate_end: call,
})

/** The bytes of one call, and the most that it can give: those of the input, and those held back before. */
const INPUT_BYTES = 256 * 1024
const OUTPUT_BYTES = 2 * INPUT_BYTES

/** zlib as WebAssembly. Its output depends only on its own code, unlike that of the zlib in Node. */
interface Zlib extends z.infer<typeof exportsSchema> {
  /** The addresses of its buffers. */
  readonly input: number
  readonly output: number
}

let opened: Zlib | undefined

/** Starts zlib. Only sites with scheduled articles have pieces, so most builds never need it. */
function openZlib(): Zlib {
  const path = fileURLToPath(import.meta.resolve('@zip.js/zip.js/dist/zip-module.wasm'))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)))
  const zlib = exportsSchema.parse(exports)
  zlib._initialize()
  return { ...zlib, input: zlib.malloc(INPUT_BYTES), output: zlib.malloc(OUTPUT_BYTES) }
}

/** Compresses bytes to DEFLATE blocks that end on a byte, none of them the last. Throws if there is no memory left. */
export function deflatePiece(plain: Uint8Array): Uint8Array {
  opened ??= openZlib()
  const zlib = opened
  const stream = zlib.deflate_new()
  if (stream === 0 || zlib.deflate_init_raw(stream, LEVEL) !== 0)
    throw new Error('There is no memory left to compress in')
  const parts: Uint8Array[] = []
  for (let at = 0; at === 0 || at < plain.length; at += INPUT_BYTES) {
    const isLast = at + INPUT_BYTES >= plain.length
    const chunk = plain.subarray(at, at + INPUT_BYTES)
    parts.push(compressChunk(zlib, stream, chunk, isLast ? FULL_FLUSH : 0))
  }
  zlib.deflate_end(stream)
  return concatenate(parts)
}

function compressChunk(
  { memory, input, output, ...zlib }: Zlib,
  stream: number,
  chunk: Uint8Array,
  flush: number,
): Uint8Array {
  new Uint8Array(memory.buffer).set(chunk, input)
  // The highest byte is zlib's return code: negative codes are errors. The other bytes are the size of the output.
  const outcome = zlib.deflate_process(stream, input, chunk.length, output, OUTPUT_BYTES, flush)
  const produced = outcome & 0xff_ff_ff
  if (outcome < 0 || produced === OUTPUT_BYTES) throw new Error(`zlib cannot compress: ${outcome >> 24}`)
  return new Uint8Array(memory.buffer, output, produced).slice()
}
