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
 * The answer to a request, with the script if it is a page. Its ETag stays: it still tells one publication from another. A
 * browser is to ask for it each time: else it would show for minutes what was built before.
 */
export async function withLiveReload(
  request: Request,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  const response = await answer(request)
  // A 304 does not say of what.
  const whole = response.status === 304 || isPage(response) ? await answer(wholly(request)) : response
  if (!isPage(whole)) return response
  const headers = new Headers(response.status === 304 ? response.headers : whole.headers)
  headers.set('Cache-Control', 'no-cache')
  if (response.status === 304) return new Response(null, { status: 304, headers })
  const policy = headers.get('Content-Security-Policy')
  if (policy !== null) headers.set('Content-Security-Policy', `${policy}; ${ALLOWED}`)
  const page = new TextEncoder().encode((await whole.text()).replace('</head>', () => `${ELEMENT}</head>`))
  headers.set('Content-Length', String(page.length))
  return new Response(request.method === 'HEAD' ? null : page, { status: whole.status, headers })
}

function isPage({ headers }: Response): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') === true
}

/** The same request, for all of a body that can be added to. */
function wholly(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('Accept-Encoding', 'identity')
  headers.delete('If-None-Match')
  headers.delete('If-Modified-Since')
  return new Request(request.url, { method: 'GET', headers })
}
