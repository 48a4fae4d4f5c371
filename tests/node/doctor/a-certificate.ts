import { generateKeyPairSync, sign } from 'node:crypto'

/** A certificate and its key, in PEM. */
export interface MadeCertificate {
  readonly cert: string
  readonly key: string
}

/** ecdsa-with-SHA256, commonName and subjectAltName, as DER. */
const ECDSA = Buffer.from('06082a8648ce3d040302', 'hex')
const COMMON_NAME = Buffer.from('0603550403', 'hex')
const ALTERNATIVE_NAME = Buffer.from('0603551d11', 'hex')

/** Makes a certificate that vouches for itself (RFC 5280 §4.1), valid until a moment, for 127.0.0.1 or another host. */
export function aCertificate(validTo: Date, host?: string): MadeCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from(host ?? 'here')))))
  const algorithm = der(0x30, ECDSA)
  const alternative = host === undefined ? der(0x87, Buffer.of(127, 0, 0, 1)) : der(0x82, Buffer.from(host))
  const extension = der(0x30, ALTERNATIVE_NAME, der(0x04, der(0x30, alternative)))
  const content = der(
    0x30,
    ...[der(0xa0, der(0x02, Buffer.of(2))), der(0x02, Buffer.of(1)), algorithm, name],
    ...[der(0x30, time(new Date('2020-01-01')), time(validTo)), name],
    ...[publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, der(0x30, extension))],
  )
  const signature = sign('sha256', content, privateKey)
  const whole = der(0x30, content, algorithm, der(0x03, Buffer.of(0), signature))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** GeneralizedTime. */
function time(moment: Date): Buffer {
  return der(0x18, Buffer.from(`${moment.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))
}

/** One element: its tag, its length, and what is in it. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const lengths = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.of(tag, ...lengths), content])
}
