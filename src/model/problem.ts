import { compareText } from './compare-text.ts'

/** A mistake in a writer's file. Such mistakes are data: they are collected, never thrown. */
export interface Problem {
  /** An `error` stops the publication. A `stop` does so until the writer accepts it. A `warning` does not. */
  readonly severity: 'error' | 'stop' | 'warning'
  /** The seed's path, relative to the folder of articles. */
  readonly path: string
  /** Its place. Line and column begin at 1; columns count UTF-16 code units. */
  readonly line?: number
  readonly column?: number
  /** What is wrong, and how to correct it: `Cannot read the date "31 febbraio": no such day. Write it as 2026-02-28.` */
  readonly message: string
}

/** Compares problems for printing: by file, then line, then column. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.message, b.message)
  )
}
