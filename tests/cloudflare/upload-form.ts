import { z } from 'zod'
import type { Account } from './account.ts'
import { Refusal, renderIssue } from './envelope.ts'
import { binding, type WorkerModule, type WorkerUpload } from './worker.ts'

const metadata = z.looseObject({
  main_module: z.string(),
  bindings: z.array(binding).default([]),
  compatibility_date: z.string().default('2021-11-02'),
  compatibility_flags: z.array(z.string()).default([]),
  annotations: z.record(z.string(), z.string()).default({}),
})

/**
 * Reads the form in which wrangler uploads a version: `metadata`, and a part for each module. Throws a Refusal at a form
 * that lacks something, and at a namespace that the account does not have.
 */
export async function parseUpload(request: Request, account: Account): Promise<WorkerUpload> {
  const form = await request.formData()
  const parsed = metadata.safeParse(parseJson(form.get('metadata')))
  if (!parsed.success) throw new Refusal(400, 10_021, `metadata: ${renderIssue(parsed.error)}`)
  const modules: WorkerModule[] = []
  for (const [name, part] of form) {
    if (typeof part === 'string') continue
    modules.push({ name, contentType: part.type, bytes: new Uint8Array(await part.arrayBuffer()) })
  }
  const { main_module, bindings, compatibility_date, compatibility_flags, annotations } = parsed.data
  if (!modules.some(({ name }) => name === main_module))
    throw new Refusal(400, 10_021, `No such module "${main_module}".`)
  for (const { type, namespace_id: id } of bindings) {
    if (type === 'kv_namespace' && !account.namespaces.has(String(id)))
      throw new Refusal(400, 10_041, `KV namespace '${String(id)}' not found.`)
  }
  return {
    mainModule: main_module,
    modules,
    bindings,
    compatibilityDate: compatibility_date,
    compatibilityFlags: compatibility_flags,
    annotations,
  }
}

function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
