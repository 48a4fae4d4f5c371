/**
 * What a folder of articles is read or built for:
 * a publication, which the ledger remembers; a rehearsal, which is the same without that; a check, which builds nothing; a
 * build for this machine only; a preview, to be looked at before it is published; the making of a ledger, which reads the
 * folder without the ledger that is there.
 */
export type BuildMode =
  | { readonly kind: 'publication' | 'rehearsal'; readonly accept: boolean; readonly frozen: boolean }
  | { readonly kind: 'check'; readonly accept: boolean }
  | { readonly kind: 'local'; readonly drafts: boolean }
  | { readonly kind: 'preview' | 'ledger' }

/** The modes in which a bundle is built. */
export type BundleMode = Exclude<BuildMode, { readonly kind: 'check' | 'ledger' }>

/** Whether no subscriber can be harmed: nothing that they were given is guarded, and changes are not told. */
export function isTrial({ kind }: BuildMode): boolean {
  return kind === 'local' || kind === 'preview'
}

/** Whether the folder is held to its ledger, and to what version control knows of that. */
export function isHeldToLedger(mode: BuildMode): boolean {
  return mode.kind !== 'ledger' && !isTrial(mode)
}

/** Whether a build writes the ledger. */
export function isRemembered({ kind }: BuildMode): boolean {
  return kind === 'publication'
}

/** Whether the writer accepts what would stop the build. */
export function isAccepting(mode: BuildMode): boolean {
  return 'accept' in mode && mode.accept
}

/** Whether a build fails if the ledger would change. */
export function isFrozen(mode: BuildMode): boolean {
  return 'frozen' in mode && mode.frozen
}

/** Whether drafts are shown, too. */
export function showsDrafts(mode: BuildMode): boolean {
  return mode.kind === 'local' && mode.drafts
}
