import { MEDIA_TYPES } from '../model/media-types.ts'
import { commonHeaders, type PublishedSite } from './common-headers.ts'

/** Answers with a short text that is not in a pack. */
export function respondText(
  status: number,
  text: string,
  site: PublishedSite,
  further: Readonly<Record<string, string>>,
): Response {
  const body = new TextEncoder().encode(text)
  const headers = {
    ...commonHeaders(site),
    'Content-Type': MEDIA_TYPES.text,
    // The runtime computes the length for a GET, but not for a HEAD, which must have the same headers.
    'Content-Length': String(body.length),
    ...further,
  }
  return new Response(body, { status, headers })
}
