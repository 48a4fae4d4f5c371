/**
 * What a folder of articles is read or built for.
 * - `release`: `npm run deploy` deploys it, and writes the ledger afterwards.
 * - `publication`: another program deploys it, and the build writes the ledger.
 * - `check`: builds nothing.
 * - `local`: a build for this machine only.
 * - `preview`: a build to look at before it is published.
 * - `ledger`: reads the folder without its ledger, to make a new one.
 */
export type BuildMode =
  | { readonly kind: 'release' | 'publication'; readonly accept: boolean; readonly frozen: boolean }
  | { readonly kind: 'check'; readonly accept: boolean }
  | { readonly kind: 'local'; readonly drafts: boolean }
  | { readonly kind: 'preview' | 'ledger' }

/** The modes that build a bundle. */
export type BundleMode = Exclude<BuildMode, { readonly kind: 'check' | 'ledger' }>

/** Whether the build has no subscribers. It is then not guarded, and changes are not reported. */
export function isTrial({ kind }: BuildMode): boolean {
  return kind === 'local' || kind === 'preview'
}

/** Whether the folder must agree with its ledger, and with the ledger in version control. */
export function isHeldToLedger(mode: BuildMode): boolean {
  return mode.kind !== 'ledger' && !isTrial(mode)
}

/** Whether a build writes the ledger to the folder of articles. */
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

/** Whether drafts are shown too. */
export function showsDrafts(mode: BuildMode): boolean {
  return mode.kind === 'local' && mode.drafts
}
