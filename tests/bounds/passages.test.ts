import { checkPatterns } from './check-patterns.ts'
import { PASSAGE_PATTERNS } from './patterns/passages.ts'

checkPatterns('hidden passages', PASSAGE_PATTERNS)
