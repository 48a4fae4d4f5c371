import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REQUESTS } from '../cloudflare/requests.ts'
import { run } from '../support/run-script.ts'
import { Publisher } from './publisher.ts'

let publisher: Publisher
let articles = 40

beforeAll(async () => {
  publisher = await Publisher.start(articles)
  const { status, stderr } = await publisher.run('deploy')
  expect(status, stderr).toBe(0)
})

afterAll(() => publisher?.stop())

/** The steps of a deployment, each as a request that is made in it, and whether what is live afterwards is the new release. */
const STEPS = [
  ['as the namespace is looked for', REQUESTS.listKeys, 'before', 'old'],
  ['before packs are stored', REQUESTS.bulkWrite, 'before', 'old'],
  ['when packs are stored, before that is answered', REQUESTS.bulkWrite, 'after', 'old'],
  ['as a pack is read back', REQUESTS.readValue, 'before', 'old'],
  ['before the Worker is uploaded', REQUESTS.uploadVersion, 'before', 'old'],
  ['when the Worker is uploaded', REQUESTS.uploadVersion, 'after', 'old'],
  ['before it is made live', REQUESTS.deployVersion, 'before', 'old'],
  ['when it is live, before that is answered', REQUESTS.deployVersion, 'after', 'new'],
] as const

describe('npm run deploy, killed', () => {
  it.each(STEPS)(
    '%s, leaves what was live, and finishes when it is run again',
    async (_, step, moment, live) => {
      articles += 1
      publisher.write(articles)
      const end = publisher.api.onRequest(
        step,
        () => {
          killed.signal('SIGKILL')
          return 'reset'
        },
        moment,
      )
      const killed = publisher.start('deploy')
      expect((await killed.ended).status).toBeNull()
      end()
      const expected = live === 'old' ? articles - 1 : articles
      expect(await publisher.read()).toEqual({ articles: expected, isWhole: true })
      const again = await publisher.run('deploy')
      expect(again.status, again.stderr).toBe(0)
      expect(await publisher.read()).toEqual({ articles, isWhole: true })
    },
  )

  it('by Ctrl-C as it stores packs, too', async () => {
    articles += 1
    publisher.write(articles)
    const end = publisher.api.onRequest(REQUESTS.bulkWrite, () => {
      stopped.signal('SIGINT')
      return undefined
    })
    const stopped = publisher.start('deploy')
    expect((await stopped.ended).status).not.toBe(0)
    end()
    expect(await publisher.read()).toEqual({ articles: articles - 1, isWhole: true })
    expect((await publisher.run('deploy')).status).toBe(0)
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })

  it('by a disk that takes no more of its files, too', async () => {
    articles += 1
    publisher.write(articles)
    // Blocks of 1,024 bytes, as bash counts them: no pack is as small.
    const command = ['-c', 'ulimit -f 40; exec "$0" scripts/strillone.ts deploy', process.execPath]
    const limited = await run('bash', command, publisher.environment, publisher.folder)
    expect(limited.status).not.toBe(0)
    expect(await publisher.read()).toEqual({ articles: articles - 1, isWhole: true })
    expect((await publisher.run('deploy')).status).toBe(0)
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })
})
