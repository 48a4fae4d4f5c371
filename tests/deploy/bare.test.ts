import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Publisher } from './publisher.ts'

let publisher: Publisher

beforeAll(async () => {
  publisher = await Publisher.start(3)
  // As it is in the project: all that fits rides along.
  publisher.configure((text) => text.replace(' -- --hot-bytes 100000', ''))
})

afterAll(() => publisher?.stop())

// Each of them goes on from where the one before left the account, as a publisher does.
describe('wrangler deploy, by itself', () => {
  it('tries, and writes nothing outside', async () => {
    const { status, stderr } = await publisher.wrangler('deploy', '--dry-run', '--outdir', '.wrangler/dry')
    expect(status, stderr).toBe(0)
    expect(publisher.api.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('publishes a small site whole, the first time and again', async () => {
    for (const articles of [3, 4]) {
      publisher.write(articles)
      const { status, stderr } = await publisher.wrangler('deploy')
      expect(status, stderr).toBe(0)
      expect(await publisher.read()).toEqual({ articles, isWhole: true })
    }
    expect(publisher.stored).toEqual([])
  })

  it('stops before a release is live whose packs are not stored, and says what stores them', async () => {
    // As if it had grown.
    publisher.configure((text) => text.replace('npm run build', 'npm run build -- --hot-bytes 20000'))
    publisher.write(5)
    const { status, stdout, stderr } = await publisher.wrangler('deploy')
    expect(status).toBe(1)
    expect(stdout + stderr).toMatch(/This release needs (\d+) packs in the store\. \1 are missing/)
    expect(stdout + stderr).toContain('npm run deploy stores them, and deploys')
    expect(await publisher.read()).toEqual({ articles: 4, isWhole: true })
  })

  it('goes on once they are there', async () => {
    expect((await publisher.run('deploy')).status).toBe(0)
    const { status, stderr } = await publisher.wrangler('deploy')
    expect(status, stderr).toBe(0)
    expect(await publisher.read()).toEqual({ articles: 5, isWhole: true })
  })

  it('only warns where nobody can be asked, who could not deploy either', async () => {
    const { status, stdout, stderr } = await publisher.wrangler('deploy', '--dry-run')
    expect(status, stderr).toBe(0)
    expect(stdout + stderr).not.toContain('This release needs')
    const offline = { CLOUDFLARE_API_TOKEN: '', CLOUDFLARE_ACCOUNT_ID: '' }
    const alone = await publisher.wranglerWith(offline, 'deploy', '--dry-run')
    expect(alone.status, alone.stderr).toBe(0)
    expect(alone.stdout + alone.stderr).toContain('warning This release needs')
  })
})
