/** A file as somebody wrote it into the folder of articles. */
export interface WrittenFile {
  /** Below the folder, with `/`. */
  readonly path: string
  readonly content: string | Uint8Array
}

/** An article with its front matter in ordinary form: a line a key. */
export function articleFile(path: string, frontMatter: readonly string[], body: string): WrittenFile {
  return { path, content: `---\n${frontMatter.join('\n')}\n---\n${body}\n` }
}
