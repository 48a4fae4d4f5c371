import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { concatenate } from '../../model/bytes.ts'
import type { Compress } from '../../model/runtime.ts'

/**
 * zlib's levels go from 1 to 9. The sixth, its default, saves one byte in a hundred of what an article comes to and six of
 * a feed, and takes a quarter longer for the one, twice as long for the other.
 */
const LEVEL = 4

/** What zlib calls the ends of what it is given (zlib.h): an empty stored block, and the end of all. */
const FULL_FLUSH = 3
const FINISH = 4

const call = z.custom<(...numbers: number[]) => number>((value) => typeof value === 'function')

/** zlib as WebAssembly: what it does depends on nothing but its own bytes, unlike the zlib that Node carries. */
const exportsSchema = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  _initialize: call,
  malloc: call,
  free: call,
  deflate_new: call,
  deflate_init_gzip: call,
  deflate_init_raw: call,
  deflate_process: call,
  deflate_end: call,
})

const module = new WebAssembly.Module(
  readFileSync(fileURLToPath(import.meta.resolve('@zip.js/zip.js/dist/zip-module.wasm'))),
)
const zlib = exportsSchema.parse(new WebAssembly.Instance(module).exports)
zlib._initialize()

/** So many bytes are taken in at once, and so many may come of them: those, and what was held back before. */
const INPUT_BYTES = 256 * 1024
const OUTPUT_BYTES = 2 * INPUT_BYTES
const input = zlib.malloc(INPUT_BYTES)
const output = zlib.malloc(OUTPUT_BYTES)

/** The one compressor of all builds: its version is in the lockfile. Throws where there is no memory left. */
export const compress: Compress = (plain, as) => {
  const stream = zlib.deflate_new()
  const begin = as === 'member' ? zlib.deflate_init_gzip : zlib.deflate_init_raw
  if (stream === 0 || begin(stream, LEVEL) !== 0) throw new Error('There is no memory left to compress in')
  const parts: Uint8Array[] = []
  for (let at = 0; at === 0 || at < plain.length; at += INPUT_BYTES) {
    const isLast = at + INPUT_BYTES >= plain.length
    const flush = !isLast ? 0 : as === 'member' ? FINISH : FULL_FLUSH
    parts.push(compressChunk(stream, plain.subarray(at, at + INPUT_BYTES), flush))
  }
  zlib.deflate_end(stream)
  return concatenate(parts)
}

function compressChunk(stream: number, chunk: Uint8Array, flush: number): Uint8Array {
  new Uint8Array(zlib.memory.buffer).set(chunk, input)
  // The highest byte is zlib's return code, of which the negative ones are errors; the others are how much came out.
  const outcome = zlib.deflate_process(stream, input, chunk.length, output, OUTPUT_BYTES, flush)
  const produced = outcome & 0xff_ff_ff
  if (outcome < 0 || produced === OUTPUT_BYTES) throw new Error(`zlib cannot compress: ${outcome >> 24}`)
  return new Uint8Array(zlib.memory.buffer, output, produced).slice()
}
