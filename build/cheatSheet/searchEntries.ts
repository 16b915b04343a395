import type { Block, Page, SearchEntry } from '../../client/cheatSheet/content';
import { rules } from '../../server/rules/catalogue';
import type { CheatSheet } from './buildCheatSheet';
import { visibleText } from './html';

/** Everything that a search over the cheat-sheet can find. */
export function searchEntries({ sections, snippets }: CheatSheet): SearchEntry[] {
  return [
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
        place: 'Snippets',
        text: visibleText(html).slice(0, 400),
      }),
    ),
  ];
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

/** What a piece of YAML is: its kind and name where it says so. */
function yamlTitle(text: string): string {
  const kind = /^kind: (\S+)/m.exec(text)?.[1];
  const name = /^ {2}name: (\S+)/m.exec(text)?.[1];
  if (kind) return name ? `${kind} ${name}` : kind;
  return (text.split('\n').find((line) => line.trim() && !line.startsWith('#')) ?? 'YAML').trim();
}
