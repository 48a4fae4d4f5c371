import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examineSite } from '../../src/node/doctor/examine-site.ts'
import type { Report } from '../../src/node/doctor/report.ts'
import { type RawWorkerd, startRawWorkerd } from '../support/raw-workerd.ts'
import { runCommand } from '../support/run-script.ts'

const SITE = join(import.meta.dirname, '../fixtures/site')

let folder: string
let site: RawWorkerd
let report: Report

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strillone-doctor-'))
  site = await startRawWorkerd(folder, SITE)
  report = await examineSite(`${site.address}/`)
})

afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('npm run doctor', () => {
  it('finds nothing wrong with the Worker', () => {
    const wrong = report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    expect(wrong).toEqual([])
    expect(report.isReached).toBe(true)
  })

  it('finds all forms of the feed by the home page', () => {
    expect(report.feeds.map(({ url, format }) => [url, format])).toEqual([
      [`${site.address}/feed.rss`, 'rss'],
      [`${site.address}/feed.atom`, 'atom'],
      [`${site.address}/feed.json`, 'json'],
    ])
    expect(new Set(report.feeds.map(({ items }) => items)).size).toBe(1)
    expect(report.feeds[0]?.items).toBeGreaterThan(1)
  })

  it('has looked at everything, with no more requests than a visit may take', () => {
    const fine = report.findings.filter(({ severity }) => severity === 'fine').map(({ check }) => check)
    expect([...new Set(fine)].toSorted()).toEqual([
      ...['caching', 'compression', 'cors', 'discovery', 'document', 'head', 'ids'],
      ...['readers', 'revalidation', 'robots', 'size', 'type', 'validators'],
    ])
    expect(report.requests).toBeLessThanOrEqual(60)
  })

  it.each(['/feed', '/feed.rss', '/feed.json'])('finds nothing wrong at %s', async (path) => {
    const { findings, feeds } = await examineSite(site.address + path)
    const wrong = findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    expect(wrong).toEqual([])
    expect(feeds).toHaveLength(1)
  })

  it('prints one JSON document, and ends with 0', async () => {
    const { status, stdout, stderr } = await runCommand('doctor', [site.address, '--json', '--seeds', SITE])
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'strillone-doctor-1',
      status: 0,
      counts: { error: 0 },
    })
  })

  it('notices that there is nothing at an address', async () => {
    const { findings } = await examineSite(`${site.address}/articles/none.json`)
    expect(findings).toContainEqual(expect.objectContaining({ check: 'reach', severity: 'error' }))
  })
})
