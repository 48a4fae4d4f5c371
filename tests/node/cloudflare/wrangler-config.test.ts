import { describe, expect, it } from 'vitest'
import {
  allEnvironments,
  parseWorkerConfig,
  renderDeployConfig,
} from '../../../src/node/cloudflare/wrangler-config.ts'

const PACKS = '[[kv_namespaces]]\nbinding = "PACKS"\n'
const TOP = 'name = "news"\nmain = "src/index.ts"\n'
const BUILD = '[build]\ncommand = "npm run build"\n'
const STAGING = `[env.staging.build]
command = "npm run build -- --env staging --preview --url https://s.news"
cwd = "site"
[[env.staging.kv_namespaces]]
binding = "PACKS"
`

describe('parseWorkerConfig', () => {
  it('reads the live site', () => {
    expect(parseWorkerConfig(TOP + BUILD + PACKS, undefined)).toMatchObject({
      worker: 'news',
      build: { command: 'npm run build' },
    })
  })

  it('reads an environment, which is a Worker of its own', () => {
    expect(parseWorkerConfig(TOP + BUILD + PACKS + STAGING, 'staging')).toMatchObject({
      environment: 'staging',
      worker: 'news-staging',
      build: { command: expect.stringContaining('--env staging'), cwd: 'site' },
    })
  })

  it('prefers what an environment says of itself', () => {
    const named = STAGING.replace(
      '[env.staging.build]',
      '[env.staging]\nname = "other"\naccount_id = "b"\n$&',
    )
    expect(parseWorkerConfig(`account_id = "a"\n${TOP}${PACKS}${named}`, 'staging')).toMatchObject({
      worker: 'other',
      accountId: 'b',
    })
  })

  it.each([
    ['name = "news', undefined, /^wrangler\.toml:1:\d+ /],
    ['main = "x"', undefined, /^wrangler\.toml: name: there is no name of the Worker/],
    [TOP, undefined, /^wrangler\.toml binds no PACKS\. Write it as \[\[kv_namespaces\]\]/],
    [
      `${TOP}${PACKS}id = 7`,
      undefined,
      /^wrangler\.toml: kv_namespaces\.0\.id: Invalid input: expected string, received number$/,
    ],
    [
      `${TOP}kv_namespaces = 7`,
      undefined,
      /^wrangler\.toml: kv_namespaces: Invalid input: expected array, received number$/,
    ],
    [`${TOP}[[r2_buckets]]\nbinding = "PACKS"`, undefined, /^wrangler\.toml binds no PACKS\./],
    [TOP + PACKS, 'staging', /^There is no environment staging in wrangler\.toml/],
    [
      TOP + PACKS + STAGING.replace('--env staging ', ''),
      undefined,
      /^The environment staging would be built/,
    ],
    [
      `routes = []\n${TOP}${PACKS}${STAGING}`,
      undefined,
      /^The environment staging would take over the routes/,
    ],
  ])('stops at %j of %s', (text, environment, reason) => {
    expect(() => parseWorkerConfig(text, environment)).toThrow(reason)
  })
})

describe('allEnvironments', () => {
  it('names the one without a name first', () => {
    const workers = allEnvironments(parseWorkerConfig(TOP + PACKS + STAGING, 'staging'))
    expect(workers.map(({ worker }) => worker)).toEqual(['news', 'news-staging'])
  })
})

describe('renderDeployConfig', () => {
  it('has no build, and the ids of account and namespace', () => {
    const config = parseWorkerConfig(TOP + BUILD + PACKS + STAGING, undefined)
    expect(JSON.parse(renderDeployConfig(config, 'account', 'namespace'))).toEqual({
      name: 'news',
      main: 'src/index.ts',
      account_id: 'account',
      kv_namespaces: [{ binding: 'PACKS', id: 'namespace' }],
    })
  })

  it('keeps the rest for an environment to inherit', () => {
    const config = parseWorkerConfig(TOP + BUILD + PACKS + STAGING, 'staging')
    expect(JSON.parse(renderDeployConfig(config, 'account', 'namespace'))).toEqual({
      name: 'news',
      main: 'src/index.ts',
      kv_namespaces: [{ binding: 'PACKS' }],
      env: { staging: { account_id: 'account', kv_namespaces: [{ binding: 'PACKS', id: 'namespace' }] } },
    })
  })
})
