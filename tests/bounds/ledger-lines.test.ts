import { checkPatterns } from './check-patterns.ts'
import { LEDGER_LINE_PATTERNS, MATCHING_PATTERNS } from './patterns/ledger-lines.ts'

checkPatterns('Lines of a ledger', LEDGER_LINE_PATTERNS)
checkPatterns('Items and articles', MATCHING_PATTERNS)
