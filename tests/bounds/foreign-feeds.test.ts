import { checkPatterns } from './check-patterns.ts'
import { FOREIGN_FEED_PATTERNS } from './patterns/foreign-feeds.ts'

checkPatterns('Feeds that are read', FOREIGN_FEED_PATTERNS)
