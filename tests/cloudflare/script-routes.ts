import { Hono } from 'hono'
import { z } from 'zod'
import type { Account } from './account.ts'
import { Refusal, renderIssue, renderPage, renderSuccess } from './envelope.ts'
import { renderDeployment, renderScriptVersion } from './render-worker.ts'
import { parseUpload } from './upload-form.ts'

const deploymentRequest = z.looseObject({
  strategy: z.literal('percentage'),
  versions: z
    .array(z.object({ version_id: z.string(), percentage: z.number() }))
    .min(1)
    .max(2),
  annotations: z.record(z.string(), z.string()).default({}),
})
const subdomainRequest = z.looseObject({ enabled: z.boolean(), previews_enabled: z.boolean().optional() })
const settingsRequest = z.looseObject({ tags: z.array(z.string()).nullish() })

/** The newest so many deployments are on the first page, unless another number is asked for. */
const DEPLOYMENTS_PER_PAGE = 10
const VERSIONS_PER_PAGE = 100

/** Workers as wrangler writes and reads them, below `/accounts/<id>/workers/scripts/<name>`. */
export function scriptRoutes(account: Account): Hono {
  const routes = new Hono()

  routes.put('/:name', async (c) => {
    const upload = await parseUpload(c.req.raw, account)
    const { worker, version } = account.upload(c.req.param('name'), upload)
    worker.deploy([{ version_id: version.id, percentage: 100 }], upload.annotations)
    return renderSuccess({
      id: worker.name,
      tag: worker.id,
      etag: version.id.replaceAll('-', ''),
      deployment_id: version.id.replaceAll('-', ''),
      startup_time_ms: 5,
    })
  })
  routes.delete('/:name', (c) => {
    account.workers.delete(account.worker(c.req.param('name')).name)
    return renderSuccess(null)
  })

  routes.get('/:name/settings', (c) => {
    const { bindings, compatibilityDate, compatibilityFlags, annotations } = account
      .worker(c.req.param('name'))
      .version('latest')
    return renderSuccess({
      bindings,
      compatibility_date: compatibilityDate,
      compatibility_flags: compatibilityFlags,
      annotations,
      usage_model: 'standard',
      tags: account.worker(c.req.param('name')).tags,
    })
  })
  routes.get('/:name/script-settings', (c) =>
    renderSuccess({ tags: account.worker(c.req.param('name')).tags, logpush: false, tail_consumers: null }),
  )
  routes.patch('/:name/script-settings', async (c) => {
    const worker = account.worker(c.req.param('name'))
    worker.tags = settingsRequest.parse(await c.req.json()).tags ?? worker.tags
    return renderSuccess({ tags: worker.tags })
  })
  routes.get('/:name/secrets', (c) => renderSuccess(account.worker(c.req.param('name')) && []))
  routes.get('/:name/schedules', (c) =>
    renderSuccess(account.worker(c.req.param('name')) && { schedules: [] }),
  )
  routes.put('/:name/schedules', (c) =>
    renderSuccess(account.worker(c.req.param('name')) && { schedules: [] }),
  )

  routes.get('/:name/subdomain', (c) => {
    const { isOnWorkersDev, hasPreviews } = account.worker(c.req.param('name'))
    return renderSuccess({ enabled: isOnWorkersDev, previews_enabled: hasPreviews })
  })
  routes.post('/:name/subdomain', async (c) => {
    const worker = account.worker(c.req.param('name'))
    const asked = subdomainRequest.parse(await c.req.json())
    worker.isOnWorkersDev = asked.enabled
    worker.hasPreviews = asked.previews_enabled ?? asked.enabled
    return renderSuccess({ enabled: worker.isOnWorkersDev, previews_enabled: worker.hasPreviews })
  })

  routes.get('/:name/versions', (c) => {
    const worker = account.worker(c.req.param('name'))
    const newest = worker.versions.toReversed().slice(0, VERSIONS_PER_PAGE)
    return renderPage(newest, c.req.query(), VERSIONS_PER_PAGE, (page) => ({
      items: page.map((version) => renderScriptVersion(version, worker.hasPreviews)),
    }))
  })
  routes.get('/:name/versions/:version', (c) => {
    const worker = account.worker(c.req.param('name'))
    return renderSuccess(renderScriptVersion(worker.version(c.req.param('version')), worker.hasPreviews))
  })
  routes.post('/:name/versions', async (c) => {
    const worker = account.worker(c.req.param('name'))
    const version = worker.upload(await parseUpload(c.req.raw, account))
    return renderSuccess(renderScriptVersion(version, worker.hasPreviews))
  })

  routes.get('/:name/deployments', (c) =>
    renderPage(
      account.worker(c.req.param('name')).deployments,
      c.req.query(),
      DEPLOYMENTS_PER_PAGE,
      (page) => ({ deployments: page.map(renderDeployment) }),
    ),
  )
  routes.post('/:name/deployments', async (c) => {
    const worker = account.worker(c.req.param('name'))
    const parsed = deploymentRequest.safeParse(await c.req.json())
    if (!parsed.success) throw new Refusal(400, 10_021, renderIssue(parsed.error))
    return renderSuccess(renderDeployment(worker.deploy(parsed.data.versions, parsed.data.annotations)))
  })
  return routes
}
