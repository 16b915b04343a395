import { readOnce } from '../../../readOnce';
import { type Field, items, member, type Path, rootField } from '../../../yaml/field/field';
import { fieldAt } from '../../../yaml/field/fieldAt';
import type { OffsetRange } from '../../../yaml/parsing/lines';
import { holds } from '../../../yaml/parsing/ranges';
import { splitDocuments } from '../../../yaml/read/documents';
import { parseTree, type Tree } from '../../../yaml/read/tree';
import { maskedText } from '../../../yaml/templates/templates';
import { parseTemplate } from '../../charts/language/parser';
import type { SourceFile } from '../../charts/origins/source';

/** A part of a file that is read as YAML around its actions: a document, or what a `define` writes. */
interface Part extends OffsetRange {
  /** One for each way through its branches. */
  readonly trees: () => readonly Tree[];
}

/** A field as it is written in a file. */
export interface WrittenField {
  readonly field: Field;
  readonly file: SourceFile;
  /** Where its tree begins in the file. */
  readonly start: number;
}

/** The field whose key or value stands at an offset of a file, on each way through the branches that writes it. */
export function fieldsWrittenAt(file: SourceFile, offset: number): WrittenField[] {
  const part = partsOf(file).findLast((one) => holds(one, offset));
  if (!part) return [];
  const found = part.trees().flatMap((tree) => {
    const at = fieldAt(rootField(tree), offset - part.start);
    return at ? [{ field: at.field, file, start: part.start }] : [];
  });
  return found.slice(0, mostWays);
}

const mostWays = 2;

/** What a path of a values file leads to: as far as it is written, and the steps that are left. */
export function fieldOfValues(
  file: SourceFile,
  path: readonly string[],
): (WrittenField & { readonly rest: Path }) | undefined {
  let best: (WrittenField & { readonly rest: Path }) | undefined;
  for (const { start, trees } of partsOf(file)) {
    const [tree] = trees();
    if (!tree) continue;
    const reached = nearest(rootField(tree), path);
    if (!best || reached.rest.length < best.rest.length) best = { ...reached, file, start };
  }
  return best;
}

/** As far as a path is written, and what is left of it. Items of lists go by numbers. */
export function nearest(root: Field, path: Path): { readonly field: Field; readonly rest: Path } {
  let field = root;
  for (const [depth, step] of path.entries()) {
    const listed = items(field);
    const next = listed.length > 0 ? listed[Number(step)] : member(field, String(step));
    if (!next || (next.node === undefined && !next.key)) return { field, rest: path.slice(depth) };
    field = next;
  }
  return { field, rest: [] };
}

const partsOf = readOnce((file: SourceFile): readonly Part[] => {
  const documents = splitDocuments(file.text).map(({ start, text }) => part(start, text));
  if (!file.text.includes('define')) return documents;
  const { templates = [] } = parseTemplate(file.path, file.text, () => true);
  const bodies = templates.flatMap(({ name, start, end }) => {
    if (name === file.path) return [];
    const from = file.text.indexOf('}}', start) + 2;
    const to = file.text.lastIndexOf('{{', end - 1);
    return from > 1 && to > from ? [part(from, file.text.slice(from, to))] : [];
  });
  return [...documents, ...bodies];
});

function part(start: number, text: string): Part {
  let read: readonly Tree[] | undefined;
  return {
    start,
    end: start + text.length,
    trees() {
      read ??= treesOf(text);
      return read;
    },
  };
}

function treesOf(text: string): Tree[] {
  const masked = maskedText(text);
  return masked.variants.flatMap((_, variant) => {
    const parsed = parseTree(masked, variant, text);
    return parsed.outcome === 'parsed' ? parsed.tree : [];
  });
}
