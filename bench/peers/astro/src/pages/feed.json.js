import { newest } from '../newest.js'

export async function GET({ site }) {
  const posts = await newest()
  const items = posts.map(({ id, data, rendered }) => ({
    id: new URL(`/articles/${id}/`, site).href,
    url: new URL(`/articles/${id}/`, site).href,
    title: data.title,
    content_html: rendered?.html,
    date_published: new Date(data.date).toISOString(),
    tags: data.tags,
  }))
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Il Banco di prova',
    home_page_url: site.href,
    items,
  }
  return new Response(JSON.stringify(feed), { headers: { 'Content-Type': 'application/feed+json' } })
}
