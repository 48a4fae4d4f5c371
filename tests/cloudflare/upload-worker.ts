import type { CloudflareApi } from './cloudflare-api.ts'

/**
 * Uploads a small Worker as wrangler does: the first version of a name is live at once, a later one is not. Gives the id
 * of the version. Rejects where it is refused.
 */
export async function uploadWorker(
  api: CloudflareApi,
  name: string,
  code: string,
  bindings: readonly unknown[] = [],
  data: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {},
): Promise<string> {
  const isNew = !api.account.workers.has(name)
  const form = new FormData()
  const metadata = { main_module: 'index.js', bindings, compatibility_date: '2026-10-01' }
  form.set('metadata', JSON.stringify(metadata))
  form.set('index.js', new File([code], 'index.js', { type: 'application/javascript+module' }))
  for (const [module, bytes] of Object.entries(data))
    form.set(module, new File([bytes], module, { type: 'application/octet-stream' }))
  const script = `${api.baseUrl}/accounts/${api.account.id}/workers/scripts/${name}`
  const answer = await fetch(isNew ? script : `${script}/versions`, {
    method: isNew ? 'PUT' : 'POST',
    headers: { authorization: `Bearer ${api.token}` },
    body: form,
  })
  if (!answer.ok) throw new Error(await answer.text())
  return api.account.worker(name).version('latest').id
}
