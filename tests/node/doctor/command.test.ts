import { writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../support/run-script.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { aCertificate, type MadeCertificate } from './a-certificate.ts'
import { listen, startSite } from './a-site.ts'

const DAY = 86_400_000
const FEED =
  '<rss version="2.0"><channel><title>x</title><item><title>a</title><guid>https://news.site/a</guid></item></channel></rss>'

function doctor(...args: readonly string[]) {
  return runCommand('doctor', ['--seeds', temporaryFolder(), ...args])
}

/** Looks at a feed behind a certificate that this process is told to trust. */
async function lookBehind({ cert, key }: MadeCertificate) {
  const server = createServer({ cert, key }, (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/rss+xml' }).end(FEED)
  })
  const url = (await listen(server)).replace('http:', 'https:')
  const folder = temporaryFolder()
  const trusted = join(folder, 'cert.pem')
  writeFileSync(trusted, cert)
  return runCommand('doctor', [`${url}/feed.rss`, '--seeds', folder], { NODE_EXTRA_CA_CERTS: trusted })
}

describe('npm run doctor', () => {
  it('tells all by address, and ends with 0 where there is no error', async () => {
    const origin = await startSite()
    const { status, stdout, stderr } = await doctor(`${origin}/`)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^ {2}ok {6}discovery {4}names 2 feeds$/m)
    expect(stdout).toMatch(/\/feed\.rss \(rss, 6 items\)\n/)
    expect(stdout).toMatch(/\n\n0 errors, 0 warnings, \d+ ok; \d+ requests\n$/)
  })

  it('puts what happens to several readers on one line, with the way to mend it, and ends with 1', async () => {
    const origin = await startSite((sent, { headers }) => {
      if (/Feedbin|curl/.test(headers['user-agent'] ?? '')) sent.status = 403
    })
    const { status, stdout } = await doctor(`${origin}/feed.rss`)
    expect(status).toBe(1)
    expect(stdout).toMatch(/\n {2}error {3}readers {6}Feedbin, curl: gets a 403\n {23}→ Find what refuses it/)
    expect(stdout).toMatch(/\n2 errors, /)
  })

  it('prints JSON with every key', async () => {
    const origin = await startSite((sent) => {
      sent.status = 500
    })
    const { status, stdout } = await doctor(`${origin}/feed.rss`, '--json')
    const report = JSON.parse(stdout)
    expect(Object.keys(report)).toEqual(
      ['format', 'url', 'at', 'requests', 'status', 'release', 'counts', 'feeds', 'findings'].flat(),
    )
    expect([status, report.status, report.release]).toEqual([1, 1, null])
    for (const finding of report.findings)
      expect(Object.keys(finding)).toEqual(['check', 'severity', 'url', 'reader', 'message', 'mend'])
  })

  it.each([
    [[], /There is no address/],
    [['not an address'], /is no address of a site/],
    [['ftp://news.site'], /is no address of a site/],
    [['https://me:secret@news.site'], /Leave the name and the password out/],
    [['https://news.site', 'https://other.site'], /There are 2 addresses/],
    [['https://news.site', '--what'], /Unknown option/],
  ])('ends with 2 for %j', async (args, message) => {
    const { status, stdout, stderr } = await doctor(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('secret')
  })

  it('ends with 2 where nothing answers', async () => {
    const { status, stdout } = await doctor('http://127.0.0.1:1')
    expect(status).toBe(2)
    expect(stdout).toContain('nothing takes the connection')
  })

  it('tells when the ledger cannot be read', async () => {
    const seeds = temporaryFolder()
    writeFileSync(join(seeds, 'ledger.json'), 'x')
    const { status, stderr } = await doctor('http://127.0.0.1:1', '--seeds', seeds)
    expect(status).toBe(2)
    expect(stderr).toContain('Restore ledger.json')
  })

  it('takes a certificate that is trusted', async () => {
    const { stdout } = await lookBehind(aCertificate(new Date(Date.now() + 60.5 * DAY)))
    expect(stdout).toMatch(/ok {6}certificate {2}valid for 60 days/)
  })

  it('warns of a certificate that soon ends', async () => {
    const { stdout } = await lookBehind(aCertificate(new Date(Date.now() + 5.5 * DAY)))
    expect(stdout).toMatch(/warning certificate {2}ends in 5 days/)
  })

  it.each([
    ['has ended', new Date(Date.now() - DAY), undefined, /out of date/],
    [
      'is for another host',
      new Date(Date.now() + 60 * DAY),
      'other.site',
      /is for DNS:other\.site, and not for 127\.0\.0\.1/,
    ],
  ])('tells of a certificate that %s, and looks on', async (_, validTo, host, message) => {
    const { status, stdout } = await lookBehind(aCertificate(validTo, host))
    expect(status).toBe(1)
    expect(stdout).toMatch(/error {3}certificate/)
    expect(stdout).toMatch(message)
    expect(stdout).toContain('14 of 14 readers get the feed')
  })
})
