import { readOnce } from '../../../readOnce';
import { type GivenFile, textOf } from '../../../rendering/charts/chart/givenFile';
import { type Field, items, member, members, pathOf, rootField } from '../../../yaml/field/field';
import { fieldAt } from '../../../yaml/field/fieldAt';
import type { OffsetRange } from '../../../yaml/parsing/lines';
import { splitDocuments } from '../../../yaml/read/documents';
import { parseTree } from '../../../yaml/read/tree';

import { each } from './valuePath';

/** A document of a YAML file, and where in the file it begins. */
export interface YamlDocument {
  readonly root: Field;
  readonly start: number;
}

/** A key of a file with what stands behind it. */
export interface FoundKey {
  readonly file: GivenFile;
  readonly field: Field;
  /** Of the key, without its quotes. */
  readonly key: OffsetRange;
  /** Where its document begins. */
  readonly start: number;
}

/** The documents of a YAML or JSON file, however broken. */
export const documentsOf = readOnce((file: GivenFile): readonly YamlDocument[] =>
  splitDocuments(textOf(file)).flatMap(({ start, text }) => {
    const parsed = parseTree({ variants: [text], ways: [], gaps: [] }, 0, text);
    return parsed.outcome === 'parsed' ? [{ root: rootField(parsed.tree), start }] : [];
  }),
);

/** The keys of a file that a path leads to; `each` stands for any item or key. */
export function keysAt(file: GivenFile, path: readonly string[]): FoundKey[] {
  return documentsOf(file).flatMap(({ root, start }) => {
    let fields = [root];
    for (const step of path) fields = fields.flatMap((field) => below(field, step));
    return fields.flatMap((field) => foundKey(file, field, start) ?? []);
  });
}

/** What a path leads to in a file, whether a key stands there or not. */
export function fieldsAt(file: GivenFile, path: readonly string[]): Field[] {
  let fields = documentsOf(file).map(({ root }) => root);
  for (const step of path) fields = fields.flatMap((field) => below(field, step));
  return fields;
}

function below(field: Field, step: string): readonly Field[] {
  if (step === each) return [...items(field), ...members(field).map(({ value }) => value)];
  const found = member(field, step);
  if (found.key) return [found];
  // A step through a list is `each`, or the number of an item.
  return items(field).filter((_, index) => String(index) === step);
}

/** A field as a key of its file; undefined for what has none. */
export function foundKey(file: GivenFile, field: Field, start: number): FoundKey | undefined {
  const range = field.key?.range;
  if (!range) return undefined;
  const text = textOf(file);
  const quote = text[start + range[0]];
  const inset = quote === '"' || quote === "'" ? 1 : 0;
  return { file, field, start, key: { start: start + range[0] + inset, end: start + range[1] - inset } };
}

/** A place in a file: the path of the key or value that stands there. */
export interface KeyPlace {
  readonly found: FoundKey;
  readonly path: readonly string[];
  readonly part: 'key' | 'value';
}

/** The key or value at an offset; undefined where there is none. */
export function placeAt(file: GivenFile, offset: number): KeyPlace | undefined {
  const document = documentsOf(file).findLast(({ start }) => start <= offset);
  const at = document && fieldAt(document.root, offset - document.start);
  if (!document || !at) return undefined;
  let { field } = at;
  // An item belongs to the key that its list stands behind.
  while (!field.key && field.parent) field = field.parent;
  const found = foundKey(file, field, document.start);
  return found && { found, path: pathOf(field).map((step) => (typeof step === 'number' ? each : step)), part: at.part };
}
