import { escapeHtml } from '../cheatSheet/html';
import { drawAnnotatedCode } from './annotatedCode';
import { drawBoxes } from './boxes';
import { type Drawing, round } from './drawing';
import { drawSequence } from './sequence';
import { type Diagram, type Form, readDiagram } from './source';
import { drawIndentedTree, drawSpreadTree } from './tree';

/** In pixels: the narrow one fits into a panel of 400 pixels. */
const widths: Readonly<Record<Form, number>> = { wide: 700, narrow: 356 };

/** A diagram as a figure of a page, drawn wide and narrow; the style sheet shows the one that fits. */
export function renderedDiagram(page: string, name: string, source: string): string {
  const diagram = readDiagram(source);
  const address = `${page}/${name}`;
  const title = escapeHtml(diagram.title);
  const button = (action: string, label: string) =>
    `<button type="button" data-diagram="${action}" aria-label="${label}: ${title}">${label}</button>`;
  return `<figure class="diagram" id="${address}">
${svg(diagram, address, 'wide')}
${svg(diagram, address, 'narrow')}
<figcaption>${title}</figcaption>
<div class="actions">${button('zoom', 'Zoom')}${button('svg', 'Copy as SVG')}${button('png', 'Copy as PNG')}</div>
</figure>
`;
}

function svg(diagram: Diagram, address: string, form: Form): string {
  const { width, height, elements } = draw(diagram, form);
  const id = `${address}/${form}`;
  // An image hides what is in it from screen readers, links as well.
  const role = elements.includes('<a ') ? 'group' : 'img';
  return `<svg class="${form}" viewBox="0 0 ${round(width)} ${round(height)}" role="${role}" aria-labelledby="${id}-title" aria-describedby="${id}-description">
<title id="${id}-title">${escapeHtml(diagram.title)}</title>
<desc id="${id}-description">${escapeHtml(diagram.description)}</desc>
${elements}
</svg>`;
}

function draw(diagram: Diagram, form: Form): Drawing {
  const width = widths[form];
  switch (diagram.kind) {
    case 'boxes':
      return drawBoxes(diagram.layout, diagram.edges, width, form);
    case 'tree':
      return form === 'narrow' || diagram.indented
        ? drawIndentedTree(diagram.root, width)
        : drawSpreadTree(diagram.root, width);
    case 'sequence':
      return drawSequence(diagram.participants, diagram.steps, width, form);
    case 'code':
      return drawAnnotatedCode(diagram.code, diagram.annotations, width, form);
  }
}
