import { feedPlugin } from '@11ty/eleventy-plugin-rss'

const metadata = {
  language: 'it',
  title: 'Il Banco di prova',
  subtitle: 'Notizie che nessuno ha scritto.',
  base: 'https://bench.strillone.dev/',
  author: { name: 'Redazione' },
}

export default function (config) {
  config.addCollection('posts', (api) => api.getFilteredByGlob('./posts/**/*.md'))
  config.addFilter('reversed', (items) => [...items].reverse())
  for (const [type, outputPath] of [
    ['rss', '/feed.xml'],
    ['json', '/feed.json'],
  ]) {
    config.addPlugin(feedPlugin, { type, outputPath, collection: { name: 'posts', limit: 30 }, metadata })
  }
}
