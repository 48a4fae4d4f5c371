/** Domains that nobody can publish under: reserved by RFC 2606, RFC 6761, RFC 6762, RFC 8375 or by ICANN, and what routers call a home. */
const RESERVED = [
  ...['example', 'test', 'invalid', 'localhost', 'local', 'internal', 'lan', 'home.arpa'],
  ...['example.com', 'example.org', 'example.net'],
]

/** IPv4 networks that the Internet does not lead to (RFC 6890), each as its first address and how many bits are its own. */
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

/** The hosts that previews and tunnels are given, which lead somewhere else tomorrow, or nowhere. */
const PREVIEWS: readonly RegExp[] = [
  // Cloudflare: a version of a Worker, a deployment or branch of Pages, a quick tunnel.
  /^[\da-f]{8}-[^.]+\.[^.]+\.workers\.dev$/,
  /\.[^.]+\.pages\.dev$/,
  /\.trycloudflare\.com$/,
  // Netlify puts two hyphens between what is previewed and the site, Vercel the branch after `-git-`.
  /--[^.]+\.netlify\.app$/,
  /-git-[^.]+\.vercel\.app$/,
  // Tunnels and machines to work on.
  /\.ngrok(?:-free)?\.(?:io|app|dev)$/,
  /\.(?:loca\.lt|lhr\.life|serveo\.net|devtunnels\.ms|app\.github\.dev|gitpod\.io|webcontainer\.io|csb\.app)$/,
]

/** No name in the DNS is longer (RFC 1035 §2.3.4), and some of these patterns would try each hyphen in a long run of them. */
const LONGEST_HOST = 255

/** Whether an address only stands for one that is still to come: no subscriber elsewhere can have asked it. */
export function isPlaceholderUrl(url: string): boolean {
  const host = hostOf(url)
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1))
  if (/^[\d.]+$/.test(host)) return isPrivateV4(host)
  // A name of one part is known in its own network only.
  return !host.includes('.') || RESERVED.some((domain) => host === domain || host.endsWith(`.${domain}`))
}

/** Whether an address is one that a host gives to a preview or a tunnel, not to a site. */
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
  // The parser of URLs writes an IPv4 address within IPv6 in hexadecimal (RFC 4291 §2.5.5.2): `::ffff:7f00:1`.
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(address) ?? []
  if (high === undefined || low === undefined) return PRIVATE_V6.test(address)
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return isPrivateV4([first >> 8, first & 255, second >> 8, second & 255].join('.'))
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0)
}
