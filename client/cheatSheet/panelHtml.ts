import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';
import type { Page, SectionFile } from './content';
import { tableOfContents } from './tableOfContents';

/** What stands in a panel from the start. */
export interface PanelContent {
  readonly sections: SectionFile;
  readonly address: string;
  readonly page: Page;
  /** CSS. */
  readonly styles: string;
  /** The address of the script, as the webview reads it. */
  readonly script: vscode.Uri;
}

/**
 * What the panel opens with: the frame around the pages and the first page, so that it shows before any script runs.
 * The styles are in it too, since a webview fetches a file by way of the extension host.
 */
export function panelHtml({ sections, address, page, styles, script }: PanelContent): string {
  const nonce = randomBytes(18).toString('base64url');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    // A diagram becomes a picture by way of an image that holds it.
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kubernetes cheat-sheet</title>
<style nonce="${nonce}">${styles}</style>
</head>
<body data-address="${address}">
<header class="bar">
<button type="button" id="toggle-contents" class="only-narrow" aria-expanded="false" aria-controls="contents">Contents</button>
<button type="button" id="back" aria-label="Back" disabled><span aria-hidden="true">←</span></button>
<button type="button" id="forward" aria-label="Forward" disabled><span aria-hidden="true">→</span></button>
<div class="search">
<input type="search" id="search" placeholder="Search" aria-label="Search sections, commands, rules and snippets" role="combobox" aria-expanded="false" aria-controls="results" aria-autocomplete="list" autocomplete="off" spellcheck="false">
<div id="results" role="listbox" aria-label="Search results" hidden></div>
</div>
<button type="button" id="copy-link" title="Copy a link to this place">Link</button>
<button type="button" id="export" title="Export as HTML">Export</button>
</header>
<div class="columns">
<nav id="contents" aria-label="Contents">${tableOfContents(sections)}</nav>
<main id="page" tabindex="-1">${page.html}</main>
</div>
<div id="status" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}
