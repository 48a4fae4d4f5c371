import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type Running, run, start } from '../support/run-script.ts'

/** An article as a reader shows it now. */
export interface Shown {
  readonly url: string
  readonly text: string
}

/** A reader that has subscribed to one feed. */
export interface Subscriber {
  /** Asks for the feed once, and returns what the reader says of it. Rejects where the reader fails. */
  poll(): Promise<string>
  /** Each article, as often as it was presented as a new one. */
  shown(): readonly Shown[]
  stop?(): Promise<unknown>
}

/** Subscribes one kind of reader, which may write into a folder of its own, to a feed. */
export type Subscribe = (folder: string, url: string) => Promise<Subscriber>

/** newsboat, with its cache of articles. */
export const subscribeNewsboat: Subscribe = async (folder, url) => {
  writeFileSync(join(folder, 'urls'), `${url}\n`)
  writeFileSync(join(folder, 'config'), '')
  const cache = join(folder, 'cache.db')
  const files = ['-u', join(folder, 'urls'), '-c', cache, '-C', join(folder, 'config')]
  return {
    poll: () => said('newsboat', [...files, '-x', 'reload'], folder),
    shown: () => {
      const database = new DatabaseSync(cache)
      const rows = database.prepare('select url, content as text from rss_item where deleted = 0').all()
      database.close()
      return z.array(z.object({ url: z.string(), text: z.string() })).parse(rows)
    },
  }
}

/** rss2email, with a folder for its mails. */
export const subscribeRss2email: Subscribe = async (folder, url) => {
  const mails = join(folder, 'mails')
  mkdirSync(mails)
  const sendmail = join(folder, 'sendmail')
  writeFileSync(sendmail, `#!/bin/sh\nexec cat > "$(mktemp ${mails}/XXXXXXXX)"\n`)
  chmodSync(sendmail, 0o755)
  const config = join(folder, 'r2e.cfg')
  const files = ['--config', config, '--data', join(folder, 'r2e.json')]
  await said('r2e', [...files, 'new', 'reader@reader.example'], folder)
  const settings = readFileSync(config, 'utf8').replace(/^sendmail = .*$/m, `sendmail = ${sendmail}`)
  writeFileSync(config, settings)
  await said('r2e', [...files, 'add', 'strillone', url], folder)
  return {
    poll: () => said('r2e', [...files, 'run'], folder),
    shown: () =>
      readdirSync(mails).map((name) => {
        const letter = readFileSync(join(mails, name), 'utf8')
        return { url: /^X-RSS-URL: (.*)$/m.exec(letter)?.[1] ?? '', text: letter }
      }),
  }
}

/** A program built on feedparser, which keeps the validators and merges entries by their id. */
export const subscribeFeedparser: Subscribe = async (folder, url) => {
  const state = join(folder, 'state.json')
  const script = join(import.meta.dirname, 'follow_feed.py')
  const entry = z.object({ url: z.string(), text: z.string() })
  const known = z.object({ entries: z.record(z.string(), entry), new: z.array(z.string()) })
  return {
    poll: () => said('/usr/bin/python3', [script, url, state], folder),
    shown: () => {
      const { entries, new: ids } = known.parse(JSON.parse(readFileSync(state, 'utf8')))
      return ids.flatMap((id) => entries[id] ?? [])
    },
  }
}

/** How often rsstail polls. It is stopped between the polls, so this is only the time in which to stop it. */
const RSSTAIL_SECONDS = 2

/**
 * rsstail, which remembers nothing from one run to the next: one process goes through all polls, and is stopped in
 * between. It asks by HEAD whether Last-Modified is another one, and only then for the feed.
 */
export const subscribeRsstail: Subscribe = async (_folder, url) => {
  let tail: Running | undefined
  let output = ''
  return {
    poll: async () => {
      if (tail === undefined)
        tail = start('rsstail', ['-u', url, '-i', String(RSSTAIL_SECONDS), '-l', '-v', '-P'])
      else tail.process.kill('SIGCONT')
      // What it says of a poll, it says all at once at the end of it.
      await tail.waitFor(/Retrieving RSS feed/)
      tail.process.kill('SIGSTOP')
      const news = tail.output()
      tail.clear()
      output += news
      return news
    },
    shown: () => [...output.matchAll(/^Link: (.*)$/gm)].map(([, link = '']) => ({ url: link, text: '' })),
    stop: async () => tail?.stop('SIGKILL'),
  }
}

/** Runs a command that is to succeed, with a home of its own. */
async function said(command: string, args: readonly string[], home: string): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, { HOME: home })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
  return stdout + stderr
}
