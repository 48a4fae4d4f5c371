/** A piece again and again, up to about so many bytes. */
export function fill(bytes: number, piece: string): string {
  return piece.repeat(Math.max(1, Math.floor(bytes / new TextEncoder().encode(piece).length)))
}

/** The same with a piece that is another one each time, by its number. */
export function fillNumbered(bytes: number, piece: (number: number) => string): string {
  const pieces: string[] = []
  for (let length = 0, number = 0; length < bytes; number += 1) {
    const next = piece(number)
    pieces.push(next)
    length += next.length
  }
  return pieces.join('')
}
