import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { projectFolder } from '../vscode/build';

/** The folder of manifests from everywhere, which lies beside the checkout where there is one. */
export const corpusFolder = path.join(projectFolder, '..', 'shared', 'corpus');

/** How fast the answer to a change has to be. */
export interface ChangeTarget {
  readonly milliseconds: number;
  /** How many times faster than the other server's own work. */
  readonly ratio: number;
}

/** A manifest that servers are measured with. */
export interface Manifest {
  readonly text: string;
  readonly lines: number;
  /** Undefined for a manifest that is measured without a promise. */
  readonly changeTarget: ChangeTarget | undefined;
}

/** Something typed into a manifest, and taken back again. */
export interface Edit {
  readonly title: string;
  /** UTF-16 offset in the manifest. */
  readonly offset: number;
  readonly inserted: string;
}

/** The manifests to measure with, from small to large; the largest needs the corpus. */
export function manifests(): Manifest[] {
  const shop = readFileSync(path.join(__dirname, 'manifests', 'shop.yaml'), 'utf8');
  const largest = path.join(corpusFolder, 'argo-cd', 'manifests', 'install.yaml');
  return [
    manifest(shop, { milliseconds: 5, ratio: 20 }),
    manifest(bundle(shop, 1000), undefined),
    ...(existsSync(largest) ? [manifest(readFileSync(largest, 'utf8'), { milliseconds: 30, ratio: 20 })] : []),
  ];
}

function manifest(text: string, changeTarget: ChangeTarget | undefined): Manifest {
  return { text, lines: TextDocument.create('', '', 0, text).lineCount - 1, changeTarget };
}

/** As many shops as fit, each in a namespace of its own, and one ConfigMap that fills up the lines. */
function bundle(shop: string, lines: number): string {
  const written: string[] = [];
  for (let number = 1; written.length + shop.split('\n').length < lines; number++) {
    written.push(...shop.replaceAll('namespace: shop', `namespace: shop-${number}`).trimEnd().split('\n'), '---');
  }
  written.push('apiVersion: v1', 'kind: ConfigMap', 'metadata:', '  name: shops', 'data:');
  while (written.length < lines) written.push(`  shop-${lines - written.length}: open`);
  return `${written.join('\n')}\n`;
}

/** The three edits that changes are measured with, at their places in a manifest. */
export function editsOf({ text, lines }: Manifest): Edit[] {
  const deployment = text.indexOf('kind: Deployment');
  const image = text.indexOf('image:', deployment);
  const middle = TextDocument.create('', '', 0, text).offsetAt({ line: Math.floor(lines / 2), character: 0 });
  return [
    { title: 'inside a Deployment', offset: text.indexOf('\n', image), inserted: '-edited' },
    { title: 'on line 1', offset: 0, inserted: '# Edited.\n' },
    { title: 'a new `---` in the middle', offset: middle, inserted: '---\n' },
  ];
}
