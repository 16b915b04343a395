import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { Block, Page, PageFile } from '../../client/cheatSheet/content';
import { renderedBlock } from './codeBlocks';
import { escapeHtml } from './html';
import { slug } from './markdown';

/** A snippet as VS Code's snippet files write it. */
interface WrittenSnippet {
  readonly prefix: string | readonly string[];
  readonly body: string | readonly string[];
  readonly description?: string;
}

const languageOf: Readonly<Record<string, string>> = { json: 'json', apparmor: 'text' };

/** A page for every snippet of the `*.code-snippets` files in a folder, which may be missing. */
export async function snippetPages(folder: string): Promise<PageFile> {
  const pages: Record<string, Page> = {};
  const blocks: Record<string, Block> = {};
  const files = await readdir(folder).catch(() => []);
  for (const file of files.filter((name) => name.endsWith('.code-snippets')).sort()) {
    const snippets: unknown = parse(await readFile(path.join(folder, file), 'utf8'));
    if (typeof snippets !== 'object' || snippets === null) throw new Error(`${file} is an object of snippets`);
    for (const [title, snippet] of Object.entries(snippets)) {
      if (!isSnippet(snippet)) throw new Error(`${file}: "${title}" lacks a prefix or a body`);
      const language = languageOf[path.basename(file, '.code-snippets')] ?? 'yaml';
      pages[`snippets/${slug(title)}`] = snippetPage(title, snippet, language, blocks);
    }
  }
  return { pages, blocks };
}

function snippetPage(title: string, snippet: WrittenSnippet, language: string, blocks: Record<string, Block>): Page {
  const address = `snippets/${slug(title)}/block`;
  const body = [snippet.body].flat().join('\n');
  const block: Block = {
    kind: language === 'yaml' ? 'yaml' : 'other',
    language: language === 'text' ? 'plaintext' : language,
    text: withDefaults(body),
    snippet: title,
  };
  blocks[address] = block;
  const prefixes = [snippet.prefix].flat().map((prefix) => `<code>${escapeHtml(prefix)}</code>`);
  const description = snippet.description ? `<p>${escapeHtml(snippet.description)}</p>\n` : '';
  const html = `<h1 tabindex="-1">${escapeHtml(title)}</h1>
${description}<p>Type ${prefixes.join(' or ')} where it belongs.</p>
${renderedBlock(address, block, language, title)}`;
  return { title, html, headings: [] };
}

/** A snippet's text as it is inserted when the user only presses Tab. */
function withDefaults(body: string): string {
  const filled = new Map<string, string>();
  let text = body;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/\$\{(\d+)\|((?:[^|\\]|\\.)*)\|\}/g, (_, number: string, choices: string) => {
        const first = choices.split(/(?<!\\),/)[0]?.replace(/\\(.)/g, '$1') ?? '';
        filled.set(number, first);
        return first;
      })
      .replace(/\$\{(\d+):([^{}$]*)\}/g, (_, number: string, value: string) => {
        filled.set(number, value);
        return value;
      });
  }
  return text
    .replace(/(?<!\\)\$\{?(\d+)\}?/g, (_, number: string) => filled.get(number) ?? '')
    .replace(/\\([$}\\])/g, '$1');
}

function isSnippet(value: unknown): value is WrittenSnippet {
  return typeof value === 'object' && value !== null && 'prefix' in value && 'body' in value;
}

/** The snippets as a list of links. */
export function snippetList({ pages }: PageFile): string {
  const items = Object.entries(pages).map(
    ([address, { title }]) => `<li><a href="#${address}">${escapeHtml(title)}</a></li>`,
  );
  return `<ul>\n${items.join('\n')}\n</ul>\n`;
}
