import type { Client } from '../client.ts'
import { type Finding, findingsOf } from '../finding.ts'
import { isAnswer } from '../request.ts'
import { judgeCertificate, readCertificate } from './certificate.ts'

/**
 * Checks the certificate of a site, and where its unencrypted address leads. Readers that reject the certificate get no
 * feed.
 */
export async function checkHttps(url: string, client: Client, isTrial: boolean): Promise<readonly Finding[]> {
  const findings = findingsOf('https', url)
  if (!url.startsWith('https:'))
    return isTrial
      ? [findings.info('is not encrypted, as on one’s own machine')]
      : [findings.warning('is not encrypted: anybody on the way can change it', 'Serve it over https')]
  const shown = await readCertificate(url, client.limits.timeoutMilliseconds)
  if (shown === undefined) return []
  const judged = judgeCertificate(url, shown, Date.now())
  if (shown.refusal !== undefined) client.acceptAnyCertificate(url)
  return [judged, ...(await lookAtPlain(url, client))]
}

async function lookAtPlain(url: string, client: Client): Promise<readonly Finding[]> {
  // Another port has no known address without encryption.
  if (new URL(url).port !== '') return []
  const findings = findingsOf('https', url)
  const plain = url.replace('https:', 'http:')
  const reply = await client.send({ url: plain, method: 'HEAD' })
  if (!isAnswer(reply)) return [findings.info(`${plain}: ${reply.failure}`)]
  const to = reply.headers.get('location')
  const mend = 'Redirect to https: in Cloudflare, SSL/TLS, Edge Certificates, Always Use HTTPS'
  if (reply.status === 200) return [findings.info(`${plain} is served too, without encryption`, mend)]
  if (to === undefined || !URL.canParse(to, plain))
    return [findings.info(`${plain} answers ${reply.status}`, mend)]
  return new URL(to, plain).protocol === 'https:'
    ? [findings.fine('http leads to https')]
    : [findings.warning(`${plain} leads to ${to}, which is not encrypted`, mend)]
}
