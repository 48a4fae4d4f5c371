/** What of WebAssembly is used here; Node's own types leave it to the browser's. */
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
