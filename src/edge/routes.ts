import { ADDRESSES, type Address } from '../model/addresses.ts'

/** The addresses of every site, in the order in which a path is looked for among them. */
export const ROUTES: readonly Address[] = Object.values(ADDRESSES)

/** The address that a path is at, if anything may be there. */
export function findAddress(path: string, routes: readonly Address[]): Address | undefined {
  return routes.find(({ pattern }) => pattern.test(path))
}
