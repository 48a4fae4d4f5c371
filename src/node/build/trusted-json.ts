/**
 * Takes a value from the cache as a `Value` without checking its content. No other function may do so. The caller knows
 * three things. The checksum shows that the bytes are those that were written. The name of the entry says that they were
 * written for this type. The name of the folder says that this very version of the sources wrote them. Throws a TypeError
 * if there is no value.
 */
export function trustStored<Value>(value: unknown): Value {
  if (isKept<Value>(value)) return value
  throw new TypeError('What was kept says nothing')
}

/** Parses stored JSON. Throws a SyntaxError if it is not JSON. */
export function decodeStored(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** JSON has no `undefined`. */
function isKept<Value>(value: unknown): value is Value {
  return value !== undefined
}
