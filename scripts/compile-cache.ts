import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/*
 * Loaded before a command: Node then keeps what it has compiled of our sources and packages, which takes half of the time
 * that a command needs to begin. Where nothing can be kept, nothing is.
 */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'))
