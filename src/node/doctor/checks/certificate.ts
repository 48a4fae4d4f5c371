import { isIP } from 'node:net'
import { connect } from 'node:tls'
import { type Finding, findingsOf } from '../finding.ts'

/** Days. Renewal usually starts a month before the end, so it is failing if so few days are left. */
const FEW_DAYS = 14

const DAY = 86_400_000

/** The certificate that a host presents for a secure connection. */
export interface ShownCertificate {
  readonly validTo: string
  readonly names: string
  /** Why Node does not trust it: a code of OpenSSL or of Node. */
  readonly refusal?: string
}

/**
 * Reads the certificate of a host. Resolves to undefined if the host presents none: then the failed requests say why. Never
 * rejects.
 */
export async function readCertificate(
  url: string,
  timeoutMilliseconds: number,
): Promise<ShownCertificate | undefined> {
  const { hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const servername = isIP(host) === 0 ? host : ''
    const socket = connect({ host, port: Number(port || 443), servername, rejectUnauthorized: false })
    const end = (shown?: ShownCertificate) => {
      clearTimeout(timer)
      resolve(shown)
      socket.destroy()
    }
    const timer = setTimeout(end, timeoutMilliseconds)
    socket.on('error', () => end())
    socket.on('close', () => end())
    socket.on('secureConnect', () => {
      const { valid_to: validTo, subjectaltname: names = 'no name' } = socket.getPeerCertificate()
      // By its type it is an Error, but Node sets a code.
      const refusal = socket.authorized ? '' : codeOf(socket.authorizationError)
      end({ validTo, names, ...(refusal !== '' && { refusal }) })
    })
  })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** Judges the certificate of a host. `at` is the moment, in milliseconds. */
export function judgeCertificate(
  url: string,
  { validTo, names, refusal }: ShownCertificate,
  at: number,
): Finding {
  const findings = findingsOf('certificate', url)
  const days = Math.floor((Date.parse(validTo) - at) / DAY)
  const renew =
    'Renew it. Cloudflare does so by itself where the domain is in its DNS: see SSL/TLS, Edge Certificates'
  if (days < 0) return findings.error(`has been out of date since ${validTo}: no reader takes it`, renew)
  if (refusal === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return findings.error(
      `is for ${names}, and not for ${new URL(url).hostname}`,
      'Get a certificate that names this host: in Cloudflare, make it a custom domain of the Worker',
    )
  if (refusal !== undefined)
    return findings.error(
      `is not trusted: ${refusal}`,
      'Use a certificate of a known authority, and send the intermediate certificates with it',
    )
  if (days < FEW_DAYS)
    return findings.warning(`ends in ${days} day${days === 1 ? '' : 's'}: ${validTo}`, renew)
  return findings.fine(`valid for ${days} days`)
}
