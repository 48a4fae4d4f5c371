import type { z } from 'zod'

/** One setting: all that is known of it. A table of settings has a row for each, by the name that our code gives it. */
export interface SettingRow {
  /** The names under which it is read; the first one that has a value counts. A dot leads into a map: `extra.title`. */
  readonly names: readonly [string, ...string[]]
  /** Reads what is written; of dates, in the time zone of the site. */
  readonly schema: z.ZodType | ((timezone: string) => z.ZodType)
  /** What holds where nothing valid is written. */
  readonly default?: unknown
  /**
   * Whether subscribers are told of a change: whether the setting is a part of the digest. `custom` is for what is hashed
   * in another form than that of the setting; the digest itself tells that form.
   */
  readonly told: boolean | 'custom'
  /** The name in the documentation, where it is not the first one. */
  readonly shownAs?: string
  /** What may be written, in a few words: `text`, `true or false`. */
  readonly type: string
  readonly is: string
  readonly example: string
  /** What holds where nothing is written, if that is no value. */
  readonly otherwise?: string
  /** What subscribers notice of a change, if that is more than `told` says. */
  readonly change?: string
  /** The settings in it, if it is a map of settings. */
  readonly inner?: SettingTable
}

/** Settings by the names that our code gives them, in the order of the digest. */
export type SettingTable = Readonly<Record<string, SettingRow>>
