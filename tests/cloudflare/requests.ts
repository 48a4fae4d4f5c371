/** The requests that matter to a publisher, as patterns of their method and path. */
export const REQUESTS = {
  listNamespaces: /^GET .+\/storage\/kv\/namespaces$/,
  createNamespace: /^POST .+\/storage\/kv\/namespaces$/,
  listKeys: /^GET .+\/keys$/,
  readValue: /^GET .+\/values\/[^/]+$/,
  bulkWrite: /^PUT .+\/bulk$/,
  bulkDelete: /^(DELETE .+\/bulk|POST .+\/bulk\/delete)$/,
  /** Of a Worker that is new, which makes it live at once. */
  firstUpload: /^PUT .+\/workers\/scripts\/[^/]+$/,
  uploadVersion: /^POST .+\/workers\/scripts\/[^/]+\/versions$/,
  deployVersion: /^POST .+\/workers\/scripts\/[^/]+\/deployments$/,
  listDeployments: /^GET .+\/workers\/scripts\/[^/]+\/deployments$/,
  listVersions: /^GET .+\/workers\/workers\/[^/]+\/versions$/,
  readVersion: /^GET .+\/workers\/workers\/[^/]+\/versions\/[^/]+$/,
} as const

/** One request, as it is remembered. Who asked is not, nor what was in it. */
export interface LoggedRequest {
  readonly method: string
  /** Below `/client/v4`, without the query. */
  readonly path: string
  readonly query: string
  /** How long its body was. */
  readonly bytes: number
  /** How it ended. */
  outcome: number | 'pending' | 'stalled' | 'reset'
}

/** What a watcher of a request may have happen to it: nothing, or that the connection breaks there. */
export type Verdict = 'reset' | undefined

/** Somebody who is told of requests while they wait. */
export interface Watcher {
  readonly pattern: RegExp
  /** Whether before its effect, or after it and before the answer. */
  readonly moment: 'before' | 'after'
  readonly watch: (request: LoggedRequest) => Verdict | Promise<Verdict>
}
