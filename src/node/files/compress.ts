import type { Compress } from '../../model/runtime.ts'
import { deflatePiece } from './deflate-piece.ts'
import { gzipMember } from './gzip-member.ts'

/**
 * The compressor of all builds. libdeflate compresses whole bodies, more than twice as fast as zlib. It cannot end a
 * block on a byte, so zlib compresses pieces. Both are WebAssembly, and the lockfile fixes their versions.
 */
export const compress: Compress = (plain, as) => (as === 'member' ? gzipMember(plain) : deflatePiece(plain))
