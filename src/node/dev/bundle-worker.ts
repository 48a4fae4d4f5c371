import { build } from 'esbuild'
import { MODULES } from '../cli/project.ts'

/**
 * Bundles the Worker from its sources as they are now, as one module; the release and the hot pack that it imports stay
 * modules beside it. `entry` is the path of its first module. Minified, it is what a deployment uploads. Throws where the sources do not compile.
 */
export async function bundleWorker({ minify = false, entry = MODULES.worker } = {}): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify,
    // As wrangler does: an error's name is logged.
    keepNames: minify,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', '*.bin'],
    logLevel: 'silent',
  })
  return result.outputFiles.map(({ text }) => text).join('')
}
