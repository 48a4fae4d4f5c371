import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runBuild, writeArticles, writeSeed } from '../build-site.ts'
import { corpusArticle } from '../corpus.ts'
import { median } from '../median.ts'
import type { Part, Target } from '../part.ts'
import { installPeers, PEERS, type Peer, peerCommand, preparePeer } from '../peers/peer.ts'
import { type Measured, runMeasured } from '../run-measured.ts'

/** The largest size, and the largest for the peers written in JavaScript. */
const MANY = 10_000
const FEW = 2000
const TURNS = 3
const ENVIRONMENT = { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }

/** Our longest time as a share of the peer's time. */
const MOST_SHARE: Readonly<Record<Peer['name'], number>> = { hugo: 1, eleventy: 0.25, astro: 0.25 }

/** Our longest time after a change of one article, as a share of Hugo's time. Hugo builds all again. */
const MOST_SHARE_AGAIN = 0.1

/** A generator, and the time of each of its builds. */
interface Builder {
  readonly name: string
  /** Builds without anything from earlier builds. */
  readonly build: () => Promise<Measured>
  readonly builds: Measured[]
}

/** Our own builder. */
interface OurBuilder extends Builder {
  /** Changes an article of the last build, and builds again. */
  readonly rebuild: () => Promise<Measured>
}

/** Compares our build with those of other generators, on the same articles. */
export const peers: Part = {
  name: 'peers',
  title: 'Against other generators',
  isLong: true,
  measure: async (folder, extent) => {
    const installed = await installPeers()
    const version = ({ name }: Peer) => {
      const found = installed.get(name)
      return found !== undefined && 'version' in found ? found.version : undefined
    }
    const sizes = extent.articles === undefined ? [FEW, MANY] : [extent.articles]
    const rows: string[][] = []
    const targets: Target[] = []
    for (const size of sizes) {
      const present = PEERS.filter(
        (peer) => version(peer) !== undefined && (peer.name === 'hugo' || size <= FEW),
      )
      const ours = ourBuilder(join(folder, String(size)), size)
      const builders: Builder[] = [ours]
      for (const peer of present) builders.push(await peerBuilder(peer, size))
      for (let turn = 0; turn < TURNS; turn++) {
        for (const { build, builds } of builders) builds.push(await build())
      }
      const seconds = ({ builds }: Builder) => median(builds.map((each) => each.seconds))
      const again: Measured[] = []
      for (let turn = 0; turn < TURNS; turn++) again.push(await ours.rebuild())
      rows.push(renderRow(size, 'Strillone, again, one article changed', again))
      for (const builder of builders) {
        const peer = present.find(({ name }) => name === builder.name)
        const name = peer === undefined ? builder.name : `${peer.name} ${version(peer)}`
        rows.push(renderRow(size, name, builder.builds))
        if (peer === undefined) continue
        const share = seconds(ours) / seconds(builder)
        targets.push({
          what: `build of ${size} articles, of ${peer.name}'s time`,
          mustReach: `at most ${MOST_SHARE[peer.name].toFixed(2)}×`,
          measured: `${share.toFixed(2)}×`,
          reached: share <= MOST_SHARE[peer.name],
        })
        if (peer.name !== 'hugo') continue
        const shareAgain = median(again.map((each) => each.seconds)) / seconds(builder)
        targets.push({
          what: `build again, one article changed of ${size}, of hugo's time`,
          mustReach: `at most ${MOST_SHARE_AGAIN.toFixed(2)}×`,
          measured: `${shareAgain.toFixed(2)}×`,
          reached: shareAgain <= MOST_SHARE_AGAIN,
        })
      }
    }
    for (const [name, found] of installed) {
      if ('missing' in found) rows.push(['any', `${name}: missing`, found.missing, ''])
    }
    return {
      method: [
        `The whole command of each, cold, on the same Markdown files; median of ${TURNS}, in turn. The peers are set up as their own users would, to pages, a feed of 30 articles in RSS and in JSON, and a page for each tag: their projects are in \`bench/peers/\`. Ours makes feeds of every tag, author and section in three forms, archives, and each article in three forms besides, and compresses all of it.`,
        'Eleventy and Astro are asked for 2,000 articles at most.',
      ],
      targets,
      tables: [
        {
          caption: 'Cold builds, and ours again.',
          columns: ['articles', 'generator', 'seconds', 'peak memory, MB'],
          rows,
        },
      ],
    }
  },
}

/** Each turn has a folder of its own, because the build cache belongs to a folder. */
function ourBuilder(folder: string, size: number): OurBuilder {
  const builds: Measured[] = []
  const run = (turn: number) => runBuild(join(folder, `seeds-${turn}`), join(folder, `dist-${turn}`))
  let changes = 0
  return {
    name: 'Strillone',
    builds,
    build: async () => {
      await writeArticles(join(folder, `seeds-${builds.length}`), 0, size)
      return run(builds.length)
    },
    rebuild: async () => {
      const turn = builds.length - 1
      const changed = corpusArticle(size >> 1, 'markdown')
      const text = `${changed.text}\nUna riga in più, la ${++changes}.\n`
      await writeSeed(join(folder, `seeds-${turn}`), { ...changed, text })
      return run(turn)
    },
  }
}

function renderRow(size: number, name: string, builds: readonly Measured[]): string[] {
  const seconds = median(builds.map((each) => each.seconds))
  const megabytes = median(builds.map((each) => each.peakBytes)) / 1e6
  return [String(size), name, seconds.toFixed(1), megabytes.toFixed(0)]
}

async function peerBuilder(peer: Peer, size: number): Promise<Builder> {
  const { project, posts } = await preparePeer(peer)
  for (let place = 0; place < size; place++) await writeSeed(posts, corpusArticle(place, 'markdown'))
  const [program, ...args] = peerCommand(peer)
  return {
    name: peer.name,
    builds: [],
    build: async () => {
      for (const leftover of peer.leftovers)
        await rm(join(project, leftover), { recursive: true, force: true })
      return runMeasured(program, args, project, ENVIRONMENT)
    },
  }
}
