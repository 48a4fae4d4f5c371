/**
 * How much of what a writer writes is read. What no real article comes near is refused with a message that tells its
 * place, so that no file can keep a build busy. `docs/bounds.md` has all of them; sizes of files are in `seed-size.ts`.
 */

/** Characters of front matter or of `site.yaml`. A text that is longer is no setting, and belongs in the body. */
export const MOST_SETTINGS_CHARACTERS = 64_000

/**
 * Signs in settings that part one thing from another: line ends, colons, commas, brackets and the like. The libraries that
 * read YAML and TOML compare what these make with one another; twenty pages of settings have fewer.
 */
export const MOST_SETTINGS_SIGNS = 4000

/** Nodes that aliases in YAML may stand for: more is an attack or a mistake, not settings. */
export const MOST_ALIASES = 100

/** Tags and categories of an article, each. Every one is a feed and a page that is there for ever. */
export const MOST_TAGS = 200

/** Authors of an article or of the site, for the same reason. The longest bylines of newspapers name some dozens. */
export const MOST_AUTHORS = 200

/** Files that come with an article. A whole audio book hardly has more chapters, and every feed names all of them. */
export const MOST_ENCLOSURES = 200

/** Hubs of the site: each is told of each change, and every feed names it. */
export const MOST_HUBS = 20

/** Things in one article that could not be published as they were and are told one by one, each with its place. */
export const MOST_FINDINGS = 50
