/** The text that explains the figures: where the time goes, by profile, and which changes were tried. */
export const ACCOUNT = `## Where the time goes

**A cold build.** Ten thousand articles are about a minute of a core; Hugo needs eight seconds for its pages and feeds, and
compresses none of them. By \`node --cpu-prof\`, of what the threads do a tenth is DEFLATE: each article is
compressed six times, as page, JSON and Markdown and for the archives in three forms, less than a tenth of a millisecond each
time. A fifth is finishing (the HTML tree, the sanitiser, Markdown and text, the summary, and of that a third to tell the
language), a seventh is reading (Markdown first, then the digests of the ledger), as much is writing pages and entries, a
ninth is putting lists together and hashing them. Beside DEFLATE no function takes more than one part in forty. A fifth of the
wall clock the threads wait for the one that plans, packs and writes.

Gained: front matter of plain lines, and dates with an offset, need neither the YAML parser nor a calendar (a twentieth);
libdeflate replaces zlib, and RSS has no second copy of each text (a fifth,
[0029](../docs/decisions/0029-libdeflate.md)); fewer than 1,500 articles start no threads (a quarter). Together, 1,000 articles
take 0.57 of the processor time and 0.63 of the memory, and two articles 0.7 of the processor time: small words tell most
languages, so that \`eld\`, a fifth of a second, is not loaded. Of what is left there, resolving 600 modules is the most.

Tried: the zlib of Node is no faster than the one in WebAssembly, and its bytes
differ from processor to processor. Entries that are compressed once and shared by all feeds make feeds larger
([0005](../docs/decisions/0005-gzip-and-etags.md)). Threads halve the
time of 10,000 articles. Skeletons of feed entries saved a fifteenth,
younger garbage a quarter of a gigabyte. Not tried: to compress nothing that is seldom asked for. The store would be three
times as large, and the edge would compress at each request, of which the free plan allows ten milliseconds.

**A build again.** Node and our modules take half a second to start, the index and what is told of ten thousand articles a
second to be read back; the rest is the look at every file, planning, and the packs that are other. A tenth of Hugo's time is
hardly more than Node needs to start. \`npm start\` keeps the process: half of a save's wait is the build, the rest is waiting for
the editor to be done, storing the packs that are other, and the local runtime.

**Memory.** Threads take half a gigabyte whatever the size. The one that plans holds eight kilobytes of each article (what it
was told of it, where its bytes are kept, what its entry of the ledger says, three keys), which is what makes a hundred
thousand articles more than they may be; V8 lets half as much garbage lie beside it.

**A hot answer.** Most of what a bare Worker's answer costs is HTTP in workerd and the kernel; hono alone adds ten or
twenty microseconds, and ours fifty to ninety: six request headers, \`request.cf\` (the only one to tell which codings the
client takes; seventeen microseconds), the form, the preconditions, four promises, and a response with its headers. Headers
that are made once, routes in a table and \`Accept\` headers that are read once took it from twice a bare Worker to what
stands above. Not tried: a hot path without hono and without promises.

**A cold pack.** The index alone is hashed and decoded, and of the resources the one that is asked for
([0017](../docs/decisions/0017-index-of-a-pack.md)). What is left over a bare read is spread over headers, two hashes, the
index and the collection of a megabyte of garbage. A crawl by date reads each pack of articles once, because they lie in
the order of publication ([0030](../docs/decisions/0030-packs-in-order.md)); what was let go waits for the collector.`
