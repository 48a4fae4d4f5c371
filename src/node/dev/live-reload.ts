/*
 * What makes an open page load itself again after a build. Only the Worker of `npm start` has it: the published bytes do not
 * contain it, and no deployment imports it.
 */

/** Where the script is, and the name of what is live. No article can have such an address. */
const SCRIPT = '/.strillone/live-reload.js'
const LIVE = '/.strillone/live'

/** What the pages of this machine may do beyond those that are published. */
const ALLOWED = "script-src 'self'; connect-src 'self'"

const ELEMENT = `<script type="module" src="${SCRIPT}"></script>`

/**
 * The page asks, rather than holding a connection: a browser has six of them to a host, so a seventh tab would never open.
 * Who cannot be reached now may be back later.
 */
const SOURCE = `let shown
setInterval(async () => {
  if (document.hidden) return
  try {
    const live = await (await fetch('${LIVE}', { cache: 'no-store' })).text()
    if (live === '') return
    shown ??= live
    if (live !== shown) location.reload()
  } catch {}
}, 500)
`

/** Whether a request is for the script, or for what is live. */
export function isLiveReload(request: Request): boolean {
  return [SCRIPT, LIVE].includes(new URL(request.url).pathname)
}

/** Answers it; `live` is the name of the release that is served, or empty. */
export function respondLiveReload(request: Request, live: string): Response {
  const isScript = new URL(request.url).pathname === SCRIPT
  const type = isScript ? 'text/javascript' : 'text/plain'
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }
  return new Response(isScript ? SOURCE : live, { headers })
}

/**
 * The answer to a request, with the script if it is a page. Its ETag stays: it still tells one publication from another. A 304
 * replaces the headers that a browser has kept, so it allows as much.
 */
export async function withLiveReload(
  request: Request,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  const response = await answer(request)
  if (!isPage(response)) return response
  const whole = response.status === 304 ? response : await answer(uncompressed(request))
  const headers = new Headers(whole.headers)
  const policy = headers.get('Content-Security-Policy')
  if (policy !== null) headers.set('Content-Security-Policy', `${policy}; ${ALLOWED}`)
  // Else a browser would show for minutes what was built before.
  headers.set('Cache-Control', 'no-cache')
  if (whole.status === 304) return new Response(null, { status: 304, headers })
  const page = new TextEncoder().encode((await whole.text()).replace('</head>', () => `${ELEMENT}</head>`))
  headers.set('Content-Length', String(page.length))
  return new Response(request.method === 'HEAD' ? null : page, { status: whole.status, headers })
}

/** Of a 304 the type is not said, but only pages have a policy. */
function isPage({ status, headers }: Response): boolean {
  if (status === 304) return headers.has('Content-Security-Policy')
  return headers.get('Content-Type')?.startsWith('text/html') === true
}

/** The same request, for a body that can be added to. */
function uncompressed(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('Accept-Encoding', 'identity')
  return new Request(request.url, { method: 'GET', headers })
}
