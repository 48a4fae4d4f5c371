import { renderBytes } from '../cli/render-summary.ts'

/** How many keys Cloudflare's free plan lets an account write in a day. */
const FREE_WRITES = 1000

/** What a deployment is going to store. */
export interface PushPlan {
  /** How many packs the release reads from the store. */
  readonly needed: number
  /** How many of them are not stored yet, and their bytes. */
  readonly lacking: number
  readonly bytes: number
  /** Whether Cloudflare did not say which packs it has, so that all are counted as lacking. */
  readonly isGuess?: boolean
}

/** Renders a plan in one line, with its cost. */
export function renderPlan({ needed, lacking, bytes, isGuess = false }: PushPlan): string {
  if (needed === 0) return 'All of it rides inside the Worker: 0 KV writes'
  const many = isGuess ? `up to ${lacking}` : String(lacking)
  const cost = `${many} KV writes, of ${FREE_WRITES} a day on the free plan`
  return `${many} of ${needed} packs are to be stored (${renderBytes(bytes)}): ${cost}`
}

/** Advice if a plan needs more writes than the free plan allows in a day. Otherwise there is none. */
export function renderBeyondFree({ lacking }: PushPlan): readonly string[] {
  if (lacking <= FREE_WRITES) return []
  return ['On the free plan this takes several days: run it again each day, and what is stored stays stored']
}
