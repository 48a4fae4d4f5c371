/** An input that somebody may write to make something expensive, in any size. */
export interface HostilePattern<Input = string> {
  readonly name: string
  /** The input in about so many bytes. Not part of what is measured. */
  readonly make: (bytes: number) => Input | Promise<Input>
  /** What is done with it, awaited where it gives a promise. It gives the same cost each time: what remembers must be given something new by `make`. */
  readonly run: (input: Input) => unknown
}
