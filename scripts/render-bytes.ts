/** A number of bytes for people: `51.5 kB`, `12.3 MB`. */
export function renderBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
