/** The part of WebAssembly that is used here. Node's own types leave it to those of the browser. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module)
    readonly exports: unknown
  }
  class Memory {
    readonly buffer: ArrayBuffer
  }
}
