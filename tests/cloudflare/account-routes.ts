import { Hono } from 'hono'
import type { Account } from './account.ts'
import { Refusal, renderPage, renderSuccess } from './envelope.ts'
import { keyValueRoutes, type RequestEnv } from './key-value-routes.ts'
import { previewSuffix, renderVersion, renderWorker } from './render-worker.ts'
import { scriptRoutes } from './script-routes.ts'

/** How many there are on a page of `workers/workers` and of a Worker's versions. */
const PER_PAGE = 10

/** Everything below `/client/v4`. */
export function apiRoutes(account: Account): Hono<RequestEnv> {
  const { id, name } = account
  const routes = new Hono<RequestEnv>()
  routes.get('/user', () => renderSuccess({ id: '0'.repeat(32), email: 'redazione@strillone.example' }))
  routes.get('/user/tokens/verify', () => renderSuccess({ id: '0'.repeat(32), status: 'active' }))
  routes.get('/accounts', (c) => renderPage([{ id, name, type: 'standard' }], c.req.query(), 20))
  routes.get('/memberships', (c) =>
    renderPage([{ id: '1'.repeat(32), account: { id, name }, roles: ['Administrator'] }], c.req.query(), 20),
  )
  routes.use('/accounts/:account/*', async (c, next) => {
    if (c.req.param('account') !== id)
      throw new Refusal(403, 9109, 'Unauthorized to access requested resource')
    await next()
  })
  routes.route('/accounts/:account/storage/kv/namespaces', keyValueRoutes(account))
  routes.route('/accounts/:account/workers/scripts', scriptRoutes(account))
  routes.route('/accounts/:account/workers', workerRoutes(account))
  return routes
}

function workerRoutes(account: Account): Hono {
  const routes = new Hono()
  routes.get('/subdomain', () => renderSuccess({ subdomain: account.subdomain }))
  routes.get('/services/:name', (c) => {
    const worker = account.workers.get(c.req.param('name'))
    if (worker === undefined) throw new Refusal(404, 10_090, 'workers.api.error.service_not_found')
    const script = { id: worker.name, tag: worker.id, tags: worker.tags, last_deployed_from: 'wrangler' }
    const environment = { environment: 'production', created_on: worker.createdOn, script }
    return renderSuccess({ id: worker.name, default_environment: environment, environments: [environment] })
  })
  routes.get('/workers', (c) =>
    renderPage([...account.workers.values()], c.req.query(), PER_PAGE, (page) =>
      page.map((worker) => renderWorker(worker, account)),
    ),
  )
  routes.get('/workers/:worker', (c) =>
    renderSuccess(renderWorker(account.worker(c.req.param('worker')), account)),
  )
  routes.get('/workers/:worker/versions', (c) => {
    const worker = account.worker(c.req.param('worker'))
    const suffix = previewSuffix(worker, account)
    return renderPage(worker.versions.toReversed(), c.req.query(), PER_PAGE, (page) =>
      page.map((version) => renderVersion(version, false, suffix)),
    )
  })
  routes.get('/workers/:worker/versions/:version', (c) => {
    const worker = account.worker(c.req.param('worker'))
    const version = worker.version(c.req.param('version'))
    const includesModules = c.req.query('include') === 'modules'
    return renderSuccess(renderVersion(version, includesModules, previewSuffix(worker, account)))
  })
  return routes
}
