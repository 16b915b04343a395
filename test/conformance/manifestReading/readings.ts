import { isMap, isSeq } from 'yaml';
import { type Field, items, members, rootField, scalarOf } from '../../../server/yaml/field/field';
import { readScalar } from '../../../server/yaml/parsing/readScalar';
import { splitDocuments } from '../../../server/yaml/read/documents';
import { parseTree } from '../../../server/yaml/read/tree';
import { maskedText } from '../../../server/yaml/templates/templates';

/** What a text holds: its documents but null, and why it can't be read to its end. */
export interface Reading {
  readonly documents: readonly unknown[];
  /** Empty where everything was read. */
  readonly refused: string;
}

/** A reading of ours, with the offset of the fault at which it stops. */
export interface OwnReading extends Reading {
  readonly at: number;
}

/** A text as this project reads it, up to the first document that kubectl would not take. */
export function ourReading(text: string): OwnReading {
  const documents: unknown[] = [];
  for (const document of splitDocuments(text)) {
    const parsed = parseTree(maskedText(document.text), 0, document.text);
    if (parsed.outcome === 'refused') return { documents, refused: parsed.message, at: document.start };
    const { tree } = parsed;
    const fault = tree.faults[0] ?? tree.refusal;
    if (fault) return { documents, refused: fault.message, at: document.start + fault.start };
    const root = rootField(tree);
    if (tree.isStream) documents.push(...items(root).map(asRead));
    else if (root.state !== 'absent') documents.push(asRead(root));
  }
  return { documents, refused: '', at: text.length };
}

function asRead(field: Field): unknown {
  if (isSeq(field.node)) return items(field).map(asRead);
  if (isMap(field.node)) {
    return Object.fromEntries(members(field).map(({ name, value }) => [keyOf(value) ?? name, asRead(value)]));
  }
  const scalar = scalarOf(field);
  return scalar === undefined || scalar.type === 'null' ? null : scalar.value;
}

/** A key as JSON writes it: kubectl reads keys as it reads values. */
function keyOf({ key }: Field): string | undefined {
  const scalar = key && readScalar(key);
  return scalar === undefined || scalar.type === 'null' ? undefined : String(scalar.value);
}
