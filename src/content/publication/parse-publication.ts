import { type ArticleStages, inProcess } from './article-stages.ts'
import { completeParsing, type ParsedPublication } from './complete-parsing.ts'
import { identifyFolder, openFolder, type PublicationOptions, type SeedFolder } from './open-folder.ts'

/**
 * Reads a folder of articles, whatever the order of its seeds. Every mistake is found in one run: one in a file hides none
 * in another. The stages carry out what each file takes alone; by default they give articles with their content.
 */
export async function parsePublication(
  folder: SeedFolder,
  options: PublicationOptions,
): Promise<ParsedPublication>
export async function parsePublication<Content extends object>(
  folder: SeedFolder,
  options: PublicationOptions,
  stages: ArticleStages<Content>,
): Promise<ParsedPublication<Content>>
export async function parsePublication(
  folder: SeedFolder,
  options: PublicationOptions,
  stages: ArticleStages = inProcess,
): Promise<ParsedPublication> {
  const open = openFolder(folder, options)
  const read = await stages.read(open)
  const identified = identifyFolder(open, read, options, (seed) => stages.asset(seed, options.digest))
  return completeParsing(identified, await stages.finish(identified), options)
}
