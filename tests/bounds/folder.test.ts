import { checkPatterns } from './check-patterns.ts'
import { FOLDER_PATTERNS } from './patterns/folder.ts'

checkPatterns('folder', FOLDER_PATTERNS)
