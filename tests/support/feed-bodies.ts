import { gunzipSync } from 'node:zlib'

/**
 * Whether two bodies in gzip are the same when they are unpacked, which is what a weak tag says of them: an article that was
 * scheduled is compressed by itself in the version that shows it, and with all others in the next release.
 */
export function isSamePlain(a: Buffer, b: Buffer): boolean {
  return a.equals(b) || gunzipSync(a).equals(gunzipSync(b))
}

/**
 * Whether a client that adds what a delta gives to what it has, has what it should. Bodies are in gzip. It is told by JSON,
 * which is easily read; of the other formats only that less came than all.
 */
export function completesFeed(path: string, delta: Buffer, known: Buffer, truth: Buffer): boolean {
  if (!path.endsWith('.json')) return gunzipSync(delta).length < gunzipSync(truth).length
  const held = new Map([...itemsOf(known), ...itemsOf(delta)])
  return [...itemsOf(truth)].every(([id, item]) => held.get(id) === item)
}

/** The items of a JSON Feed, as JSON, by their ids. */
function itemsOf(body: Buffer): ReadonlyMap<string, string> {
  const items: readonly { readonly id: string }[] = JSON.parse(gunzipSync(body).toString('utf8')).items
  return new Map(items.map((item) => [item.id, JSON.stringify(item)]))
}
