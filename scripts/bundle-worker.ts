import { join } from 'node:path'
import { build } from 'esbuild'

const ROOT = join(import.meta.dirname, '..')

/**
 * Bundles the Worker from its sources as they are now, as one module; the release and the hot pack that it imports stay
 * modules beside it. `entry` is its first module. Minified, it is what a deployment uploads. Throws where the sources do not compile.
 */
export async function bundleWorker({ minify = false, entry = 'src/index.ts' } = {}): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOT, entry)],
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
