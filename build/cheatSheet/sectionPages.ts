import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { Block, Group, Heading, Page, PageFile, SectionFile } from '../../client/cheatSheet/content';
import { newestVersion, versionName } from '../../server/manifests/versions/kubernetesVersion';
import { rules } from '../../server/rules/catalogue';
import { valueAt } from '../../server/unknownJson';
import { readContents } from './contents';
import { type Diagrams, readDiagrams, refuseUnshown, shownDiagram } from './diagrams';
import { helperPage } from './helperPage';
import { escapeHtml } from './html';
import { madeAt } from './madeAt';
import { type Rendering, renderMarkdown } from './markdown';
import { ruleList } from './rulePages';
import { snippetList } from './snippetPages';
import { yamlTitle } from './yamlTitle';

/** The pages that are lists of other pages, made and not written. */
const lists = { rules: 'All rules', helpers: 'All kubectl helpers', snippets: 'All snippets' } as const;

/**
 * Renders the sections, in the order of `contents.yaml`, with their diagrams.
 *
 * @throws when something in them is not as it must be: it names the file, and what to do.
 */
export async function sectionPages(mediaFolder: string, snippets: PageFile): Promise<SectionFile> {
  const textFolder = path.join(mediaFolder, 'cheatsheet');
  const files = (await readdir(textFolder)).filter((file) => file.endsWith('.md'));
  const written = readContents(
    await readFile(path.join(textFolder, 'contents.yaml'), 'utf8'),
    files.map((file) => path.basename(file, '.md')),
  );
  const diagrams = await readDiagrams(path.join(mediaFolder, 'diagrams'));
  const pages: Record<string, Page> = {};
  const blocks: Record<string, Block> = {};
  const groups: Group[] = [];
  for (const { title, pages: names } of written) {
    const entries: Heading[] = [];
    for (const name of names) {
      const text = await readFile(path.join(textFolder, `${name}.md`), 'utf8');
      const page = sectionPage(name, text, diagrams, blocks);
      pages[name] = page;
      entries.push({ address: name, title: page.title });
    }
    groups.push({ title, pages: entries });
  }
  refuseUnshown(diagrams);
  pages.rules = listPage(lists.rules, ruleList(rules));
  pages.snippets = listPage(lists.snippets, snippetList(snippets));
  pages.helpers = helperPage(lists.helpers, blocks);
  const listPages = Object.entries(lists).map(([address, title]) => ({ address, title }));
  groups.push({ title: 'Lists', pages: listPages, isReference: true });
  return { groups, pages, blocks: titled(blocks), kubernetesVersion: versionName(newestVersion) };
}

/** With what each piece of YAML is, by which a search names it. */
function titled(blocks: Readonly<Record<string, Block>>): Record<string, Block> {
  return Object.fromEntries(
    Object.entries(blocks).map(([address, block]) => [
      address,
      block.kind === 'yaml' ? { ...block, title: yamlTitle(block.text) } : block,
    ]),
  );
}

function listPage(title: string, list: string): Page {
  return { title, html: `<h1 tabindex="-1">${title}</h1>\n${list}`, headings: [] };
}

function sectionPage(name: string, source: string, diagrams: Diagrams, blocks: Record<string, Block>): Page {
  const file = `media/cheatsheet/${name}.md`;
  const { text, rulePatterns } = madeAt(file, () => frontMatter(source));
  const [, title = name, body = text] = /^# (.+)\n([\s\S]*)$/.exec(text.trimStart()) ?? [];
  const headings: Heading[] = [];
  // The body is the end of the file.
  const firstLine = source.slice(0, source.length - body.length).split('\n').length;
  const rendering: Rendering = {
    page: name,
    diagram: (diagram) => shownDiagram(diagrams, name, diagram),
    placeOf: (line) => `${file}:${firstLine + line}`,
    headings,
    blocks,
  };
  const html = renderMarkdown(body, rendering);
  const related = rules.filter(({ id }) => rulePatterns.some((pattern) => pattern.test(id)));
  const list =
    related.length === 0 ? '' : `<h2 id="${name}/rules" tabindex="-1">Rules about this</h2>\n${ruleList(related)}`;
  if (list) headings.push({ address: `${name}/rules`, title: 'Rules about this' });
  return { title, html: `<h1 tabindex="-1">${escapeHtml(title)}</h1>\n${html}${list}`, headings };
}

/** A page may begin with `rules:` and the ids of the rules it is about, `*` standing for any letters. */
function frontMatter(source: string): { text: string; rulePatterns: RegExp[] } {
  const [, head, text = source] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const parsed: unknown = head === undefined ? undefined : parse(head);
  const patterns = valueAt(parsed, 'rules') ?? [];
  if (!Array.isArray(patterns)) throw new Error('"rules" at the head of a page is a list of rule ids');
  return { text, rulePatterns: patterns.map((id) => new RegExp(`^${String(id).replaceAll('*', '.*')}$`)) };
}
