import type { SectionFile } from './content';

/** The table of contents as nested lists of links. */
export function tableOfContents({ groups, pages }: SectionFile): string {
  return groups
    .map(({ title, pages: entries }) => {
      const items = entries.map(({ address, title }) => {
        const headings = (pages[address]?.headings ?? []).map(
          (heading) => `<li><a href="#${heading.address}">${escaped(heading.title)}</a></li>`,
        );
        const below = headings.length === 0 ? '' : `<ul>${headings.join('')}</ul>`;
        return `<li data-page="${address}"><a href="#${address}">${escaped(title)}</a>${below}</li>`;
      });
      return `<h2>${escaped(title)}</h2><ul>${items.join('')}</ul>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
