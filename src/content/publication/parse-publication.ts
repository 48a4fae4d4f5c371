import { loadLanguageDetector } from '../prose/language.ts'
import { type ArticleStages, inProcess } from './article-stages.ts'
import { completeParsing, type ParsedPublication } from './complete-parsing.ts'
import { identifyFolder, openFolder, type PublicationOptions, type SeedFolder } from './open-folder.ts'

/**
 * Reads a folder of articles. The order of its seeds does not matter. One run finds all problems: an error in one file
 * hides no error in another. `stages` run the steps that handle each file on its own; by default they return articles
 * with their content.
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
  const open = openFolder(folder, options, options.detectLanguage ?? (await loadLanguageDetector()))
  const read = await stages.read(open)
  const identified = identifyFolder(open, read, options, (seed) => stages.asset(seed, options.digest))
  return completeParsing(identified, await stages.finish(identified), options)
}
