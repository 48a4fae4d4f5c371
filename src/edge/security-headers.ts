/** What every answer says: nothing is guessed, nothing runs, nothing is told to others, and any app may read it. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link',
  'Content-Security-Policy':
    "default-src 'none'; img-src https: http: data:; media-src https: http:; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
}
