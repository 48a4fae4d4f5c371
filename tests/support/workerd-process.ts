import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { freePort } from './free-port.ts'
import { type Running, start } from './run-script.ts'

/** The runtime's own program, which the package of that name finds for this machine. */
const { default: WORKERD } = z
  .object({ default: z.string() })
  .parse(createRequire(import.meta.url)('workerd'))

/** A Worker's modules, the main one first, and what it runs with. */
export interface WorkerdWorker {
  readonly modules: readonly {
    readonly name: string
    readonly kind: 'esModule' | 'data'
    readonly contents: string | Uint8Array
  }[]
  readonly compatibilityDate: string
  readonly compatibilityFlags?: readonly string[]
  /** Its key-value namespaces: under which name, and the port of this machine where each is. */
  readonly namespaces: readonly { readonly binding: string; readonly port: number }[]
  /** What it is asked until it answers. Default: its first page. */
  readonly firstPath?: string
}

/** A Worker that workerd serves. */
export interface WorkerdProcess {
  readonly address: string
  readonly port: number
  readonly process: Running
}

/** Has workerd serve a Worker from a folder, and waits until it answers. Rejects where it does not. */
export async function startWorkerd(folder: string, worker: WorkerdWorker): Promise<WorkerdProcess> {
  const port = await freePort()
  for (const [index, { contents }] of worker.modules.entries())
    writeFileSync(join(folder, `module-${index}`), contents)
  writeFileSync(join(folder, 'config.capnp'), renderConfig(port, worker))
  const running = start(WORKERD, ['serve', '--verbose', join(folder, 'config.capnp')])
  const address = `http://127.0.0.1:${port}`
  await untilAnswering(address + (worker.firstPath ?? '/'), running)
  return { address, port, process: running }
}

function renderConfig(port: number, worker: WorkerdWorker): string {
  const modules = worker.modules.map(
    ({ name, kind }, index) => `(name = ${quote(name)}, ${kind} = embed "module-${index}"),`,
  )
  const bindings = worker.namespaces.map(
    ({ binding }, index) => `(name = ${quote(binding)}, kvNamespace = "namespace-${index}"),`,
  )
  const services = worker.namespaces.map(
    (namespace, index) =>
      `(name = "namespace-${index}", external = (address = "127.0.0.1:${namespace.port}", http = ())),`,
  )
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [
        ${modules.join('\n        ')}
      ],
      compatibilityDate = ${quote(worker.compatibilityDate)},
      compatibilityFlags = [${(worker.compatibilityFlags ?? []).map(quote).join(', ')}],
      bindings = [${bindings.join(' ')}],
    )),
    ${services.join('\n    ')}
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`
}

/** Text as Cap'n Proto writes it. */
function quote(text: string): string {
  return JSON.stringify(text)
}

/** Asks as long as the runtime runs; the limit of the test is that of this, too. */
async function untilAnswering(url: string, running: Running): Promise<void> {
  for (;;) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    )
    if (answered) return
    if (running.process.exitCode !== null || running.process.signalCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await running.stop('SIGKILL')
  throw new Error(`workerd does not answer:\n${running.output()}`)
}
