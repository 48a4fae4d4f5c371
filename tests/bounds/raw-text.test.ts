import { checkPatterns } from './check-patterns.ts'
import { RAW_TEXT_PATTERNS } from './patterns/raw-text.ts'

checkPatterns('raw text', RAW_TEXT_PATTERNS)
