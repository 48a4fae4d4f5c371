import { renderBytes } from '../cli/render-summary.ts'

/** What Cloudflare's free plan lets one write into its key-value store in a day. */
const FREE_WRITES = 1000

/** What is going to be stored. */
export interface PushPlan {
  /** How many packs the release reads from the store. */
  readonly needed: number
  /** How many of them are not there yet, and their bytes. */
  readonly lacking: number
  readonly bytes: number
  /** Whether it could not be asked what is there, so that all may be. */
  readonly isGuess?: boolean
}

/** A plan in one line, with what it costs. */
export function renderPlan({ needed, lacking, bytes, isGuess = false }: PushPlan): string {
  if (needed === 0) return 'All of it rides inside the Worker: 0 KV writes'
  const many = isGuess ? `up to ${lacking}` : String(lacking)
  const cost = `${many} KV writes, of ${FREE_WRITES} a day on the free plan`
  return `${many} of ${needed} packs are to be stored (${renderBytes(bytes)}): ${cost}`
}

/** What to know of a plan that is more than the free plan has for a day; nothing of another. */
export function renderBeyondFree({ lacking }: PushPlan): readonly string[] {
  if (lacking <= FREE_WRITES) return []
  return ['On the free plan this takes several days: run it again each day, and what is stored stays stored']
}
