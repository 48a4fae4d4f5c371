import type { Account } from './account.ts'
import type { Deployment, Worker, WorkerVersion } from './worker.ts'

const AUTHOR = { author_email: 'redazione@strillone.example', author_id: '0'.repeat(32) }

/** A version as `workers/scripts/<name>/versions` shows it, which wrangler reads. */
export function renderScriptVersion(version: WorkerVersion, hasPreview: boolean): unknown {
  const { id, number, createdOn, annotations, bindings, compatibilityDate, compatibilityFlags } = version
  return {
    id,
    number,
    metadata: {
      created_on: createdOn,
      modified_on: createdOn,
      source: 'wrangler',
      has_preview: hasPreview,
      ...AUTHOR,
    },
    annotations: { 'workers/triggered_by': 'upload', ...annotations },
    resources: {
      bindings,
      script: { etag: id.replaceAll('-', ''), handlers: ['fetch'], last_deployed_from: 'wrangler' },
      script_runtime: {
        compatibility_date: compatibilityDate,
        compatibility_flags: compatibilityFlags,
        usage_model: 'standard',
        limits: {},
      },
    },
    startup_time_ms: 5,
  }
}

/** A version as `workers/workers/<name>/versions` shows it, with its modules where they are asked for. */
export function renderVersion(version: WorkerVersion, includesModules: boolean, suffix: string): unknown {
  return {
    id: version.id,
    number: version.number,
    created_on: version.createdOn,
    urls: [`https://${version.id.slice(0, 8)}${suffix}`],
    source: 'wrangler',
    main_module: version.mainModule,
    annotations: { 'workers/triggered_by': 'upload', ...version.annotations },
    bindings: version.bindings,
    compatibility_date: version.compatibilityDate,
    compatibility_flags: version.compatibilityFlags,
    usage_model: 'standard',
    startup_time_ms: 5,
    ...AUTHOR,
    ...(includesModules && {
      modules: version.modules.map(({ name, contentType, bytes }) => ({
        name,
        content_type: contentType,
        content_base64: Buffer.from(bytes).toString('base64'),
      })),
    }),
  }
}

/** A deployment as the API shows it. */
export function renderDeployment({ id, createdOn, versions, annotations }: Deployment): unknown {
  return {
    id,
    created_on: createdOn,
    source: 'wrangler',
    strategy: 'percentage',
    author_email: AUTHOR.author_email,
    versions,
    annotations: { 'workers/triggered_by': 'deployment', ...annotations },
  }
}

/** A Worker as `workers/workers` shows it. */
export function renderWorker(worker: Worker, account: Account): unknown {
  return {
    id: worker.id,
    name: worker.name,
    created_on: worker.createdOn,
    updated_on: worker.versions.at(-1)?.createdOn ?? worker.createdOn,
    deployed_on: worker.deployments[0]?.createdOn ?? null,
    tags: worker.tags,
    logpush: false,
    observability: { enabled: true },
    tail_consumers: [],
    references: {},
    subdomain: {
      enabled: worker.isOnWorkersDev,
      previews_enabled: worker.hasPreviews,
      url: `https://${worker.name}.${account.subdomain}.workers.dev`,
      preview_url_suffix: previewSuffix(worker, account),
    },
  }
}

/** What follows a version's first eight characters, or its alias, in the name of the host of its preview. */
export function previewSuffix(worker: Worker, account: Account): string {
  return `-${worker.name}.${account.subdomain}.workers.dev`
}
