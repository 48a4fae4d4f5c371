import { encodingOf } from './decode-document.ts'

/** Bytes. Enough for the XML declaration, which comes first. */
const BEGINNING = 512

/** Decodes a document as it arrives, in the encoding that `decodeDocument` finds for it. */
export class DocumentDecoder {
  readonly #contentType: string
  #beginning = new Uint8Array()
  #decoder: InstanceType<typeof TextDecoder> | undefined

  constructor(contentType: string) {
    this.#contentType = contentType
  }

  write(bytes: Uint8Array): string {
    if (this.#decoder !== undefined) return this.#decoder.decode(bytes, { stream: true })
    this.#beginning = Buffer.concat([this.#beginning, bytes])
    return this.#beginning.length < BEGINNING ? '' : this.#begin()
  }

  /** Ends the document. Gives the rest of the text. */
  finish(): string {
    const begun = this.#decoder === undefined ? this.#begin() : ''
    return begun + (this.#decoder?.decode() ?? '')
  }

  #begin(): string {
    this.#decoder = new TextDecoder(encodingOf(this.#beginning, this.#contentType))
    return this.#decoder.decode(this.#beginning, { stream: true })
  }
}
