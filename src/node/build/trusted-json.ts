/**
 * Takes a value for what our own code has kept, without a look at what it consists of: only here is anything believed so. Its
 * caller knows three things. The bytes are those that were written, by their checksum. They were written for a value of this
 * type, by the name that they are kept under. Sources of this very version wrote them, by the name of the folder.
 */
export function trustStored<Value>(value: unknown): Value {
  if (isKept<Value>(value)) return value
  throw new TypeError('What was kept says nothing')
}

/** What JSON says that was kept. */
export function decodeStored(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** No JSON says `undefined`. */
function isKept<Value>(value: unknown): value is Value {
  return value !== undefined
}
