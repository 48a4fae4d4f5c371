import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Outcome } from '../support/run-script.ts'
import { Publisher } from './publisher.ts'

const SECRET = 'do-not-publish-me-4711'

/** Under names that tell, and under one that does not. */
const SECRETS = {
  PLANTED_TOKEN: `${SECRET}-1`,
  AWS_SECRET_ACCESS_KEY: `${SECRET}-2`,
  npm_config__auth: `${SECRET}-3`,
  INNOCENT: `${SECRET}-4`,
  DATABASE_URL: `postgres://me:${SECRET}-5@host/x`,
  STRILLONE_ACCEPT: 'true',
}

/** What the process that opens articles can see, in a file where it may write: builds leave it alone. */
const SPY = `
import { mkdirSync as make, readFileSync as look, writeFileSync as tell } from 'node:fs'
const tryToRead = (path: string) => {
  try { return look(path, 'utf8') } catch (error) { return error instanceof Error && 'code' in error ? String(error.code) : 'none' }
}
make('dist', { recursive: true })
tell(\`dist/_seen-\${process.pid}.json\`, JSON.stringify({
  env: process.env,
  files: ['secret.md', '.dev.vars', '/proc/self/environ', \`/proc/\${process.ppid}/environ\`].map(tryToRead),
}))
`

/** Links that would lead to what is secret. */
const LINKS = {
  'environ.md': '/proc/self/environ',
  'parent.txt': '../secret.md',
  'p.png': '../.dev.vars',
  folder: '..',
}

let publisher: Publisher

beforeAll(async () => {
  publisher = await Publisher.start(3)
  const { folder } = publisher
  appendFileSync(join(folder, 'src/node/files/read-folder.ts'), SPY)
  writeFileSync(join(folder, 'secret.md'), `---\ntitle: Secret\ndate: 2020-01-01\n---\n${SECRET}-6\n`)
  writeFileSync(join(folder, '.dev.vars'), `KEY=${SECRET}-7\n`)
  // What text alone can try.
  const tries = ['../secret.md', '/proc/self/environ', 'file:///proc/self/environ', '../.dev.vars']
  const body = tries.map((path) => `![x](${path}) [x](${path}) <img src="${path}">`).join('\n\n')
  publisher.writeArticle('tries', '2020-02-01', `image: ../.dev.vars\nenclosure: ../secret.md`)
  appendFileSync(join(folder, 'seeds/tries.md'), body)
})

afterAll(() => publisher?.stop())

const seenSchema = z.object({ env: z.record(z.string(), z.string()), files: z.array(z.string()) })

/** What each process saw that could have opened articles, of which all is forgotten then. */
function takeSeen(): readonly z.infer<typeof seenSchema>[] {
  const built = join(publisher.folder, 'dist')
  return readdirSync(built)
    .filter((name) => name.startsWith('_seen-'))
    .map((name) => {
      const seen = seenSchema.parse(JSON.parse(readFileSync(join(built, name), 'utf8')))
      rmSync(join(built, name))
      return seen
    })
}

/** Everything in a folder, as one text. */
function read(folder: string): string {
  return readdirSync(join(publisher.folder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n')
}

/** All that was said of a run, with what it left on this machine: what a secret must not be in. */
function leavings({ stdout, stderr }: Outcome): string {
  return [stdout, stderr, read('dist'), read('.wrangler'), read('seeds')].join('\n')
}

function expectNothingSeen(): void {
  const seen = takeSeen()
  expect(seen).toHaveLength(1)
  for (const { env, files } of seen) {
    expect(JSON.stringify(env)).not.toContain(SECRET)
    expect(JSON.stringify(env)).not.toContain(publisher.api.token)
    expect(Object.keys(env)).not.toContain('CLOUDFLARE_ACCOUNT_ID')
    for (const file of files) expect(file).toBe('ERR_ACCESS_DENIED')
  }
}

const WAYS = {
  'npm run deploy': () => publisher.runWith(SECRETS, 'deploy'),
  'wrangler deploy': () => publisher.wranglerWith(SECRETS, 'deploy'),
}

describe.each(Object.entries(WAYS))(
  '%s, with secrets in its environment and beside the folder',
  (_, deploy) => {
    it('opens articles in one process only, which sees none of them, and says nothing of them', async () => {
      const before = publisher.api.requests.length
      const outcome = await deploy()
      expect(outcome.status, outcome.stderr).toBe(0)
      expectNothingSeen()
      expect(leavings(outcome)).not.toContain(SECRET)
      expect(publisher.api.requests.slice(before).some(({ method }) => method !== 'GET')).toBe(true)
      for (const path of [
        '/articles/about-tries',
        '/articles/about-tries.md',
        '/feed.json',
        '/feed.rss',
        '/',
      ]) {
        const answer = await fetch(publisher.site.address + path)
        expect(answer.status).toBe(200)
        expect(await answer.text()).not.toContain(SECRET)
      }
    })

    it('refuses and names links to them, and uploads nothing', async () => {
      mkdirSync(join(publisher.folder, 'dist'), { recursive: true })
      const links = Object.entries(LINKS).map(
        ([name, target]) => [join(publisher.folder, 'seeds', name), target] as const,
      )
      for (const [path, target] of links) symlinkSync(target, path)
      const before = publisher.api.requests.length
      const outcome = await deploy()
      for (const [path] of links) rmSync(path)
      expect(outcome.status).not.toBe(0)
      for (const name of Object.keys(LINKS))
        expect(outcome.stdout + outcome.stderr).toMatch(
          new RegExp(`seeds/${name}:1:1 error This is a link out`),
        )
      expectNothingSeen()
      expect(leavings(outcome)).not.toContain(SECRET)
      expect(publisher.api.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([])
    })
  },
)
