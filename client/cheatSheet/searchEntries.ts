import type { Block, Page, PageFile, SearchEntry } from './content';
import { visibleText } from './visibleText';

/** The pages that are searched. */
export interface SearchedPages {
  readonly sections: PageFile;
  readonly rules: PageFile;
  readonly snippets: PageFile;
}

/** Everything that a search over the cheat-sheet can find. No two of a kind have the same title. */
export function searchEntries({ sections, rules, snippets }: SearchedPages): SearchEntry[] {
  return toldApart([
    ...Object.entries(sections.pages).flatMap(([address, page]) => pageEntries(address, page, sections.blocks)),
    ...Object.entries(rules.pages).map(([address, page]) => ruleEntry(address, page)),
    ...Object.entries(snippets.pages).map(
      ([address, { title, html, place = title }]): SearchEntry => ({
        address,
        kind: 'snippet',
        title,
        place,
        text: visibleText(html).slice(0, 400),
      }),
    ),
  ]);
}

/** A rule is found by its reasons and its remedy, not by the manifests that all of them show. */
function ruleEntry(address: string, { title, html }: Page): SearchEntry {
  const id = address.slice(address.indexOf('/') + 1);
  const [prose = ''] = html.replace(/^<h1[\s\S]*?<\/dl>/, '').split(/<figure class="block /);
  const text = visibleText(prose.replace(/<h2[\s\S]*?<\/h2>/g, ' '));
  return { address, kind: 'rule', title, place: id, text: `${id} ${text}` };
}

/** Titles that several have, such as "In Kubernetes", get the place that they stand in. */
function toldApart(entries: readonly SearchEntry[]): SearchEntry[] {
  const nameOf = ({ kind, title }: SearchEntry) => `${kind} ${title.toLowerCase()}`;
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(nameOf(entry), (counts.get(nameOf(entry)) ?? 0) + 1);
  return entries.map((entry) => {
    const isAlone = counts.get(nameOf(entry)) === 1 || entry.title === entry.place;
    return isAlone ? entry : { ...entry, title: `${entry.title} (${entry.place})` };
  });
}

function pageEntries(address: string, page: Page, blocks: Readonly<Record<string, Block>>): SearchEntry[] {
  const parts = page.html.split(/(?=<h[23] id=")/);
  const sections = parts.map((part): SearchEntry => {
    const [, place = address, heading] = /^<h[23] id="([^"]+)"[^>]*>([\s\S]*?)<\/h/.exec(part) ?? [];
    const prose = part.replace(/<figure class="block [\s\S]*?<\/figure>/g, ' ');
    const title = heading === undefined ? page.title : visibleText(heading);
    const kind = address === 'helpers' && part.startsWith('<h3') ? 'command' : 'section';
    return { address: place, kind, title, place: page.title, text: visibleText(prose) };
  });
  const diagrams = [
    ...page.html.matchAll(
      /<figure class="diagram" id="([^"]+)"[\s\S]*?<title[^>]*>([^<]*)<\/title>\s*<desc[^>]*>([^<]*)/g,
    ),
  ].map(
    ([, place = address, title = '', text = '']): SearchEntry => ({
      address: place,
      kind: 'diagram',
      title,
      place: page.title,
      text,
    }),
  );
  return [...sections, ...diagrams, ...blockEntries(address, page, blocks)];
}

function blockEntries(address: string, page: Page, blocks: Readonly<Record<string, Block>>): SearchEntry[] {
  // Each helper has a heading of its own.
  if (address === 'helpers') return [];
  return Object.entries(blocks).flatMap(([place, { kind, text, title: said }]) => {
    if (!place.startsWith(`${address}/`) || kind === 'other') return [];
    const [firstLine = ''] = text.split('\n').filter((line) => !line.startsWith('#'));
    const title = kind === 'command' ? firstLine : (said ?? firstLine);
    return [
      {
        address: place,
        kind: kind === 'command' ? ('command' as const) : ('YAML' as const),
        title,
        place: page.title,
        text,
      },
    ];
  });
}
