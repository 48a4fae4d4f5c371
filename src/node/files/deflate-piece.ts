import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { concatenate } from '../../model/bytes.ts'

/** zlib's levels go from 1 to 9. The sixth, its default, saves six bytes in a hundred of a feed, and takes twice as long. */
const LEVEL = 4

/** What zlib calls an empty stored block at the end of what it is given (zlib.h). */
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

/** So many bytes are taken in at once, and so many may come of them: those, and what was held back before. */
const INPUT_BYTES = 256 * 1024
const OUTPUT_BYTES = 2 * INPUT_BYTES

/** zlib as WebAssembly: what it does depends on nothing but its own bytes, unlike the zlib that Node carries. */
interface Zlib extends z.infer<typeof exportsSchema> {
  /** Where it reads, and where it writes. */
  readonly input: number
  readonly output: number
}

let opened: Zlib | undefined

/** Few sites have articles that appear by themselves, and only those have pieces. */
function openZlib(): Zlib {
  const path = fileURLToPath(import.meta.resolve('@zip.js/zip.js/dist/zip-module.wasm'))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)))
  const zlib = exportsSchema.parse(exports)
  zlib._initialize()
  return { ...zlib, input: zlib.malloc(INPUT_BYTES), output: zlib.malloc(OUTPUT_BYTES) }
}

/** Blocks of DEFLATE that end on a byte, none of them the last. Throws where there is no memory left. */
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
  // The highest byte is zlib's return code, of which the negative ones are errors; the others are how much came out.
  const outcome = zlib.deflate_process(stream, input, chunk.length, output, OUTPUT_BYTES, flush)
  const produced = outcome & 0xff_ff_ff
  if (outcome < 0 || produced === OUTPUT_BYTES) throw new Error(`zlib cannot compress: ${outcome >> 24}`)
  return new Uint8Array(memory.buffer, output, produced).slice()
}
