/** What wrangler makes of a `.bin` file: a module of its bytes. */
declare module '*.bin' {
  const bytes: ArrayBuffer
  export default bytes
}

declare namespace Cloudflare {
  /** The bindings of wrangler.toml. */
  interface Env {
    readonly PACKS: KVNamespace
  }
}
