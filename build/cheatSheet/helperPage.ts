import type { Block, Heading, Page } from '../../client/cheatSheet/content';
import { helpers } from '../../client/kubectl/catalogue/catalogue';
import { type Helper, helperGroups } from '../../client/kubectl/catalogue/helper';
import { shownLines } from '../../client/kubectl/commandLine/shownLines';
import { blockOf, renderedBlock } from './codeBlocks';
import { escapeHtml } from './html';

/** The page of all kubectl helpers, made of what each says about itself; its blocks are added to `blocks`. */
export function helperPage(title: string, blocks: Record<string, Block>): Page {
  const headings: Heading[] = [];
  const parts = helperGroups.map((group) => {
    const address = `helpers/${group.toLowerCase().replace(/[^a-z]+/g, '-')}`;
    headings.push({ address, title: group });
    const ofGroup = helpers.filter((helper) => helper.group === group);
    return `<h2 id="${address}" tabindex="-1">${escapeHtml(group)}</h2>\n${ofGroup.map((helper) => section(helper, blocks)).join('')}`;
  });
  return { title, html: `<h1 tabindex="-1">${title}</h1>\n${parts.join('')}`, headings };
}

function section(helper: Helper, blocks: Record<string, Block>): string {
  const address = `helpers/${helper.id}`;
  const lines = helper.kind === 'host' ? helper.lines : [{ host: '', line: shownLines(helper).join('\n') }];
  const commands = lines.map(({ host, line }, index) => {
    const place = `${address}/line-${index + 1}`;
    const words = new Map(helper.kind === 'host' ? [] : [['helper', helper.id]]);
    const block = blockOf({ language: 'sh', words }, line);
    blocks[place] = block;
    const where = host ? `<p>${escapeHtml(host)}:</p>\n` : '';
    return where + renderedBlock(place, block, 'sh', `${helper.title}${host ? `, ${host}` : ''}`);
  });
  return `<h3 id="${address}" tabindex="-1">${escapeHtml(helper.title)}</h3>
<p>${escapeHtml(helper.useful)}</p>
${commands.join('')}`;
}
