import type { Asset } from '../../model/asset.ts'
import { textAt } from './bytes-at.ts'

/** A kind of file that has its own way to begin. */
interface Container {
  readonly holds: (bytes: Uint8Array) => boolean
  /** The extensions that a file of this kind goes by, the usual one first, each with its media type. */
  readonly forms: ReadonlyMap<string, string>
}

/** In the order in which they are told apart: an MP3 is what is left of all that begins with a tag. */
const CONTAINERS: readonly Container[] = [
  container({ pdf: 'application/pdf' }, (bytes) => textAt(bytes, 0, 5) === '%PDF-'),
  container({ wav: 'audio/wav' }, (bytes) => /^RIFF[\s\S]{4}WAVE$/.test(textAt(bytes, 0, 12))),
  container({ flac: 'audio/flac' }, (bytes) => textAt(afterTag(bytes), 0, 4) === 'fLaC'),
  container({ ogv: 'video/ogg', ogg: 'video/ogg' }, (bytes) => isOgg(bytes) && isTheora(bytes)),
  container({ ogg: 'audio/ogg', oga: 'audio/ogg', opus: 'audio/ogg' }, isOgg),
  container({ webm: 'video/webm' }, isWebm),
  container({ m4a: 'audio/mp4' }, (bytes) => /^M4[AB] /.test(textAt(bytes, 8, 4)) && isMp4(bytes)),
  // One kind of file for sound and film: which of the two it is, its name tells.
  container({ mp4: 'video/mp4', m4v: 'video/mp4', m4a: 'audio/mp4' }, isMp4),
  container({ aac: 'audio/aac' }, (bytes) => isAudioFrame(afterTag(bytes), 0)),
  container({ mp3: 'audio/mpeg' }, (bytes) => textAt(bytes, 0, 3) === 'ID3' || isAudioFrame(bytes, 1)),
]

/**
 * What sound, film or document a file is, by its bytes, as the MIME Sniffing Standard tells (§6.2): its extension and its
 * media type. What several extensions are usual for keeps its own. `undefined` is nothing that we publish.
 */
export function readMediaForm(
  bytes: Uint8Array,
  extension: string,
): Pick<Asset, 'form' | 'type'> | undefined {
  const forms = [...(CONTAINERS.find(({ holds }) => holds(bytes))?.forms ?? [])]
  const [form, type] = forms.find(([usual]) => usual === extension) ?? forms[0] ?? []
  return form === undefined || type === undefined ? undefined : { form, type }
}

/** The media type that an extension stands for, where the bytes are not at hand. */
export function typeOfExtension(extension: string): string | undefined {
  const types = CONTAINERS.map(({ forms }) => forms.get(extension))
  return types.findLast((type) => type !== undefined) ?? ELSEWHERE.get(extension)
}

/** What is not published here, and may well be elsewhere. */
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

/** The streams of an Ogg file begin one after another, each with a page of its own (RFC 3533 §4): one of them is film. */
function isTheora(bytes: Uint8Array): boolean {
  return textAt(bytes, 0, 512).includes('\x80theora')
}

/** An EBML header with the document type `webm` (0x4282); any other is a Matroska file, which browsers do not play. */
function isWebm(bytes: Uint8Array): boolean {
  return /^\x1A\x45\xDF\xA3[\s\S]{1,60}\x42\x82[\s\S]{1,8}webm/.test(textAt(bytes, 0, 80))
}

/** The brands of those MP4 files that browsers play (ISO/IEC 14496-12 §4.3): no QuickTime, and no HEIF, which is a picture. */
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

/** Whether a frame of MPEG audio begins here, of layer III (MP3) where `layer` is 1, of ADTS (AAC) where it is 0. */
function isAudioFrame(bytes: Uint8Array, layer: 0 | 1): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  if (first !== 0xff || ((second >> 1) & 0b11) !== layer) return false
  // ISO/IEC 13818-7 §6.2: twelve bits are set. MP3 has eleven: MPEG 2.5 takes the twelfth for itself.
  if (layer === 0) return second >= 0xf0
  const version = (second >> 3) & 0b11
  return second >= 0xe0 && version !== 1 && third >> 4 !== 0b1111 && ((third >> 2) & 0b11) !== 0b11
}

/** The bytes after a tag of ID3v2 (§3.1), which players let stand before more than MP3. */
function afterTag(bytes: Uint8Array): Uint8Array {
  if (textAt(bytes, 0, 3) !== 'ID3') return bytes
  const length = bytes.subarray(6, 10).reduce((sum, digit) => sum * 128 + (digit & 0x7f), 0)
  return bytes.subarray(10 + length)
}
