import { checkPatterns } from './check-patterns.ts'
import { REQUEST_PATTERNS } from './patterns/requests.ts'

checkPatterns('Requests', REQUEST_PATTERNS)
