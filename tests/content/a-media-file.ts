import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../fixtures/media')

/** A tenth of a second of silence, or of black, as FFmpeg writes it: `id3.mp3`. */
export function aMediaFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)))
}

/** The beginning of a PDF. */
export const A_PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
