import assert from 'node:assert/strict';
import { parseTree, type Tree } from '../../../server/yaml/read/tree';
import { maskedText } from '../../../server/yaml/templates/templates';
import type { Edit } from '../../../server/yaml/write/edits';
import { applyTextEdits, renderEdits } from '../../../server/yaml/write/renderEdits';

/** The tree of a document that is not refused. */
export function treeOf(text: string, variant = 0): Tree {
  const parsed = parseTree(maskedText(text), variant, text);
  if (parsed.outcome === 'refused') assert.fail(parsed.message);
  return parsed.tree;
}

/** A document after some edits; undefined where they are refused. */
export function edited(text: string, ...edits: readonly Edit[]): string | undefined {
  const textEdits = renderEdits(treeOf(text), edits);
  return textEdits && applyTextEdits(text, textEdits);
}

/** Lines joined to a text that ends with a line end. */
export function lines(...written: readonly string[]): string {
  return written.map((line) => `${line}\n`).join('');
}
