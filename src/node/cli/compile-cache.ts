import { enableCompileCache } from 'node:module'
import { COMPILE_CACHE } from './project.ts'

/*
 * Loaded before a command: Node then keeps what it has compiled of our sources and packages, which takes half of the time
 * that a command needs to begin. Where nothing can be kept, nothing is.
 */
enableCompileCache(COMPILE_CACHE)
