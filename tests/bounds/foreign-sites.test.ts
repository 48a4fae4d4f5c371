import { checkPatterns } from './check-patterns.ts'
import { FOREIGN_SITE_PATTERNS } from './patterns/foreign-sites.ts'

checkPatterns('Sites that are looked at', FOREIGN_SITE_PATTERNS)
