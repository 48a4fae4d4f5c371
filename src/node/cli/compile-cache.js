import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/*
 * Loaded before a command. Node then stores the compiled code of our sources and packages, which halves the time that a
 * command needs to start. If nothing can be stored, nothing happens. This file is JavaScript and imports no module of ours:
 * for a single file of TypeScript, Node would load its type stripper.
 */
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/node'))
