import { stemAt } from '../../src/model/addresses.ts'

/** Pairs of stems that share a hash: two articles, and an article and a feed. */
export const COLLIDING = [
  [stemAt('/articles/nave-libro-5v3ed3'), stemAt('/articles/scuola-scuola-10ejnfd')],
  [stemAt('/articles/porto-teatro-1lsru3x'), stemAt('/tags/teatro-faro-hlfqw6')],
] as const
