/*
 * Reloads an open page after a build. Only the Worker of `npm start` contains this: the published bytes do not have it, and
 * no deployment imports it.
 */

/** The paths of the script, and of the name of the live release. No article can have such an address. */
const SCRIPT = '/.strillone/live-reload.js'
const LIVE = '/.strillone/live'

/** What pages may do on this machine, in addition to what published pages may do. */
const ALLOWED = "script-src 'self'; connect-src 'self'"

const ELEMENT = `<script type="module" src="${SCRIPT}"></script>`

/**
 * The page polls, because an open connection would count: a browser allows six of them to a host, so a seventh tab would
 * not load. A failed request is ignored: the server may answer later.
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

/** Whether a request is for the script, or for the name of the live release. */
export function isLiveReload(request: Request): boolean {
  return [SCRIPT, LIVE].includes(new URL(request.url).pathname)
}

/** Answers such a request. `live` is the name of the live release, or empty. */
export function respondLiveReload(request: Request, live: string): Response {
  const isScript = new URL(request.url).pathname === SCRIPT
  const type = isScript ? 'text/javascript' : 'text/plain'
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }
  return new Response(isScript ? SOURCE : live, { headers })
}

/**
 * Answers a request, and adds the script if the answer is a page. Its ETag stays, because it still tells one publication
 * from another. The browser must revalidate the page each time: otherwise it would show an old build for minutes.
 */
export async function withLiveReload(
  request: Request,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  const response = await answer(request)
  // A 304 does not say whether it stands for a page.
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

/** The same request without a range, so that the answer has the whole body. */
function wholly(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('Accept-Encoding', 'identity')
  headers.delete('If-None-Match')
  headers.delete('If-Modified-Since')
  return new Request(request.url, { method: 'GET', headers })
}
