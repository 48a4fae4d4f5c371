/** Does what reads one file. A mistake of ours must tell which file it was that showed it. */
export function readingFile<Outcome>({ path }: { readonly path: string }, read: () => Outcome): Outcome {
  try {
    return read()
  } catch (cause) {
    throw new Error(`Cannot read ${path}`, { cause })
  }
}
