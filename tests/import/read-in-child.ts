import { READ_LIMITS } from '../../src/import/limits.ts'
import { readFeed } from '../../src/node/ledger/fetch-feed.ts'

// Reads a feed within limits of which some are given as JSON, and tells as JSON what came of it and what it took.
const [, , from = '', limits = '{}'] = process.argv
const told = await readFeed(from, { ...READ_LIMITS, ...JSON.parse(limits) }).then(
  ({ items }) => ({ items: items.length, last: items.at(-1) }),
  (error: unknown) => ({ message: String(error) }),
)
const { user, system } = process.cpuUsage()
const usage = {
  megabytes: process.resourceUsage().maxRSS / 1000,
  seconds: (user + system) / 1_000_000,
}
console.log(JSON.stringify({ ...told, ...usage }))
