import { checkPatterns } from './check-patterns.ts'
import { MARKDOWN_SHAPES } from './patterns/markdown-shapes.ts'

checkPatterns('Markdown, shape by shape', MARKDOWN_SHAPES)
