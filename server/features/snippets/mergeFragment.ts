import type { OutlineNode } from '../../yaml/typing/outline';
import { type BlockLayout, laidOut } from '../../yaml/typing/outlineLayout';
import { indexToFollow } from '../../yaml/write/keyOrder';
import { type Fragment, fragmentAt, partsOf } from './fragment';

/** Lines to be written above a line of a document. */
export interface LineInsertion {
  /** From 0, counted in the document. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** What it takes to bring a fragment into a mapping that may hold some of it already. */
export interface Merge {
  readonly insertions: readonly LineInsertion[];
  /** Lines whose empty value (`{}` or `[]`) has to go, since a block is written below. */
  readonly emptied: readonly OutlineNode[];
  /** Keys that hold another value already, which stays. */
  readonly kept: readonly string[];
}

const nothing: Merge = { insertions: [], emptied: [], kept: [] };

/** Merges a fragment into a mapping or list: what is there stays, what is missing is added where it is customary. */
export function mergeFragment(target: OutlineNode, fragment: Fragment, layout: BlockLayout): Merge {
  if (isOtherChoice(target, fragment)) return { ...nothing, kept: [target.name] };
  const column = target.children[0]?.column ?? columnBelow(target, fragment, layout);
  const own: Merge = { ...nothing, emptied: isEmptyFlow(target) ? [target] : [] };
  const merges = partsOf(fragment).map(({ node, lines }): Merge => {
    const laid = laidOut(lines, layout, column);
    if (fragment.isList) return { ...nothing, insertions: [{ line: target.lastLine + 1, lines: laid }] };
    const present = target.children.find(({ name }) => name === node.name);
    if (!present) return { ...nothing, insertions: [{ line: lineFor(target, node.name), lines: laid }] };
    const below = fragmentAt(fragment, [node.name]);
    if (below && isBlockFor(present, below)) return mergeFragment(present, below, layout);
    return { ...nothing, kept: present.value === node.value && !below ? [] : [node.name] };
  });
  return [own, ...merges].reduce((all, merge) => ({
    insertions: [...all.insertions, ...merge.insertions],
    emptied: [...all.emptied, ...merge.emptied],
    kept: [...all.kept, ...merge.kept],
  }));
}

/** Of these a probe has one. */
const handlers: readonly string[] = ['httpGet', 'tcpSocket', 'exec', 'grpc'];

/** True for a mapping that has chosen otherwise: another type, another handler. A mixture would mean neither. */
function isOtherChoice(target: OutlineNode, fragment: Fragment): boolean {
  if (fragment.isList) return false;
  const wanted = partsOf(fragment).map(({ node }) => node);
  const typeOf = (nodes: readonly OutlineNode[]) => nodes.find(({ name }) => name === 'type')?.value;
  const handlerOf = (nodes: readonly OutlineNode[]) => nodes.find(({ name }) => handlers.includes(name))?.name;
  return [typeOf, handlerOf].some((choiceOf) => {
    const made = choiceOf(target.children);
    const meant = choiceOf(wanted);
    return made !== undefined && meant !== undefined && made !== meant;
  });
}

function columnBelow(target: OutlineNode, { isList }: Fragment, layout: BlockLayout): number {
  if (target.kind === 'root') return 0;
  return target.column + (target.kind === 'item' ? 2 : isList ? layout.listIndent : layout.indent);
}

/** Where a key goes: behind the key that custom puts in front of it. */
function lineFor(target: OutlineNode, name: string): number {
  const { children } = target;
  const follows = indexToFollow(
    children.map((child) => child.name),
    name,
  );
  // The first key of a list item shares its line with the dash: nothing can be written above it.
  const previous = children[target.kind === 'item' ? Math.max(0, follows) : follows];
  return (previous ?? { lastLine: (children[0]?.line ?? target.line + 1) - 1 }).lastLine + 1;
}

function isBlockFor(present: OutlineNode, { isList }: Fragment): boolean {
  if (present.children.length > 0) return (present.children[0]?.kind === 'item') === isList;
  return present.value === '' || isEmptyFlow(present);
}

function isEmptyFlow({ value }: OutlineNode): boolean {
  return /^(?:\{\s*\}|\[\s*\]|null|~)$/.test(value);
}
