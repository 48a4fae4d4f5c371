/** Cleans a picture. Returns `undefined` if it is not a picture that we publish. */
export type CleanPicture = (bytes: Uint8Array) => Uint8Array | undefined

const PICTURE = /^\s*data:(image\/(?:png|jpe?g|gif|webp|avif));base64,/i

/** Cleans a picture in a base64 `data:` URL (RFC 2397). Returns `undefined` if it is not a picture that we publish. */
export function cleanDataUrl(url: string, clean: CleanPicture): string | undefined {
  const bytes = dataOf(url)
  const cleaned = bytes && clean(bytes)
  if (cleaned === undefined) return undefined
  const [, type = ''] = PICTURE.exec(url) ?? []
  return cleaned === bytes ? url.trim() : `data:${type};base64,${toBase64(cleaned)}`
}

/** Decodes the bytes of a picture in a `data:` URL. */
function dataOf(url: string): Uint8Array | undefined {
  const [head] = PICTURE.exec(url) ?? []
  if (head === undefined) return undefined
  try {
    return Uint8Array.from(atob(url.slice(head.length)), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** As many bytes as one call can take as arguments. */
const STEP = 8192

function toBase64(bytes: Uint8Array): string {
  const letters: string[] = []
  for (let at = 0; at < bytes.length; at += STEP)
    letters.push(String.fromCharCode(...bytes.subarray(at, at + STEP)))
  return btoa(letters.join(''))
}
