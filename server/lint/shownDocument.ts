import { type ShownText, shownText } from '../manifests/secrets/hideSecrets';
import { readOnce } from '../readOnce';
import type { DocumentObjects } from './documentReading';
import type { LintOptions } from './lintOptions';

/** What may be shown of a document that was linted with some options: without its secrets. */
export function shownDocument(
  { reading }: { readonly reading: Pick<DocumentObjects, 'text' | 'objects'> },
  options: LintOptions,
): ShownText {
  return shownWith(options)(reading);
}

/** Looking for secrets takes longer than most of what is said of a document, and documents stay while others are typed. */
const shownWith = readOnce(({ workloadKinds }: LintOptions) =>
  readOnce(({ text, objects }: Pick<DocumentObjects, 'text' | 'objects'>) =>
    shownText(
      text,
      objects.map(({ object }) => object),
      workloadKinds,
    ),
  ),
);
