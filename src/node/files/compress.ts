import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { concatenate } from '../../model/bytes.ts'
import type { Compress } from '../../model/runtime.ts'

/**
 * zlib has levels from 1 to 9, and its default is 6. That level makes an article one percent smaller than this one and a
 * feed six percent, but takes a quarter longer for an article and twice as long for a feed.
 */
const LEVEL = 4

/** Flush modes of zlib (zlib.h): end with an empty stored block, or end the stream. */
const FULL_FLUSH = 3
const FINISH = 4

const call = z.custom<(...numbers: number[]) => number>((value) => typeof value === 'function')

/** zlib as WebAssembly. Its output depends only on its own code, unlike that of the zlib in Node. */
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

/** The bytes of one call, and the most that it can give: those of the input, and those held back before. */
const INPUT_BYTES = 256 * 1024
const OUTPUT_BYTES = 2 * INPUT_BYTES
const input = zlib.malloc(INPUT_BYTES)
const output = zlib.malloc(OUTPUT_BYTES)

/** The compressor of all builds. The lockfile fixes its version. Throws if there is no memory left. */
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
  // The highest byte is zlib's return code: negative codes are errors. The other bytes are the size of the output.
  const outcome = zlib.deflate_process(stream, input, chunk.length, output, OUTPUT_BYTES, flush)
  const produced = outcome & 0xff_ff_ff
  if (outcome < 0 || produced === OUTPUT_BYTES) throw new Error(`zlib cannot compress: ${outcome >> 24}`)
  return new Uint8Array(zlib.memory.buffer, output, produced).slice()
}
