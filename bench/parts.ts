import type { Part } from './part.ts'
import { serving } from './parts/serving.ts'

/** All parts, in the order of the report. */
export const PARTS: readonly Part[] = [serving]
