import type { z } from 'zod'

/** The definition of one setting. A table of settings has a row for each; its key is the name in our code. */
export interface SettingRow {
  /** The names under which it is read. The first one with a value counts. A dot leads into a map: `extra.title`. */
  readonly names: readonly [string, ...string[]]
  /** The schema. Dates need the site's time zone. */
  readonly schema: z.ZodType | ((timezone: string) => z.ZodType)
  /** The value if no valid one is written. */
  readonly default?: unknown
  /**
   * Whether a change counts as an update for subscribers, so that the setting is part of the digest. `custom` means
   * that the digest hashes it in a form of its own.
   */
  readonly told: boolean | 'custom'
  /** The name in the documentation, if it is not the first one. */
  readonly shownAs?: string
  /** The type of the value in a few words: `text`, `true or false`. */
  readonly type: string
  readonly is: string
  readonly example: string
  /** For the documentation: what happens without the setting, if there is no default value. */
  readonly otherwise?: string
  /** For the documentation: what subscribers notice of a change, if `told` does not say it. */
  readonly change?: string
  /** The settings in it, if it is a map of settings. */
  readonly inner?: SettingTable
}

/** Settings by their names in our code, in the order of the digest. */
export type SettingTable = Readonly<Record<string, SettingRow>>
