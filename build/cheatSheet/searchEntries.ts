import { parse } from 'yaml';
import type { Block, Page, SearchEntry } from '../../client/cheatSheet/content';
import { rules } from '../../server/rules/catalogue';
import type { CheatSheet } from './cheatSheet';
import { visibleText } from './html';
import { snippetSubject } from './snippetPages';

/** Everything that a search over the cheat-sheet can find. No two of a kind have the same title. */
export function searchEntries({ sections, snippets }: CheatSheet): SearchEntry[] {
  return toldApart([
    ...Object.entries(sections.pages).flatMap(([address, page]) => pageEntries(address, page, sections.blocks)),
    ...rules.map(
      ({ id, title, why, remedy }): SearchEntry => ({
        address: `rules/${id}`,
        kind: 'rule',
        title,
        place: id,
        text: `${id} ${why} ${remedy}`.replace(/[`\s]+/g, ' '),
      }),
    ),
    ...Object.entries(snippets.pages).map(
      ([address, { title, html }]): SearchEntry => ({
        address,
        kind: 'snippet',
        title,
        place: snippetSubject(address),
        text: visibleText(html).slice(0, 400),
      }),
    ),
  ]);
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
  return Object.entries(blocks).flatMap(([place, { kind, text }]) => {
    if (!place.startsWith(`${address}/`) || kind === 'other') return [];
    const [firstLine = ''] = text.split('\n').filter((line) => !line.startsWith('#'));
    const title = kind === 'command' ? firstLine : yamlTitle(text);
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

/** What a piece of YAML is: its kind and name where it says so, else the fields that it sets. */
function yamlTitle(text: string): string {
  const content: unknown = parse(text);
  if (!isMapping(content)) return text.split('\n')[0] ?? 'YAML';
  const { kind, metadata } = content;
  if (typeof kind === 'string') {
    return isMapping(metadata) && typeof metadata.name === 'string' ? `${kind} ${metadata.name}` : kind;
  }
  return fieldsOf(content);
}

/** The fields from the first level on at which there are several: `spec.securityContext: runAsUser, runAsGroup`. */
function fieldsOf(mapping: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(mapping);
  const [name = '', ...others] = names;
  if (others.length > 0) return names.join(', ');
  const value = mapping[name];
  if (!isMapping(value)) return name;
  const below = fieldsOf(value);
  return `${name}${below.includes(',') ? ': ' : '.'}${below}`;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
