import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import type { Block, Heading } from '../../client/cheatSheet/content';
import { images } from '../../client/kubectl/catalogue/images';
import { alerts } from './alerts';
import { blockOf, readFenceInfo, renderedBlock } from './codeBlocks';
import { escapeHtml } from './html';
import { madeAt } from './madeAt';

/** What a page's Markdown is rendered with, and what comes of it beside the HTML. */
export interface Rendering {
  /** The page's address. */
  readonly page: string;
  /** The figure of a diagram, named by its file without folder and ending. */
  readonly diagram: (name: string) => string;
  /** Where a line of the Markdown stands, counted from 0, for whoever wrote it. */
  readonly placeOf: (line: number) => string;
  readonly headings: Heading[];
  readonly blocks: Record<string, Block>;
}

const markdown = new MarkdownIt({ html: false, typographer: false }).use(alerts);

// A path or a field's name is broken between its parts where a narrow table leaves no room for it.
markdown.renderer.rules.code_inline = (tokens, index) => {
  const code = escapeHtml(tokens[index]?.content ?? '');
  return `<code>${code.replace(/(?<=\w[/._])(?=\w)/g, '<wbr>')}</code>`;
};

/** Markdown as HTML. Every `id` in it is an address; links to other Markdown files become links to pages. */
export function renderMarkdown(text: string, rendering: Rendering): string {
  const tokens = markdown.parse(text, rendering);
  const renderer = new PageRenderer(rendering);
  return renderer.render(tokens);
}

/** The words of a title as the last part of an address. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

class PageRenderer {
  private lastHeading = '';
  private blocksHere = 0;

  constructor(private readonly rendering: Rendering) {}

  render(tokens: readonly Token[]): string {
    const done: Token[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      const inline = tokens[index + 1];
      if (!token) continue;
      const picture = token.type === 'paragraph_open' ? onlyPicture(inline) : undefined;
      if (picture) {
        done.push(htmlToken(this.madeOf(token, () => this.rendering.diagram(picture))));
        index += 2;
      } else if (token.type === 'fence') done.push(htmlToken(this.madeOf(token, () => this.fence(token))));
      else if (token.type === 'table_open') done.push(htmlToken(this.tableStart(columnsOf(tokens, index))), token);
      else if (token.type === 'table_close') done.push(token, htmlToken('</div>\n'));
      else {
        if (token.type === 'heading_open' && inline) this.nameHeading(token, inline);
        for (const child of token.children ?? []) {
          if (child.type === 'link_open') this.resolveLink(child);
          if (child.type === 'image') this.madeOf(token, refusedPicture);
        }
        done.push(token);
      }
    }
    return markdown.renderer.render(done, markdown.options, this.rendering);
  }

  private madeOf(token: Token, make: () => string): string {
    return madeAt(this.rendering.placeOf(token.map?.[0] ?? 0), make);
  }

  private nameHeading(open: Token, inline: Token): void {
    const [, text = '', chosen] = /^(.*?)(?:\s*\{#([a-z0-9-]+)\})?$/.exec(inline.content) ?? [];
    const title = text.replaceAll('`', '');
    const address = `${this.rendering.page}/${chosen ?? slug(title)}`;
    const last = inline.children?.at(-1);
    if (chosen && last?.type === 'text') last.content = last.content.replace(/\s*\{#[a-z0-9-]+\}$/, '');
    open.attrSet('id', address);
    open.attrSet('tabindex', '-1');
    this.lastHeading = title;
    if (open.tag === 'h2') this.rendering.headings.push({ address, title });
  }

  private fence(token: Token): string {
    const info = readFenceInfo(token.info);
    const number = ++this.blocksHere;
    const address = `${this.rendering.page}/${info.words.get('id') ?? `block-${number}`}`;
    const block = blockOf(info, withImages(token.content));
    this.rendering.blocks[address] = block;
    const [firstLine = ''] = block.text.split('\n');
    const describedAs = block.kind === 'command' ? firstLine : `${this.lastHeading || 'Example'}, block ${number}`;
    return renderedBlock(address, block, info.language, describedAs);
  }

  private tableStart(columns: number): string {
    const className = columns > 2 ? 'table stacks' : 'table';
    return `<div class="${className}" tabindex="0" role="region" aria-label="${escapeHtml(this.lastHeading || 'Table')}: table">\n`;
  }

  private resolveLink(link: Token): void {
    const target = link.attrGet('href') ?? '';
    const [, file, anchor] = /^([a-z0-9-]*)(?:\.md)?(?:#([a-z0-9-]+))?$/.exec(target) ?? [];
    const rule = /^rule:([a-z0-9-]+)$/.exec(target)?.[1];
    if (rule) link.attrSet('href', `#rules/${rule}`);
    else if (file !== undefined) {
      const page = file || this.rendering.page;
      link.attrSet('href', anchor ? `#${page}/${anchor}` : `#${page}`);
    }
  }
}

/** Versions of images stand in one place: a block of code names them by what they are for. */
function withImages(code: string): string {
  return code.replace(/<([a-z][A-Za-z]*Image)>/g, (_, name: string) => {
    const [, image] = Object.entries(images).find(([known]) => known === name) ?? [];
    if (image === undefined)
      throw new Error(`No image is called "${name}"; client/kubectl/catalogue/images.ts lists them`);
    return image;
  });
}

function columnsOf(tokens: readonly Token[], table: number): number {
  const body = tokens.findIndex(({ type }, index) => index > table && type === 'tbody_open');
  return tokens.slice(table, body).filter(({ type }) => type === 'th_open').length;
}

/** The diagram's name where a paragraph is nothing but its picture. */
function onlyPicture(inline: Token | undefined): string | undefined {
  const [image, ...others] = inline?.children ?? [];
  if (image?.type !== 'image' || others.length > 0) return undefined;
  return /^\.\.\/diagrams\/([a-z0-9-]+)\.yaml$/.exec(image.attrGet('src') ?? '')?.[1];
}

function refusedPicture(): never {
  throw new Error('a picture is a drawing, in a paragraph of its own: ![…](../diagrams/NAME.yaml)');
}

function htmlToken(content: string): Token {
  const [token] = markdown.parse('x', {});
  if (!token) throw new Error('markdown-it gives a paragraph at least one token');
  token.type = 'html_block';
  token.tag = '';
  token.content = content;
  return token;
}
