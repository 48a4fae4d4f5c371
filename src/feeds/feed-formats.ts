import type { FeedFormat } from '../model/feed-format.ts'
import { ATOM } from './atom.ts'
import { JSON_FEED } from './json-feed.ts'
import { RSS } from './rss.ts'

/** The formats of all feeds, in the order of preference if a client accepts several equally. */
export const FEED_FORMATS: readonly FeedFormat[] = [RSS, ATOM, JSON_FEED]
