import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { Block, Page, PageFile } from '../../client/cheatSheet/content';
import { previewOf, readSnippets, type Snippet, snippetFiles } from '../../server/features/snippets/snippet';
import { renderedBlock } from './codeBlocks';
import { escapeHtml } from './html';
import { madeAt } from './madeAt';

/**
 * A page for every snippet that is shipped, with its default values filled in.
 *
 * @throws when two snippets have one id or one title, or a file of them is read by nobody or can't be: it names them.
 */
export async function snippetPages(folder: string): Promise<PageFile> {
  const pages: Record<string, Page> = {};
  const blocks: Record<string, Block> = {};
  const snippets: Snippet[] = [];
  refuseUnread(await readdir(folder));
  for (const { name, language } of snippetFiles) {
    const text = await readFile(path.join(folder, `${name}.code-snippets`), 'utf8');
    madeAt(`snippets/${name}.code-snippets`, () => JSON.parse(text));
    refuseSameTitles(name, text);
    snippets.push(...readSnippets(name, language, text));
  }
  for (const snippet of snippets) {
    const address = addressOf(snippet);
    const other = pages[address];
    if (other) throw new Error(givenTwice(snippet, other.title));
    const hasNamesake = snippets.some(({ id, title }) => id !== snippet.id && title === snippet.title);
    pages[address] = snippetPage(snippet, hasNamesake, blocks);
  }
  return { pages, blocks };
}

/** @throws when a file of snippets is not among those that are read, or one of those is missing: it names each. */
function refuseUnread(files: readonly string[]): void {
  const read = snippetFiles.map(({ name }) => `${name}.code-snippets`);
  const list = 'snippetFiles in server/features/snippets/snippet.ts';
  const faults = [
    ...files
      .filter((file) => file.endsWith('.code-snippets') && !read.includes(file))
      .map((file) => `snippets/${file}: nothing reads it. Add it to ${list}, or delete it.`),
    ...read
      .filter((file) => !files.includes(file))
      .map((file) => `snippets/${file}: it is missing. Write it, or take it out of ${list}.`),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function givenTwice({ id, title }: Snippet, otherTitle: string): string {
  const file = `snippets/${id.split('/')[0]}.code-snippets`;
  const reason = `the id ${id} is given twice, to "${otherTitle}" and to "${title}"`;
  return `${file}: ${reason}. Give one of them another first prefix.`;
}

/** JSON would drop the first of two snippets with one title without a word; read as YAML it tells them. */
function refuseSameTitles(name: string, text: string): void {
  const repeated = parseDocument(text).errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (!repeated) return;
  const [, title = ''] = /^\s*("[^"]*")/.exec(text.slice(repeated.pos[0])) ?? [];
  const line = repeated.linePos?.[0].line;
  throw new Error(
    `snippets/${name}.code-snippets: the title ${title} is given twice, the second time on line ${line}.`,
  );
}

function addressOf({ id }: Snippet): string {
  return `snippets/${id.replaceAll('/', '-')}`;
}

/** `hasNamesake` says that another snippet has the same title: then it says where it belongs, too. */
function snippetPage(snippet: Snippet, hasNamesake: boolean, blocks: Record<string, Block>): Page {
  const { id, description, prefixes, language } = snippet;
  const place = addressOf(snippet);
  const address = `${place}/text`;
  const title = hasNamesake ? `${snippet.title} (${lowerCaseStart(snippetSubject(place))})` : snippet.title;
  const kind = language === 'yaml' || language === 'helm' ? 'yaml' : 'other';
  const block: Block = { kind, language, text: previewOf(snippet), snippet: id };
  blocks[address] = block;
  const words = prefixes.map((prefix) => `<code>${escapeHtml(prefix)}</code>`).join(' or ');
  const html = `<h1 tabindex="-1">${escapeHtml(title)}</h1>
<p>${escapeHtml(description)}</p>
<p>Type ${words} where it belongs.</p>
${renderedBlock(address, block, language === 'helm' ? 'yaml' : language, title)}`;
  return { title, html, headings: [], place: snippetSubject(place) };
}

/** What each file of snippets is about. */
const subjects: Readonly<Record<string, string>> = {
  service: 'The files of a service',
  workloads: 'Other workloads and sandboxes',
  pod: 'In a pod',
  container: 'In a container',
  probes: 'Probes of a container',
  tenancy: 'Namespaces, network policies and RBAC',
  admission: 'Admission',
  falco: 'Falco',
  helm: 'Helm charts',
  seccomp: 'Seccomp profiles (JSON)',
  apparmor: 'AppArmor profiles',
};

/** What the snippet of an address is about, or where it belongs. */
function snippetSubject(address: string): string {
  const file = snippetFiles.find(({ name }) => address.startsWith(`snippets/${name}-`));
  return (file && subjects[file.name]) ?? 'Snippets';
}

function lowerCaseStart(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The snippets as lists of links, by what they are about. */
export function snippetList({ pages }: PageFile): string {
  return snippetFiles
    .map(({ name }) => {
      const own = Object.entries(pages).filter(([address]) => address.startsWith(`snippets/${name}-`));
      const items = own.map(([address, { title }]) => `<li><a href="#${address}">${escapeHtml(title)}</a></li>`);
      return `<h2>${escapeHtml(subjects[name] ?? name)}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n`;
    })
    .join('');
}
