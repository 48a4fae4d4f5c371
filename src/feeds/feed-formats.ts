import type { FeedFormat } from '../model/feed-format.ts'
import { ATOM } from './atom.ts'
import { JSON_FEED } from './json-feed.ts'
import { RSS } from './rss.ts'

/** The formats of every feed, a row each, in the order of preference where a client wants several alike. */
export const FEED_FORMATS: readonly FeedFormat[] = [RSS, ATOM, JSON_FEED]
