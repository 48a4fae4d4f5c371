import { checkPatterns } from './check-patterns.ts'
import { LEDGER_PATTERNS } from './patterns/ledger.ts'

checkPatterns('ledger', LEDGER_PATTERNS)
