import { enableCompileCache } from 'node:module'
import { COMPILE_CACHE } from './project.ts'

/*
 * Loaded before a command. Node then stores its compiled form of our sources and packages, which halves the start of a
 * command. If nothing can be stored, the command still runs.
 */
enableCompileCache(COMPILE_CACHE)
