import type { Block, Page, PageFile } from '../../client/cheatSheet/content';
import { rules } from '../../server/rules/catalogue';
import type { Profile, Rule } from '../../server/rules/rule';
import { escapeHtml } from './html';
import { renderMarkdown } from './markdown';

const profileTitles: Readonly<Record<Profile, string>> = {
  baseline: 'Baseline',
  restricted: 'Restricted',
  recommended: 'Recommended',
  all: 'Every rule',
};

/** A page for every rule, made of what the rule says about itself. */
export function rulePages(): PageFile {
  const pages: Record<string, Page> = {};
  const blocks: Record<string, Block> = {};
  for (const rule of rules) pages[`rules/${rule.id}`] = rulePage(rule, blocks);
  return { pages, blocks };
}

function rulePage(rule: Rule, blocks: Record<string, Block>): Page {
  const page = `rules/${rule.id}`;
  const text = `${rule.why.trim()}

## How to mend it

${rule.remedy.trim()}

## Reported

\`\`\`${languageOf(rule.bad)}
${rule.bad.trimEnd()}
\`\`\`

## As it should be

\`\`\`${languageOf(rule.good)}
${rule.good.trimEnd()}
\`\`\`

## Read on

${rule.links.map(({ title, url }) => `- [${title}](${url})`).join('\n')}
`;
  const body = renderMarkdown(text, {
    page,
    diagram: () => '',
    placeOf: () => `The text of the rule ${rule.id}`,
    headings: [],
    blocks,
  });
  return {
    title: rule.title,
    html: `<h1 tabindex="-1">${escapeHtml(rule.title)}</h1>\n${facts(rule)}${body}`,
    headings: [],
  };
}

function languageOf(example: string): string {
  if (example.startsWith('{')) return 'json';
  return example.startsWith('#include') ? 'text' : 'yaml';
}

function facts(rule: Rule): string {
  const rows: [string, string][] = [
    ['Rule', `<code>${rule.id}</code>`],
    ['Severity', rule.severity],
    ['Profile', profileTitles[rule.profile]],
  ];
  if (rule.standards.length > 0) rows.push(['Standards', rule.standards.map(escapeHtml).join(', ')]);
  return `<dl class="facts">${rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>\n`;
}

/** Rules as a list of links, in the order given. */
export function ruleList(listed: readonly Rule[]): string {
  const items = listed.map(
    ({ id, title, severity, profile }) =>
      `<li><a href="#rules/${id}">${escapeHtml(title)}</a> <span class="rule"><code>${id}</code> ${severity}, ${profileTitles[profile].toLowerCase()}</span></li>`,
  );
  return `<ul class="rules">\n${items.join('\n')}\n</ul>\n`;
}
