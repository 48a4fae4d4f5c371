"""Reads a feed as a program built on feedparser does: once, and once more with the validators it was given."""

import json
import sys

import feedparser

url = sys.argv[1]
first = feedparser.parse(url)
second = feedparser.parse(url, etag=first.get("etag"), modified=first.get("modified"))
entries = [
    {
        "title": entry.title,
        "id": entry.id,
        "link": entry.link,
        "content": entry.content[0].value if "content" in entry else entry.get("summary"),
        "tags": [tag.term for tag in entry.get("tags", [])],
        "authors": [author.get("name") for author in entry.get("authors", [])],
    }
    for entry in first.entries
]
json.dump({"bozo": bool(first.bozo), "status": first.status, "again": second.status, "entries": entries}, sys.stdout)
