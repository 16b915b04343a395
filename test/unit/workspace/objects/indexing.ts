import { optionsFor } from '../../../../server/configuration/effectiveOptions';
import { readSettings } from '../../../../server/configuration/readSettings';
import { type LintedText, lint } from '../../../../server/lint/lint';
import type { LintOptions } from '../../../../server/lint/lintOptions';
import type { Surroundings } from '../../../../server/lint/surroundings';
import { type IndexedFile, indexedObjects } from '../../../../server/workspace/objects/indexedFile';
import { type ObjectIndex, objectIndex } from '../../../../server/workspace/objects/objectIndex';
import { seenFrom } from '../../../../server/workspace/objects/seenFrom';

/** Options with every rule, or with what some settings say. */
export function optionsOf(settings: object = { profile: 'all' }): LintOptions {
  const context = { reportsSyntax: true, checksEveryDocument: false };
  const answer = optionsFor(readSettings(settings).configuration, 'x.yaml', context);
  if (answer.state === 'excluded') throw new Error('These settings exclude everything');
  return answer.options;
}

const options = optionsOf();

/** A file as the index keeps it. */
export function indexed(uri: string, text: string, more: Partial<IndexedFile> = {}): IndexedFile {
  return { uri, standing: 'plain', isInPart: false, objects: indexedObjects(lint(text, options)), ...more };
}

/** An index of files: URI → text. */
export function indexOf(files: Readonly<Record<string, string>>): ObjectIndex {
  const index = objectIndex();
  for (const [uri, text] of Object.entries(files)) index.set(indexed(uri, text));
  return index;
}

/** What a file of an index sees of the others. */
export function seen(index: ObjectIndex, uri: string): Surroundings | undefined {
  const file = index.get(uri);
  return file && seenFrom(index, file);
}

/** What some rules say of a file beside those of an index, as `rule-id: message`. */
export function messagesIn(index: ObjectIndex, uri: string, text: string, rules: readonly string[]): string[] {
  const linted = lint(text, options, undefined, seen(index, uri));
  return findingsIn(linted)
    .filter(({ rule }) => rules.includes(rule.id))
    .map(({ rule, message }) => `${rule.id}: ${message}`);
}

/** All findings of a text. */
export function findingsIn(linted: LintedText) {
  return linted.documents.flatMap(({ document }) => document.findings);
}
