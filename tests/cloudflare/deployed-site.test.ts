import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rawRequest } from '../support/raw-request.ts'
import { run } from '../support/run-script.ts'
import { type CloudflareApi, startCloudflareApi } from './cloudflare-api.ts'
import { type DeployedSite, startDeployedSite } from './deployed-site.ts'
import { uploadWorker } from './upload-worker.ts'

let api: CloudflareApi
let site: DeployedSite

beforeEach(async () => {
  api = await startCloudflareApi()
  site = await startDeployedSite(api, 'site')
})

afterEach(async () => {
  await site.stop()
  await api.close()
})

function saying(text: string): string {
  return `export default { fetch: (request) => new Response(${JSON.stringify(text)} + new URL(request.url).pathname) }`
}

async function read(path = '/'): Promise<string> {
  return (await fetch(site.address + path)).text()
}

function deploy(version: string): void {
  api.account.worker('site').deploy([{ version_id: version, percentage: 100 }])
}

describe('the site', () => {
  it('is a 404 until something is deployed', async () => {
    expect((await fetch(site.address)).status).toBe(404)
    await uploadWorker(api, 'site', saying('first '))
    expect(await read('/a')).toBe('first /a')
  })

  it('is the version that is deployed, whatever else is uploaded, also after a step back', async () => {
    const first = await uploadWorker(api, 'site', saying('first '))
    const second = await uploadWorker(api, 'site', saying('second '))
    expect(await read()).toBe('first /')
    deploy(second)
    expect(await read()).toBe('second /')
    deploy(first)
    expect(await read()).toBe('first /')
    expect(await (await fetch(await site.serveVersion(second))).text()).toBe('second /')
  })

  it('changes under readers without one of them being refused', async () => {
    const versions = [await uploadWorker(api, 'site', saying('0'))]
    for (let number = 1; number < 7; number++)
      versions.push(await uploadWorker(api, 'site', saying(`${number}`)))
    const reading = new AbortController()
    const answers: readonly string[][] = Array.from({ length: 8 }, () => [])
    const readers = answers.map(async (own) => {
      while (!reading.signal.aborted) own.push(await read(''))
    })
    for (const [number, version] of versions.entries()) {
      deploy(version)
      await expect
        .poll(() => answers.map((own) => own.at(-1)), { timeout: 200_000 })
        .toEqual(answers.map(() => `${number}/`))
    }
    reading.abort()
    await Promise.all(readers)
    // Each reader has seen every version, and none after a newer one.
    for (const own of answers) {
      expect(own.toSorted()).toEqual(own)
      expect(new Set(own).size).toBe(7)
    }
  })

  it('can lag behind, as a data centre does', async () => {
    await uploadWorker(api, 'site', saying('first '))
    site.hold()
    deploy(await uploadWorker(api, 'site', saying('second ')))
    expect(await read()).toBe('first /')
    site.follow()
    expect(await read()).toBe('second /')
  })

  it('reads the namespace that the version names, and what is written there later', async () => {
    const namespace = api.account.createNamespace('site-packs')
    const code = `export default { fetch: async (request, env) =>
      new Response(await env.PACKS.get(new URL(request.url).pathname.slice(1)) ?? 'none') }`
    await uploadWorker(api, 'site', code, [
      { name: 'PACKS', type: 'kv_namespace', namespace_id: namespace.id },
    ])
    expect(await read('/key')).toBe('none')
    namespace.put('key', { bytes: Buffer.from('value') })
    expect(await read('/key')).toBe('value')
    const store = await site.liveStore()
    expect(store.reads.filter((key) => key === 'key')).toHaveLength(2)
    store.fault = 'error'
    expect((await fetch(`${site.address}/key`)).status).toBe(500)
  })
})

describe('a host', () => {
  it('of a preview gives that version', async () => {
    await uploadWorker(api, 'site', saying('first '))
    const second = await uploadWorker(api, 'site', saying('second '))
    const ask = async (host: string) => (await rawRequest(`${site.address}/a`, { host })).body.toString()
    expect(await ask(`${second.slice(0, 8)}-site.redazione.workers.dev`)).toBe('second /a')
    expect(await ask('site.redazione.workers.dev')).toBe('first /a')
    expect(await ask('none-site.redazione.workers.dev')).toBe('There is nothing here yet')
  })

  it('of any name comes here from a command that is told so', async () => {
    await uploadWorker(api, 'site', saying('first '))
    const script = `console.log(await (await fetch('http://news.site/a')).text())`
    const args = ['--input-type=module', '--eval', script]
    const outcome = await run(process.execPath, args, site.environment)
    expect([outcome.stdout, outcome.status]).toEqual(['first /a\n', 0])
  })
})
