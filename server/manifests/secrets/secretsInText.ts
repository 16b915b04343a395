import { outermostFirst } from '../../yaml/parsing/ranges';
import { assignedSecrets } from './assignedSecrets';
import { commandSecrets } from './commandSecrets';
import { shapedSecretsIn } from './secretShapes';
import type { SecretInText } from './secretValue';
import type { TextForm } from './textSyntax';
import { lineBefore } from './writtenValue';

const settings: TextForm = { syntax: 'settings' };

/**
 * The secrets in the text of a file or a script, in its order: whatever a line assigns to a secret's name, and whatever
 * has a secret's shape. Commented lines set nothing, and count for nothing.
 */
export function secretsInText(text: string, form: TextForm = settings): SecretInText[] {
  const found: SecretInText[] = shapedSecretsIn(text).map((shaped) => ({ ...shaped, by: 'shape', name: undefined }));
  for (const range of commandSecrets(text)) found.push({ ...range, what: 'a password', by: 'name', name: undefined });
  found.push(...assignedSecrets(text, form));
  const counted = found.filter(({ start }) => !isCommented(text, start));
  return bounded(withoutRepeats(counted.sort(outermostFirst)));
}

/** A text with more secrets is a dump: each one is looked for in the manifest by itself, and nobody reads on. */
const mostSecrets = 100;

/** The same secrets, but for those beyond the limit: they and what stands between them become one. */
function bounded(found: SecretInText[]): SecretInText[] {
  const kept = found.slice(0, mostSecrets - 1);
  const [first, ...others] = found.slice(mostSecrets - 1);
  const last = others.at(-1);
  return first && last ? [...kept, { ...first, end: last.end }] : found;
}

/** `#`, `;`, `//`, `--` and `<!--` begin a comment in nearly all files of settings. */
function isCommented(text: string, offset: number): boolean {
  // Comments are told by where their line begins; of endless lines nobody could tell.
  return /^\s*(?:#|;|\/\/|--\s|<!--)/.test(lineBefore(text, offset) + text.slice(offset, offset + 2));
}

function withoutRepeats(sorted: readonly SecretInText[]): SecretInText[] {
  const kept: SecretInText[] = [];
  for (const secret of sorted) {
    const previous = kept.at(-1);
    if (!previous || secret.start >= previous.end) kept.push(secret);
    else if (previous.by === 'name' && secret.by === 'shape') kept[kept.length - 1] = secret;
  }
  return kept;
}
