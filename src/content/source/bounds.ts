/**
 * Limits on the input. No real article comes near them. Input above a limit is refused with a message that names its
 * place, so that no file can keep a build busy. `docs/bounds.md` lists all limits; sizes of files are in
 * `seed-size.ts`.
 */

/** Characters of front matter or of `site.yaml`. A longer text belongs in the body. */
export const MOST_SETTINGS_CHARACTERS = 64_000

/**
 * Separators in settings: line ends, colons, commas, brackets and the like. The YAML and TOML libraries compare some of
 * the parsed items with one another. Twenty pages of settings have fewer separators.
 */
export const MOST_SETTINGS_SIGNS = 4000

/** Nodes that YAML aliases may expand to. More are an attack or a mistake. */
export const MOST_ALIASES = 100

/** Tags of an article, and its categories. Each makes a feed and a page that stay for ever. */
export const MOST_TAGS = 200

/**
 * Authors of an article or of the site, for the same reason. The longest bylines of newspapers have some dozens of
 * names.
 */
export const MOST_AUTHORS = 200

/** Enclosures of an article. Few audio books have more chapters, and every feed lists all of them. */
export const MOST_ENCLOSURES = 200

/** Hubs of the site. Each gets a request for each change, and every feed lists it. */
export const MOST_HUBS = 20

/** Findings of one article that are reported one by one, each with its place. */
export const MOST_FINDINGS = 50
