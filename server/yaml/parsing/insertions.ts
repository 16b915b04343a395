import { type Document, visit } from 'yaml';

/** Something put into a text so that `yaml` reads it as kubectl does. */
export interface Insertion {
  /** UTF-16 offset in the text as it was. */
  readonly at: number;
  readonly text: string;
}

/** A text with insertions, which come in its order. */
export function withInsertions(text: string, insertions: readonly Insertion[]): string {
  let result = '';
  let from = 0;
  for (const { at, text: inserted } of insertions) {
    result += text.slice(from, at) + inserted;
    from = at;
  }
  return result + text.slice(from);
}

/** Gives a document that was read from a text with insertions the offsets of the text without. */
export function restoreOffsets(document: Document.Parsed, insertions: readonly Insertion[]): void {
  const original = offsetsWithout(insertions);
  visit(document, {
    Node(_, node) {
      if (node.range) node.range = [original(node.range[0]), original(node.range[1]), original(node.range[2])];
    },
  });
  for (const error of document.errors) error.pos = [original(error.pos[0]), original(error.pos[1])];
}

function offsetsWithout(insertions: readonly Insertion[]): (offset: number) => number {
  /** Where each insertion begins in the longer text, and how much all before it have added. */
  const begins: number[] = [];
  const added: number[] = [];
  let sum = 0;
  for (const { at, text } of insertions) {
    begins.push(at + sum);
    added.push(sum);
    sum += text.length;
  }
  return (offset) => {
    let low = 0;
    let high = begins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((begins[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const last = insertions[low - 1];
    return last ? Math.max(last.at, offset - (added[low - 1] ?? 0) - last.text.length) : offset;
  };
}
