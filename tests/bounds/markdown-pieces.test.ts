import { checkPatterns } from './check-patterns.ts'
import { MARKDOWN_PIECES } from './patterns/markdown-pieces.ts'

checkPatterns('Markdown, piece by piece', MARKDOWN_PIECES)
