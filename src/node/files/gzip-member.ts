import { gzip } from 'libdeflate'

/** libdeflate has levels from 1 to 12. Level 1 gives the size of zlib's level 4, in less than half of the time. */
const LEVEL = 1

let isOpen = false

/** Compresses bytes to one gzip member (RFC 1952 §2.3), the same on every machine. Only this file uses the package. */
export function gzipMember(plain: Uint8Array): Uint8Array {
  if (!isOpen) open()
  return gzip(plain, LEVEL)
}

/** Starts the package, and removes its listeners for errors of the process. They would change how our errors end it. */
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
