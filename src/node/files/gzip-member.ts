import { gzip } from 'libdeflate'

/** libdeflate's levels go from 1 to 12. The first gives what zlib's fourth gives, in less than half of its time. */
const LEVEL = 1

let isOpen = false

/** The gzip member (RFC 1952 §2.3) of some bytes, the same on every machine. The only file that knows the package. */
export function gzipMember(plain: Uint8Array): Uint8Array {
  if (!isOpen) open()
  return gzip(plain, LEVEL)
}

/** Starts the package, without its listeners for the errors of a program that it would run: ours are for us to tell. */
function open(): void {
  const onError = process.listeners('uncaughtException')
  const onRejection = process.listeners('unhandledRejection')
  gzip(new Uint8Array(), LEVEL)
  for (const each of process.listeners('uncaughtException'))
    if (!onError.includes(each)) process.off('uncaughtException', each)
  for (const each of process.listeners('unhandledRejection'))
    if (!onRejection.includes(each)) process.off('unhandledRejection', each)
  isOpen = true
}
