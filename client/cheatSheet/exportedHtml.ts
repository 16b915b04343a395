import type { Page, SectionFile } from './content';
import { tableOfContents } from './tableOfContents';

/** What an exported sheet holds: the practices alone, or all rules, helpers and snippets besides. */
export type ExportScope = 'practices' | 'everything';

/** What the cheat-sheet is exported from. */
export interface ExportedContent {
  readonly sections: SectionFile;
  /** All pages by their addresses, sections first. */
  readonly pages: readonly (readonly [address: string, page: Page])[];
  /** CSS: how pages look anywhere, and besides when they are exported. */
  readonly styles: string;
  readonly exportStyles: string;
}

const holds: Readonly<Record<ExportScope, string>> = {
  practices: 'Practices',
  everything: 'Practices, kubectl helpers, rules and snippets',
};

/** The cheat-sheet as one HTML file without scripts, which any browser shows and prints. */
export function exportedHtml(content: ExportedContent, scope: ExportScope): string {
  const { sections, pages, styles, exportStyles } = content;
  const groups = sections.groups.filter(({ isReference }) => scope === 'everything' || !isReference);
  const practices = new Set(groups.flatMap((group) => group.pages.map(({ address }) => address)));
  const exported = scope === 'everything' ? pages : pages.filter(([address]) => practices.has(address));
  const articles = exported.map(([address, { html }]) => `<article id="${address}">\n${html}</article>`).join('\n');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kubernetes cheat-sheet</title>
<style>
${exportStyles}
${styles}
</style>
</head>
<body class="exported">
<header>
<h1>Kubernetes cheat-sheet</h1>
<p>${holds[scope]} for Kubernetes ${sections.kubernetesVersion}, from Seaworthy</p>
</header>
<nav aria-label="Contents">${tableOfContents({ ...sections, groups })}</nav>
<main>
${withoutDeadLinks(articles)}
</main>
</body>
</html>
`;
}

/** Links to what is not exported become plain words. */
function withoutDeadLinks(html: string): string {
  const addresses = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, address]) => address));
  return html.replace(/<a href="#([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (link, address: string, words: string) =>
    addresses.has(address) ? link : words,
  );
}
