import { expect, it } from 'vitest'
import { articlesFolder, writtenOption } from '../../../src/node/cloudflare/articles-folder.ts'
import { parseWorkerConfig } from '../../../src/node/cloudflare/wrangler-config.ts'

const CASES = [
  ['npm run build', undefined, 'seeds'],
  ['npm run build -- --seeds articles', undefined, 'articles'],
  ['npm run build -- --seeds=articles --no-cache', undefined, 'articles'],
  ["npm run build -- --seeds 'my articles'", undefined, 'my articles'],
  ['npm run build -- --seeds "my articles"', undefined, 'my articles'],
  ['npm run build -- --seeds articles', 'other', 'other'],
] as const

it.each(CASES)('the articles of %s, with --seeds %s, are in %s', (command, named, folder) => {
  const text = `name = "news"\nkv_namespaces = [{ binding = "PACKS" }]\n[build]\ncommand = ${JSON.stringify(command)}\n`
  expect(articlesFolder(parseWorkerConfig(text, undefined), named)).toBe(folder)
})

it('an option is found among others, and not in the name of another', () => {
  expect(writtenOption('build --urls x --url https://news.site --out y', 'url')).toBe('https://news.site')
  expect(writtenOption('build --no-url x', 'url')).toBeUndefined()
})
