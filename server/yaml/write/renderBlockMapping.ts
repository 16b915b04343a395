import { isCollection, isScalar, type Pair, type YAMLMap } from 'yaml';
import { colonOf, endOf, startOf } from '../field/extent';
import { columnAt, lineStartAt, nextLineAt } from '../parsing/lines';
import { isNullScalar } from '../parsing/readScalar';
import { lineOutsideBefore } from '../templates/betweenActions';
import { aboveComments, insertionBehind, isFirstOnLine, lineEndAt, linesAt, wholeLines } from './editLines';
import { type Change, newValue, type PlainValue } from './edits';
import { inCustomaryOrder, indexToFollow } from './keyOrder';
import { meaningOf, meaningOfPlain, meansTheSame } from './meaning';
import { type DocumentEdit, holdsGap, keyName, leavesNothing, type Rendering, touchesTemplate } from './rendering';
import { flowText, isBlock, keyText, pairLines, replacementText, valueLines } from './writeValue';

interface AddedPair {
  readonly key: string;
  readonly value: PlainValue;
}

/** The edits of a block mapping. */
export function blockMappingEdits(
  rendering: Rendering,
  mapping: YAMLMap,
  children: ReadonlyMap<string | number, Change>,
): DocumentEdit[] | undefined {
  const edits: DocumentEdit[] = [];
  const removed = new Set<Pair>();
  const added: AddedPair[] = [];
  for (const [name, change] of children) {
    const key = String(name);
    const pair = mapping.items.findLast((candidate) => keyName(candidate.key) === key);
    if (!pair) {
      const value = newValue(change);
      if (value === undefined) return undefined;
      added.push({ key, value });
    } else if (leavesNothing(rendering, pair.value, change)) {
      // Of a key written twice the first one would come to count.
      if (mapping.items.some((other) => other !== pair && keyName(other.key) === key)) return undefined;
      removed.add(pair);
    } else {
      const changed = pairEdits(rendering, pair, change);
      if (!changed) return undefined;
      edits.push(...changed);
    }
  }
  const renamed = renamedPairs(rendering, removed, added);
  const removals = removedPairs(rendering, mapping, removed);
  const additions = addedPairs(rendering, mapping, removed, added);
  return removals && additions && [...edits, ...renamed, ...removals, ...additions];
}

/** What only gets another name keeps its place, and its comments; it counts as neither removed nor added. */
function renamedPairs(rendering: Rendering, removed: Set<Pair>, added: AddedPair[]): DocumentEdit[] {
  const edits: DocumentEdit[] = [];
  for (const pair of removed) {
    const name = keyName(pair.key);
    const index = added.findIndex(
      ({ key, value }) => isRelated(name, key) && meansTheSame(meaningOf(pair.value), meaningOfPlain(value)),
    );
    const [start, end] = [startOf(pair.key), endOf(rendering.text, pair.key)];
    const other = added[index];
    if (!other || start === undefined || end === undefined || touchesTemplate(rendering, start, end)) continue;
    if (holdsGap(rendering.open, pair)) continue;
    removed.delete(pair);
    added.splice(index, 1);
    edits.push({ start, end, newText: keyText(other.key, rendering.style) });
  }
  return edits;
}

/** `serviceAccount` and `serviceAccountName`, `beta.kubernetes.io/os` and `kubernetes.io/os`. */
function isRelated(one: string, other: string): boolean {
  const [end, otherEnd] = [one, other].map((name) => name.slice(name.lastIndexOf('/') + 1));
  return one.includes('/') ? end === otherEnd : other.startsWith(one) || one.startsWith(other);
}

