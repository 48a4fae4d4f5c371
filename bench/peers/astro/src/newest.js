import { getCollection } from 'astro:content'

/** The articles that a feed has: as many as the other generators' feeds. */
export async function newest() {
  const posts = await getCollection('posts')
  return posts.sort((a, b) => Date.parse(b.data.date) - Date.parse(a.data.date)).slice(0, 30)
}
