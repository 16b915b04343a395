import { pageOf } from '../../client/cheatSheet/addresses';
import type { CheatSheet } from './cheatSheet';

/** Every link inside the cheat-sheet that leads nowhere, as `PAGE: #ADDRESS`. */
export function brokenLinks({ sections, rules, snippets }: CheatSheet): string[] {
  const pages = { ...sections.pages, ...rules.pages, ...snippets.pages };
  const targets = new Set(Object.keys(pages));
  for (const { html } of Object.values(pages)) {
    for (const [, id = ''] of html.matchAll(/ id="([^"]+)"/g)) targets.add(id);
  }
  return Object.entries(pages).flatMap(([page, { html }]) =>
    [...html.matchAll(/ href="#([^"]*)"/g)].flatMap(([, address = '']) =>
      targets.has(address) && pageOf(address) in pages ? [] : [`${page}: #${address}`],
    ),
  );
}
