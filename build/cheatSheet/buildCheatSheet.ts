import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brokenLinks } from './brokenLinks';
import type { CheatSheet } from './cheatSheet';
import { rulePages } from './rulePages';
import { sectionPages } from './sectionPages';
import { snippetPages } from './snippetPages';

/** Reads and renders the cheat-sheet of a checkout. */
export async function renderedCheatSheet(projectFolder: string): Promise<CheatSheet> {
  const snippets = await snippetPages(path.join(projectFolder, 'snippets'));
  const sections = await sectionPages(path.join(projectFolder, 'media'), snippets);
  return { sections, rules: rulePages(), snippets };
}

/**
 * Writes the cheat-sheet's files into a folder.
 *
 * @throws when a link leads nowhere: it names the page and the link.
 */
export async function buildCheatSheet(projectFolder: string, outputFolder: string): Promise<void> {
  const cheatSheet = await renderedCheatSheet(projectFolder);
  const broken = brokenLinks(cheatSheet);
  if (broken.length > 0) throw new Error(`Links of the cheat-sheet that lead nowhere:\n${broken.join('\n')}`);
  await mkdir(outputFolder, { recursive: true });
  for (const [name, content] of Object.entries(cheatSheet)) {
    await writeFile(path.join(outputFolder, `${name}.json`), JSON.stringify(content));
  }
}
