import rss from '@astrojs/rss'
import { newest } from '../newest.js'

export async function GET(context) {
  const posts = await newest()
  return rss({
    title: 'Il Banco di prova',
    description: 'Notizie che nessuno ha scritto.',
    site: context.site,
    items: posts.map(({ id, data, rendered }) => ({
      title: data.title,
      pubDate: new Date(data.date),
      categories: data.tags,
      link: `/articles/${id}/`,
      content: rendered?.html,
    })),
  })
}
