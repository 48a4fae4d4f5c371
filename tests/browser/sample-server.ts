import { once } from 'node:events'
import { createServer } from 'node:http'
import { DOCUMENT_HEADERS } from '../../src/edge/common-headers.ts'
import { STYLESHEET } from '../../src/pages/theme/stylesheet.ts'
import { samplePages } from '../pages/sample-pages.ts'

const PICTURE_DELAY_MILLISECONDS = 200

/** The sample pages, served. */
export interface SampleServer {
  readonly origin: string
  readonly pages: ReturnType<typeof samplePages>
  close(): void
}

/** Serves the sample pages with the headers that pages have, their style, and a picture under every other address. */
export async function serveSamples(): Promise<SampleServer> {
  const served = new Map<string, string>()
  const server = createServer(({ url = '' }, response) => {
    const path = decodeURIComponent(url)
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'Content-Type': type, ...DOCUMENT_HEADERS.get('html') }).end(body)
    const page = served.get(path)
    if (page !== undefined) send('text/html; charset=utf-8', page)
    else if (path.endsWith('.css')) send('text/css; charset=utf-8', STYLESHEET)
    // After the page has been shown without it, so that it is seen whether anything moves.
    else setTimeout(() => send('image/svg+xml', picture(path)), PICTURE_DELAY_MILLISECONDS)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  const origin = `http://127.0.0.1:${address.port}`
  const pages = samplePages(origin)
  for (const { path, text } of Object.values(pages)) served.set(path, text)
  return {
    origin,
    pages,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Hills at dusk, in a colour that the path decides. */
function picture(path: string): string {
  const hue = [...path].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 360, 7)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
<rect width="1200" height="800" fill="hsl(${hue} 45% 78%)"/><circle cx="860" cy="300" r="90" fill="hsl(${hue + 30} 80% 88%)"/>
<path d="M0 520 300 330 560 540 820 380 1200 600V800H0Z" fill="hsl(${hue} 30% 52%)"/>
<path d="M0 640 240 520 620 680 900 560 1200 700V800H0Z" fill="hsl(${hue} 32% 32%)"/></svg>`
}
