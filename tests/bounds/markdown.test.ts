import { checkPatterns } from './check-patterns.ts'
import { MARKDOWN_PATTERNS } from './patterns/markdown.ts'

checkPatterns('Markdown', MARKDOWN_PATTERNS)
