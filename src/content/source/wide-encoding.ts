/** A text in an encoding with code units of two or four bytes. */
export interface WideText {
  readonly text: string
  /** Names the encoding if it is only a guess or is not supported. */
  readonly error?: string
}

/**
 * The number of bytes that are examined to guess an encoding without a mark. The first characters of most articles are
 * ASCII.
 */
const SAMPLE_BYTES = 64

/**
 * Detects UTF-16, which Windows editors and PowerShell write, by its byte order mark; UTF-16 without a mark and UTF-32
 * by their zero bytes. Undefined for all other bytes.
 */
export function recogniseWideEncoding(bytes: Uint8Array): WideText | undefined {
  const [first, second, third, fourth] = bytes
  const isMarked = (one: number, two: number) => first === one && second === two
  if (isMarked(0xff, 0xfe) && third === 0 && fourth === 0) return wideError(bytes, 'UTF-32')
  if (isMarked(0, 0) && third === 0xfe && fourth === 0xff) return wideError(bytes, 'UTF-32')
  if (isMarked(0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (isMarked(0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes) }
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const most = 0.8 * Math.floor(sample.length / 4)
  const zeros = [0, 1, 2, 3].map(
    (place) => sample.filter((byte, at) => at % 4 === place && byte === 0).length,
  )
  const pattern = zeros.map((count) => (count >= most ? '0' : 'x')).join('')
  if (sample.length < 4) return undefined
  if (pattern === 'x000' || pattern === '000x') return wideError(bytes, 'UTF-32')
  return pattern === 'x0x0' || pattern === '0x0x'
    ? wideError(bytes, 'UTF-16 without a byte order mark')
    : undefined
}

/** Removes the zero bytes, so that ASCII is readable and causes no further problems. */
function wideError(bytes: Uint8Array, error: string): WideText {
  const text = new TextDecoder().decode(bytes.filter((byte) => byte !== 0)).replaceAll('\uFFFD', '')
  return { text, error }
}
