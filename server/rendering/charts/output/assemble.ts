import { trimmed } from '../go/spaces';
import { joined, pieces } from '../values/joinTexts';
import { type Text, text } from '../values/value';
import type { Sorted } from './manifests';
import type { Manifest } from './writtenFile';

/** What `helm template` prints. */
export function assemble({ manifests, hooks }: Sorted, definitions: readonly Manifest[]): Text {
  const first = trimmed(joined([...definitions, ...manifests].map(document)));
  return joined([first, text('\n'), ...hooks.map(document)]);
}

/** What helm writes above a document. */
export function headOf({ path }: Manifest): string {
  return `---\n# Source: ${path}\n`;
}

function document(manifest: Manifest): Text {
  const { text: written } = manifest;
  const all = pieces();
  all.add(headOf(manifest));
  all.add(written.text, written.source);
  all.add('\n');
  return all.done();
}
