import type { Pack } from '../model/pack.ts'

/** What Cloudflare's bulk write takes in one request: as many pairs, and as many bytes of JSON. */
const MOST_PAIRS = 10_000
const MOST_BYTES = 100_000_000

/** What Cloudflare's key-value store takes as one value: 25 MiB. */
const MOST_VALUE_BYTES = 26_214_400

/** `{"key":"","value":"","base64":true},` and a line's end, round a key of 64 digits. */
const PAIR_OVERHEAD_BYTES = 128

/**
 * Packs as the texts of JSON files that `wrangler kv bulk put` takes as they are: `[{ key, value, base64 }]`, each
 * within the limits of one request. Throws at a pack that the store could never hold.
 */
export function renderBulkFiles(
  packs: readonly Pack[],
  mostPairs = MOST_PAIRS,
  mostBytes = MOST_BYTES,
): readonly string[] {
  const files: string[][] = []
  let bytes = 0
  for (const pack of packs) {
    if (pack.bytes.length > MOST_VALUE_BYTES) {
      throw new Error(
        `The pack ${pack.key} has ${pack.bytes.length} bytes; the store takes no more than ${MOST_VALUE_BYTES}.`,
      )
    }
    const size = Math.ceil(pack.bytes.length / 3) * 4 + PAIR_OVERHEAD_BYTES
    let file = files.at(-1)
    if (file === undefined || file.length === mostPairs || bytes + size > mostBytes) {
      file = []
      files.push(file)
      bytes = 0
    }
    file.push(JSON.stringify({ key: pack.key, value: toBase64(pack.bytes), base64: true }))
    bytes += size
  }
  return files.map((pairs) => `[\n${pairs.join(',\n')}\n]\n`)
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  // In steps: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
