/** What an article about feeds quotes. */
export const FEED_QUOTES = [
  '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id></entry></feed>',
  '<rdf:RDF xmlns="http://purl.org/rss/1.0/">',
  '<rss version="2.0"><channel><item><guid>a</guid></item></channel></rss>',
  '<?xml version="1.0" encoding="ISO-8859-1"?><rss>',
  '{"version": "https://jsonfeed.org/version/1.1", "items": []}',
  '<!DOCTYPE html><html><head><title>a</title></head></html>',
] as const
