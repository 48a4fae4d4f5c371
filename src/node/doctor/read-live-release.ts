import { z } from 'zod'
import type { Client } from './client.ts'
import { decodeBody } from './decode-body.ts'
import { isAnswer } from './request.ts'

const releaseSchema = z.object({ release: z.string().regex(/^[\da-f]{32}$/) })

/** The id of the release that a site of ours serves; undefined of any other site. */
export async function readLiveRelease(url: string, client: Client): Promise<string | undefined> {
  const reply = await client.send({ url: new URL('release.json', new URL('.', url)).href })
  if (!isAnswer(reply) || reply.status !== 200) return undefined
  try {
    const { bytes } = decodeBody(reply, client.limits.mostBytes)
    return releaseSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data?.release
  } catch {
    // Many sites answer anything with a page.
    return undefined
  }
}
