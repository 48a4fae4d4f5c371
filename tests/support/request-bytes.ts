import type { AnyRequest } from './any-request.ts'

/** A request as bytes. What no URI may hold (RFC 3986) is percent-encoded, or the runtime would refuse it by itself. */
export function toBytes({ method, path, query, headers }: AnyRequest): Buffer {
  const target = (path + query)
    .toWellFormed()
    .replaceAll(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (character) =>
      Buffer.from(character).toString('hex').replaceAll(/../g, '%$&'),
    )
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(
    [`${method} ${target} HTTP/1.1`, 'Host: fuzz.example', ...lines, '', ''].join('\r\n'),
    'utf8',
  )
}
