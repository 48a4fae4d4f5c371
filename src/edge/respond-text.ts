import { MEDIA_TYPES } from '../model/media-types.ts'
import { commonHeaders, type PublishedSite } from './common-headers.ts'

/** Answers with a short text that is in no pack. */
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
    // The runtime knows it of a GET, but not of a HEAD, whose headers are to be the same.
    'Content-Length': String(body.length),
    ...further,
  }
  return new Response(body, { status, headers })
}
