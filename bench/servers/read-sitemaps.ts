import { sendRequest } from '../../tests/support/raw-socket.ts'

/** Reads the paths of all pages in a site's sitemaps, in their order. */
export async function readSitemaps(port: number): Promise<readonly string[]> {
  const located = await readLocations(port, '/sitemap.xml')
  const further = located.filter((path) => path.endsWith('.xml'))
  const pages = await Promise.all(further.map((path) => readLocations(port, path)))
  return [...located.filter((path) => !path.endsWith('.xml')), ...pages.flat()]
}

async function readLocations(port: number, path: string): Promise<readonly string[]> {
  const { status, body } = await sendRequest(port, `GET ${path} HTTP/1.1`)
  if (status !== 200) throw new Error(`${path} was answered ${status}`)
  return [...body.toString('utf8').matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(
    ([, found]) => found || '/',
  )
}
