import { isScalar, type Scalar } from 'yaml';
import { rangeOfNode } from '../yaml/field/extent';
import { lineCount, lineStartAt, type OffsetRange } from '../yaml/parsing/lines';
import { holds } from '../yaml/parsing/ranges';
import { repetitionsIn } from '../yaml/read/repeatedKeys';
import type { Tree } from '../yaml/read/tree';
import { findActions, findChains } from '../yaml/templates/templateActions';
import { isTemplated } from '../yaml/templates/templates';
import type { TextFault } from './documentKind';

/** What is wrong with a document's text, and the keys above which a line `---` is missing. */
export interface TextFaults {
  readonly faults: readonly TextFault[];
  readonly separations: readonly OffsetRange[];
}

/** The faults of a document's text. */
export function textFaults(tree: Tree): TextFaults {
  const { keys, objectStarts } = repetitionsIn(tree);
  if (isTemplated(tree.source)) {
    // A template that can't be read is no fault of its author: what it writes is YAML only when rendered.
    const starts = objectStarts.length > 0 ? objectStarts.filter((key) => isCertain(tree, key)) : [];
    return { faults: starts.map(forgottenSeparator), separations: starts.map(rangeOfKey) };
  }
  const faults = [
    ...syntaxFaults(tree),
    ...objectStarts.map(forgottenSeparator),
    ...keys.map(({ key, first }) => ({
      range: rangeOfKey(key),
      message: `The key "${String(key.value)}" is written twice in one mapping, first ${distance(tree, first, key)}: kubectl keeps the last one alone`,
    })),
  ];
  return { faults, separations: objectStarts.map(rangeOfKey) };
}

/** What is told of a text that can't be read at all. */
export function unreadable(text: string, message: string): TextFault {
  return { range: { start: 0, end: text.search(/\r?\n|$/) }, message };
}

function syntaxFaults({ faults: [fault], refusal }: Tree): TextFault[] {
  if (fault) return [{ range: fault, message: `This is not valid YAML: ${fault.message}` }];
  return refusal ? [{ range: refusal, message: `kubectl refuses this: ${refusal.message}` }] : [];
}

function forgottenSeparator(key: Scalar): TextFault {
  return {
    range: rangeOfKey(key),
    message: 'A second object begins here, and no line --- stands above it: kubectl makes one object of both',
  };
}

function rangeOfKey(key: Scalar): OffsetRange {
  return rangeOfNode(key) ?? { start: 0, end: 0 };
}

function distance({ source }: Tree, first: Scalar, again: Scalar): string {
  const lines = lineCount(source.slice(rangeOfKey(first).start, rangeOfKey(again).start));
  if (lines === 0) return 'on this line';
  return lines === 1 ? 'on the line above' : `${lines} lines above`;
}

/**
 * True where a template writes two objects into one document for certain: the first one whatever its values are, and
 * nothing between them that could write a line `---`.
 */
function isCertain({ source, root }: Tree, start: Scalar): boolean {
  const actions = findActions(source);
  const { chains } = findChains(source, actions);
  const { start: offset } = rangeOfKey(start);
  const isChosen = (at: number) => chains.some((chain) => holds(chain, at));
  const isDefined = chains.some(
    (chain) => holds(chain, offset) && /^\{\{-?\s*(?:define|block)\b/.test(source.slice(chain.start, chain.start + 20)),
  );
  const above = pairsAbove(root, offset);
  return (
    !isDefined &&
    above.length > 0 &&
    above.every((at) => !isChosen(at)) &&
    !actions.some(({ role, start: at, body }) => role === 'writes' && at < offset && mayWriteMarker(source, at, body))
  );
}

/** Where the keys `apiVersion` and `kind` stand above an offset. */
function pairsAbove(root: Tree['root'], offset: number): number[] {
  if (!root || !('items' in root)) return [];
  return root.items.flatMap((pair) => {
    if (!pair || typeof pair !== 'object' || !('key' in pair) || !isScalar(pair.key)) return [];
    const { start } = rangeOfKey(pair.key);
    return start < offset && /^(?:apiVersion|kind)$/.test(String(pair.key.value)) ? [start] : [];
  });
}

/** An action that stands first on its line may write any line, unless it indents what it writes. */
function mayWriteMarker(source: string, at: number, body: string): boolean {
  if (body.includes('---')) return true;
  const isFirst = source.slice(lineStartAt(source, at), at).trim() === '';
  return isFirst && !/\bn?indent\s+[1-9]/.test(body);
}
