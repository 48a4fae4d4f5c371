import type { Asset } from '../../model/asset.ts'
import { textAt } from './bytes-at.ts'

/** A kind of file, recognised by its first bytes. */
interface Container {
  readonly holds: (bytes: Uint8Array) => boolean
  /** The extensions of this kind of file, the usual one first, each with its media type. */
  readonly forms: ReadonlyMap<string, string>
}

/** In the order of the tests. An MP3 comes last, because other files may begin with an ID3 tag too. */
const CONTAINERS: readonly Container[] = [
  container({ pdf: 'application/pdf' }, (bytes) => textAt(bytes, 0, 5) === '%PDF-'),
  container({ wav: 'audio/wav' }, (bytes) => /^RIFF[\s\S]{4}WAVE$/.test(textAt(bytes, 0, 12))),
  container({ flac: 'audio/flac' }, (bytes) => textAt(afterTag(bytes), 0, 4) === 'fLaC'),
  container({ ogv: 'video/ogg', ogg: 'video/ogg' }, (bytes) => isOgg(bytes) && isTheora(bytes)),
  container({ ogg: 'audio/ogg', oga: 'audio/ogg', opus: 'audio/ogg' }, isOgg),
  container({ webm: 'video/webm' }, isWebm),
  container({ m4a: 'audio/mp4' }, (bytes) => /^M4[AB] /.test(textAt(bytes, 8, 4)) && isMp4(bytes)),
  // Sound and film have the same format. The extension decides which of the two it is.
  container({ mp4: 'video/mp4', m4v: 'video/mp4', m4a: 'audio/mp4' }, isMp4),
  container({ aac: 'audio/aac' }, (bytes) => isAudioFrame(afterTag(bytes), 0)),
  container({ mp3: 'audio/mpeg' }, (bytes) => textAt(bytes, 0, 3) === 'ID3' || isAudioFrame(bytes, 1)),
]

/**
 * Recognises sound, film or a document by its bytes, like the MIME Sniffing Standard (§6.2). Returns its form and its
 * media type; if a kind has several extensions, the file keeps its own. `undefined` means that we do not publish such a
 * file.
 */
export function readMediaForm(
  bytes: Uint8Array,
  extension: string,
): Pick<Asset, 'form' | 'type'> | undefined {
  const forms = [...(CONTAINERS.find(({ holds }) => holds(bytes))?.forms ?? [])]
  const [form, type] = forms.find(([usual]) => usual === extension) ?? forms[0] ?? []
  return form === undefined || type === undefined ? undefined : { form, type }
}

/** Returns the media type of an extension, for files whose bytes are not known. Undefined for an unknown extension. */
export function typeOfExtension(extension: string): string | undefined {
  const types = CONTAINERS.map(({ forms }) => forms.get(extension))
  return types.findLast((type) => type !== undefined) ?? ELSEWHERE.get(extension)
}

/** Further types, of files that other servers may have. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['m4b', 'audio/mp4'],
  ['mov', 'video/quicktime'],
  ['epub', 'application/epub+zip'],
  ['zip', 'application/zip'],
])

function container(forms: Readonly<Record<string, string>>, holds: Container['holds']): Container {
  return { holds, forms: new Map(Object.entries(forms)) }
}

function isOgg(bytes: Uint8Array): boolean {
  return textAt(bytes, 0, 5) === 'OggS\0'
}

/** Whether an Ogg file has film. Its streams begin one after another, each with its own page (RFC 3533 §4). */
function isTheora(bytes: Uint8Array): boolean {
  return textAt(bytes, 0, 512).includes('\x80theora')
}

/** Whether a file has an EBML header with the document type `webm` (0x4282). Browsers do not play other Matroska files. */
function isWebm(bytes: Uint8Array): boolean {
  return /^\x1A\x45\xDF\xA3[\s\S]{1,60}\x42\x82[\s\S]{1,8}webm/.test(textAt(bytes, 0, 80))
}

/** The brands of MP4 files that browsers play (ISO/IEC 14496-12 §4.3). Not QuickTime, and not HEIF, which is a picture. */
const BRAND = /^(?:mp4[12]|iso[m2-9]|M4[ABV] |avc1|dash|msdh|cmf[c2])$/

function isMp4(bytes: Uint8Array): boolean {
  if (textAt(bytes, 4, 4) !== 'ftyp' || textAt(bytes, 8, 4) === 'qt  ') return false
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  const brands = [
    textAt(bytes, 8, 4),
    ...(textAt(bytes, 16, Math.min(size, 256) - 16).match(/[\s\S]{4}/g) ?? []),
  ]
  return brands.some((brand) => BRAND.test(brand))
}

/** Whether a frame of MPEG audio begins here: MP3 if `layer` is 1, AAC in ADTS if it is 0. */
function isAudioFrame(bytes: Uint8Array, layer: 0 | 1): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  if (first !== 0xff || ((second >> 1) & 0b11) !== layer) return false
  // ADTS sets twelve bits (ISO/IEC 13818-7 §6.2). MP3 sets eleven, because MPEG 2.5 uses the twelfth.
  if (layer === 0) return second >= 0xf0
  const version = (second >> 3) & 0b11
  return second >= 0xe0 && version !== 1 && third >> 4 !== 0b1111 && ((third >> 2) & 0b11) !== 0b11
}

/** Returns the bytes after an ID3v2 tag (§3.1). Players accept the tag before other formats than MP3, too. */
function afterTag(bytes: Uint8Array): Uint8Array {
  if (textAt(bytes, 0, 3) !== 'ID3') return bytes
  const length = bytes.subarray(6, 10).reduce((sum, digit) => sum * 128 + (digit & 0x7f), 0)
  return bytes.subarray(10 + length)
}
