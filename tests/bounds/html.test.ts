import { checkPatterns } from './check-patterns.ts'
import { HTML_PATTERNS } from './patterns/html.ts'

checkPatterns('HTML', HTML_PATTERNS)
