import { checkPatterns } from './check-patterns.ts'
import { SETTINGS_PATTERNS } from './patterns/settings.ts'

checkPatterns('settings', SETTINGS_PATTERNS)
