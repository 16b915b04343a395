import type { Block } from '../../client/cheatSheet/content';
import { helperById } from '../../client/kubectl/catalogue/catalogue';
import { fits as fitNames, isFit } from '../../server/features/snippets/snippet';
import { highlighted } from './highlight';
import { escapeHtml } from './html';

const kindOf: Readonly<Record<string, Block['kind']>> = { sh: 'command', yaml: 'yaml' };

/** How VS Code names the languages of the code blocks. */
const editorLanguages: Readonly<Record<string, string>> = { sh: 'shellscript', text: 'plaintext' };

/** What a fence says after its three backticks: the language, then `name`, `name=value`. */
export interface FenceInfo {
  readonly language: string;
  readonly words: ReadonlyMap<string, string>;
}

/** Reads what a fence says. */
export function readFenceInfo(info: string): FenceInfo {
  const [language = 'text', ...words] = info.trim().split(/\s+/);
  const pairs = words.map((word): [string, string] => {
    const [name = '', value = ''] = word.split('=');
    return [name, value];
  });
  return { language: language || 'text', words: new Map(pairs) };
}

/**
 * The block that a fence stands for. `complete` says that a command can be run as it is, `helper` that a helper runs it,
 * `fits` which part of a manifest YAML is that is no whole one.
 *
 * @throws when there is no such helper, or no such part.
 */
export function blockOf({ language, words }: FenceInfo, text: string): Block {
  const helper = words.get('helper');
  if (helper && (helperById(helper)?.kind ?? 'host') === 'host')
    throw new Error(`No kubectl helper is called "${helper}"`);
  const fits =
    language === 'yaml'
      ? (words.get('fits')?.replaceAll('-', ' ') ?? (isManifest(text) ? 'document' : undefined))
      : undefined;
  if (fits && !isFit(fits))
    throw new Error(`Nothing of a manifest is called "${fits}"; fits= takes ${fitNames.join(', ')}`);
  return {
    kind: kindOf[language] ?? 'other',
    language: editorLanguages[language] ?? language,
    text: text.replace(/\n$/, ''),
    ...(helper && { helper }),
    ...(fits && { fits }),
    ...(words.has('complete') && { complete: true }),
  };
}

function isManifest(text: string): boolean {
  return /^apiVersion:/m.test(text) && /^kind:/m.test(text);
}

/** What can be done with each kind of block, in the order of its buttons. */
const actions: Readonly<Record<Block['kind'], readonly { action: string; label: string }[]>> = {
  command: [
    { action: 'copy', label: 'Copy' },
    { action: 'run', label: 'Run in terminal' },
  ],
  yaml: [
    { action: 'copy', label: 'Copy' },
    { action: 'insert', label: 'Insert at cursor' },
    { action: 'openDocument', label: 'Open as document' },
  ],
  other: [
    { action: 'copy', label: 'Copy' },
    { action: 'openDocument', label: 'Open as document' },
  ],
};

/** A block as HTML, with its buttons. `describedAs` is what a screen reader calls it. */
export function renderedBlock(address: string, block: Block, language: string, describedAs: string): string {
  const name = escapeHtml(describedAs);
  const possible = actions[block.snippet || block.fits ? 'yaml' : block.kind === 'yaml' ? 'other' : block.kind];
  const buttons = possible.map(({ action, label }) => {
    const spoken = `${label}: ${name}`;
    return `<button type="button" data-action="${action}" data-block="${address}" aria-label="${spoken}">${label}</button>`;
  });
  return `<figure class="block ${block.kind.toLowerCase()}" id="${address}">
<pre tabindex="0" role="region" aria-label="${name}"><code>${highlighted(block.text, language)}</code></pre>
<div class="actions">${buttons.join('')}</div>
</figure>
`;
}
