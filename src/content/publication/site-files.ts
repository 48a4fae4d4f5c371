import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { isMisnamedSite, type SeedKind, SITE_PATH } from '../source/seed-kind.ts'

type Kinds = ReadonlyMap<SeedKind, readonly Seed[]>

/** Returns the problems with the names of settings files: two files, or a wrong name. */
export function tellSiteFiles(kinds: Kinds): readonly Problem[] {
  const [read, other] = kinds.get('settings') ?? []
  if (read && other) {
    const message = `Both ${read.path} and ${other.path} have settings of the site. Write all of them in ${SITE_PATH}, and give the other file another name.`
    return [{ severity: 'error', path: other.path, message }]
  }
  return (kinds.get('misnamed') ?? []).flatMap(({ path }): Problem[] => {
    if (read === undefined) return [misnamed(path)]
    const message = `This is not read: the settings of the site are in ${read.path}. Write there what is missing.`
    // A name that begins with "_" disables the file on purpose.
    return path.startsWith('_') ? [] : [{ severity: 'warning', path, message }]
  })
}

/**
 * Returns the problems of a text file. If it has an error and its name suggests the settings of the site, one problem about
 * the name replaces them.
 */
export function tellText(path: string, problems: readonly Problem[]): readonly Problem[] {
  const isBroken = problems.some(({ severity }) => severity === 'error')
  return isBroken && isMisnamedSite(path) ? [misnamed(path)] : problems
}

function misnamed(path: string): Problem {
  const message = `The settings of the site are only read from ${SITE_PATH}. Rename this file to ${SITE_PATH}, or give it quite another name.`
  return { severity: 'error', path, message }
}

/**
 * Moves the problems of the settings to the file that has them. If the only settings are in a file with a wrong name, the
 * problems of missing settings are left out, because the wrong name causes them.
 */
export function atSiteFile(problems: readonly Problem[], kinds: Kinds): readonly Problem[] {
  const path = kinds.get('settings')?.[0]?.path
  const isLost = problems.some((problem) => isMisnamedSite(problem.path) && problem.severity === 'error')
  return problems.flatMap((problem) => {
    if (problem.path !== SITE_PATH) return [problem]
    if (path === undefined) return isLost ? [] : [problem]
    return [{ ...problem, path }]
  })
}
