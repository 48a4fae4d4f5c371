import { VISIT_LIMITS } from '../../../src/node/doctor/client.ts'
import { examineSite } from '../../../src/node/doctor/examine-site.ts'

// Looks at a site with little patience, and tells as JSON what was found and what it took.
const [, , url = ''] = process.argv
const { findings } = await examineSite(url, { limits: { ...VISIT_LIMITS, timeoutMilliseconds: 3000 } })
const { user, system } = process.cpuUsage()
const told = findings.map(({ check, severity, message }) => `${severity} ${check}: ${message}`)
console.log(
  JSON.stringify({
    told,
    megabytes: process.resourceUsage().maxRSS / 1000,
    seconds: (user + system) / 1_000_000,
  }),
)
