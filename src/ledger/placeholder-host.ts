/**
 * Domains under which no site can be published: reserved by RFC 2606, RFC 6761, RFC 6762, RFC 8375 or by ICANN, and the
 * names of routers' home networks.
 */
const RESERVED = [
  ...['example', 'test', 'invalid', 'localhost', 'local', 'internal', 'lan', 'home.arpa'],
  ...['example.com', 'example.org', 'example.net'],
]

/** Private IPv4 networks (RFC 6890), each as its first address and the length of its prefix. */
const PRIVATE_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
]

/** The same of IPv6: unspecified, loopback, unique local (RFC 4193), link-local, documentation. */
const PRIVATE_V6 = /^(?:::1?$|f[cd]|fe[89ab]|2001:db8:)/

/** Hosts of previews and tunnels. They may lead to another site later, or to none. */
const PREVIEWS: readonly RegExp[] = [
  // Cloudflare: a version of a Worker, a deployment or branch of Pages, a quick tunnel.
  /^[\da-f]{8}-[^.]+\.[^.]+\.workers\.dev$/,
  /\.[^.]+\.pages\.dev$/,
  /\.trycloudflare\.com$/,
  // Netlify puts two hyphens between the name of the preview and the site, Vercel `-git-` before the branch.
  /--[^.]+\.netlify\.app$/,
  /-git-[^.]+\.vercel\.app$/,
  // Tunnels and cloud workspaces.
  /\.ngrok(?:-free)?\.(?:io|app|dev)$/,
  /\.(?:loca\.lt|lhr\.life|serveo\.net|devtunnels\.ms|app\.github\.dev|gitpod\.io|webcontainer\.io|csb\.app)$/,
]

/** No name in the DNS is longer (RFC 1035 §2.3.4), and some of these patterns would try each hyphen in a long run of them. */
const LONGEST_HOST = 255

/** Whether an address is a placeholder: no subscriber on another machine can have reached it. */
export function isPlaceholderUrl(url: string): boolean {
  const host = hostOf(url)
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1))
  if (/^[\d.]+$/.test(host)) return isPrivateV4(host)
  // A name without a dot exists only in its own network.
  return !host.includes('.') || RESERVED.some((domain) => host === domain || host.endsWith(`.${domain}`))
}

/** Whether an address is that of a preview or a tunnel, not of a site. */
export function isPreviewUrl(url: string): boolean {
  const host = hostOf(url)
  return host.length <= LONGEST_HOST && PREVIEWS.some((pattern) => pattern.test(host))
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, '')
}

function isPrivateV4(address: string): boolean {
  return PRIVATE_V4.some(([first, bits]) => {
    const shift = 32 - bits
    return numberOf(address) >>> shift === numberOf(first) >>> shift
  })
}

function isPrivateV6(address: string): boolean {
  // URL parsers write an IPv4 address within IPv6 in hexadecimal (RFC 4291 §2.5.5.2): `::ffff:7f00:1`.
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(address) ?? []
  if (high === undefined || low === undefined) return PRIVATE_V6.test(address)
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return isPrivateV4([first >> 8, first & 255, second >> 8, second & 255].join('.'))
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0)
}
