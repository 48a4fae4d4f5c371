import { SaxesParser } from 'saxes'

/** Throws at the first thing for which the document is no XML with namespaces. */
export function assertWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}