function pairEdits(rendering: Rendering, pair: Pair, change: Change): DocumentEdit[] | undefined {
  const { text, source, style } = rendering;
  const { value } = pair;
  const isEmpty = isEmptyFlow(value) ? !style.isJson : isWrittenNull(value);
  if (change.kind === 'within' && isCollection(value) && !isEmpty) return rendering.within(value, change);
  const replacement = newValue(change);
  const colon = colonOf(text, pair);
  const keyStart = startOf(pair);
  if (replacement === undefined || colon === undefined || keyStart === undefined) return undefined;
  const start = startOf(value) ?? colon + 1;
  const isWritten = start > colon && (endOf(text, value) ?? 0) > start;
  // What isn't written has its place right behind the colon, before any comment.
  const end = isWritten ? (endOf(text, value) ?? start) : colon + 1;
  if (rendering.open.has(pair) || touchesTemplate(rendering, colon, end)) return undefined;
  if (change.kind === 'within' && isWritten && !isEmpty) return undefined;
  if (!isBlock(replacement)) {
    return isScalar(value) && isWritten && !isBlockScalar(value.type)
      ? [{ start, end, newText: replacementText(value, replacement, style) }]
      : [{ start: colon + 1, end, newText: ` ${flowText(replacement, style)}` }];
  }
  const lines = valueLines(replacement, columnAt(source, keyStart), style);
  const lineEnd = lineEndAt(source, end);
  const newText = lines.map((line) => style.lineEnd + line).join('');
  const insertion = { start: lineEnd, end: lineEnd, newText };
  return isWritten ? [{ start: colon + 1, end, newText: '' }, insertion] : [insertion];
}

function isEmptyFlow(value: unknown): boolean {
  return isCollection(value) && value.flow === true && value.items.length === 0;
}

function isWrittenNull(value: unknown): boolean {
  return isScalar(value) && isNullScalar(value);
}

function isBlockScalar(type: string | undefined): boolean {
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
}

function removedPairs(rendering: Rendering, mapping: YAMLMap, removed: ReadonlySet<Pair>): DocumentEdit[] | undefined {
  const { text, source } = rendering;
  const edits: DocumentEdit[] = [];
  const firstKept = mapping.items.findIndex((pair) => !removed.has(pair));
  for (const [index, pair] of mapping.items.entries()) {
    if (!removed.has(pair)) continue;
    const start = startOf(pair);
    const end = endOf(text, pair);
    if (start === undefined || end === undefined || holdsGap(rendering.open, pair)) return undefined;
    if (isFirstOnLine(source, start)) {
      const leads = () => leadsOthers(rendering, mapping.items.slice(index), removed);
      const lines = wholeLines(rendering, { start, end }, leads);
      if (!lines) return undefined;
      edits.push(...lines);
      continue;
    }
    // The pair stands behind a dash: the next one that stays moves up to it.
    const next = mapping.items[firstKept];
    const nextStart = startOf(next);
    if (index > 0 || nextStart === undefined) return undefined;
    const lastRemovedEnd = endOf(text, mapping.items[firstKept - 1]) ?? end;
    if (/\S/.test(text.slice(lastRemovedEnd, nextStart)) || touchesTemplate(rendering, start, nextStart))
      return undefined;
    edits.push({ start, end: nextStart, newText: '' });
  }
  return edits;
}

/** Whether a plain value that stays stands right below the first of some pairs, or below those after it that go. */
function leadsOthers({ text, source }: Rendering, pairs: readonly Pair[], removed: ReadonlySet<Pair>): boolean {
  let end = endOf(text, pairs[0]);
  for (const pair of pairs.slice(1)) {
    const start = startOf(pair);
    if (end === undefined || start === undefined || lineStartAt(source, start) !== nextLineAt(source, end))
      return false;
    if (!removed.has(pair)) return isScalar(pair.value);
    end = endOf(text, pair);
  }
  return false;
}

function addedPairs(
  rendering: Rendering,
  mapping: YAMLMap,
  removed: ReadonlySet<Pair>,
  added: readonly AddedPair[],
): DocumentEdit[] | undefined {
  const { source, style, template } = rendering;
  const first = startOf(mapping.items[0]);
  if (added.length === 0) return [];
  if (first === undefined) return undefined;
  const column = columnAt(source, first);
  const staying = mapping.items.filter((pair) => !removed.has(pair));
  const neighbours = staying.length > 0 ? staying : mapping.items;
  const places = new Map<number, string[]>();
  const order = inCustomaryOrder(added.map(({ key }) => key));
  for (const { key, value } of added.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))) {
    const follows = indexToFollow(
      neighbours.map((pair) => keyName(pair.key)),
      key,
    );
    const joined = { start: first, column };
    const above = follows < 0 && isFirstOnLine(source, first) ? aboveComments(source, first, column) : undefined;
    const before = above !== undefined && template ? lineOutsideBefore(template, above, joined) : above;
    const place = before ?? insertionBehind(rendering, neighbours[Math.max(0, follows)], joined);
    if (place === undefined) return undefined;
    places.set(place, [...(places.get(place) ?? []), ...pairLines(key, value, column, style)]);
  }
  return [...places].map(([place, lines]) => linesAt(rendering, place, lines));
}
