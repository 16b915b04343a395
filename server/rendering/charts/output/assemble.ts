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

function document({ path, text: written }: Manifest): Text {
  const all = pieces();
  all.add(`---\n# Source: ${path}\n`);
  all.add(written.text, written.source);
  all.add('\n');
  return all.done();
}
