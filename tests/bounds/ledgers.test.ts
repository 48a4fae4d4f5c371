import { checkPatterns } from './check-patterns.ts'
import { LEDGER_PATTERNS, MATCHING_PATTERNS } from './patterns/ledgers.ts'

checkPatterns('Ledgers', LEDGER_PATTERNS)
checkPatterns('Items and articles', MATCHING_PATTERNS)
