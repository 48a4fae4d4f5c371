"""One poll by a program built on feedparser: it keeps the validators and merges the entries by their id.

The second argument names the file where it keeps what it knows: "entries" by id, and "new", an id for each time that an
entry came that it had not seen.
"""

import json
import os
import sys

import feedparser

url, path = sys.argv[1:]
state = {"etag": None, "modified": None, "entries": {}, "new": []}
if os.path.exists(path):
    with open(path, encoding="utf-8") as file:
        state = json.load(file)

feed = feedparser.parse(url, etag=state["etag"], modified=state["modified"])
if feed.bozo and feed.status != 304:
    sys.exit(f"{feed.status}: {feed.bozo_exception}")
for entry in feed.entries:
    if entry.id not in state["entries"]:
        state["new"].append(entry.id)
    content = entry.content[0].value if "content" in entry else entry.get("summary", "")
    state["entries"][entry.id] = {"url": entry.link, "text": content}
state["etag"] = feed.get("etag", state["etag"])
state["modified"] = feed.get("modified", state["modified"])
with open(path, "w", encoding="utf-8") as file:
    json.dump(state, file)
