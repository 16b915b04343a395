import { isMap, isSeq } from 'yaml';
import { readOnce } from '../../readOnce';
import { startOf } from '../field/extent';
import { lineStartAt, nextLineAt } from '../parsing/lines';
import { encloses, indexFrom, isInside, overlap, reaches, touch } from '../parsing/ranges';
import { parseTree, type Tree } from '../read/tree';
import { indentOf, ownerOf } from '../templates/branches';
import type { Chain } from '../templates/templateActions';
import { type MaskedText, maskedAlong, readTemplate, type Template } from '../templates/templates';
import { settings, switchesIn, type Way, withSwitch } from '../templates/templateWays';
import type { Change } from './edits';
import { changedMeaning, meaningOf, meansTheSame } from './meaning';
import { type DocumentEdit, keyName } from './rendering';

/** An edit whose place more switches decide about is not made: their settings are too many to look at. */
const mostSwitches = 5;

/** How many characters the ways may have that an edit is tried on, and how many ways are tried whatever their size: nobody shall wait. */
const mostRead = 150_000;
const fewWays = 8;

/** What edits lead to. */
export interface EditedText {
  readonly text: string;
  /** The same as it is parsed in the way of the tree that was edited. */
  readonly masked: MaskedText;
}

/**
 * True if text edits do what a change says on every way through the branches of a template: where what the change is about
 * stands there it happens and nothing else does, and where it doesn't nothing happens.
 *
 * @param after what the edits lead to
 */
export function holdsOnEveryWay(
  tree: Tree,
  change: Change,
  edits: readonly DocumentEdit[],
  after: EditedText,
): boolean {
  const template = tree.template;
  if (!template || template.chains.length + template.gaps.length === 0) return true;
  // Of what can't be read on one way nobody knows what it is on another.
  if (tree.faults.length > 0) return false;
  const ways = waysAcross(template, tree.way ?? new Map(), edits);
  if (!ways) return false;
  const { text, masked } = after;
  const edited = masked.template ?? readTemplate(text);
  return ways.every((way) => {
    const before = treeAlong(tree, way);
    const parsed = parseTree(maskedAlong(edited, [way]), 0, text);
    if (!before || parsed.outcome === 'refused' || parsed.tree.faults.length > before.faults.length) return false;
    const along = changeAlong(before, tree.root, before.root, ofSameObject(tree.root, before.root, change));
    if (along === 'unknown') return false;
    const meaning = knownMeaning(before);
    const wanted = along ? changedMeaning(meaning, along) : meaning;
    return (
      wanted !== undefined &&
      meansTheSame(wanted, meaningOf(parsed.tree.root)) &&
      openPlaces(before).join('\n') === openPlaces(parsed.tree).join('\n')
    );
  });
}

/** A change without what it does to keys of the document that aren't there: another branch writes another object. */
function ofSameObject(own: unknown, other: unknown, change: Change): Change {
  if (change.kind !== 'within' || !isMap(own)) return change;
  const keyStart = (node: unknown, key: string | number) =>
    isMap(node) ? startOf(node.items.findLast((pair) => keyName(pair.key) === key)) : undefined;
  const kept = [...change.children].filter(([key]) => keyStart(own, key) === keyStart(other, key));
  return { kind: 'within', children: new Map(kept) };
}

const knownMeaning = readOnce(({ root }: Tree) => meaningOf(root));

const treesAlong = readOnce((_: Tree) => new Map<string, Tree | undefined>());

function treeAlong(tree: Tree, way: Way): Tree | undefined {
  const template = tree.template;
  const known = treesAlong(tree);
  const name = JSON.stringify([...way].filter(([, on]) => !on).sort());
  if (!known.has(name)) {
    const parsed = template && parseTree(maskedAlong(template, [way]), 0, tree.source);
    known.set(name, parsed?.outcome === 'parsed' ? parsed.tree : undefined);
  }
  return known.get(name);
}

/**
 * The ways on which the conditions around each edit are in all their settings; conditions of places that share nothing are
 * set together. Undefined if there are too many.
 */
function waysAcross(template: Template, base: Way, edits: readonly DocumentEdit[]): Way[] | undefined {
  const ways: Way[] = [];
  const known = new Set<string>();
  for (const edit of edits) {
    const { names, around } = switchesAround(template, edit);
    if (names.length > mostSwitches) return undefined;
    const set = [names.toSorted(), around.toSorted()].join('\n\n');
    if (known.has(set)) continue;
    known.add(set);
    for (const inside of settings(names)) {
      // What stands around the place is written as it is on the way that the edit was made on.
      const setting = around.reduce<Way>(
        (full, name) => withSwitch(full, name, base.get(name) ?? true) ?? full,
        inside,
      );
      const index = ways.findIndex((way) => combined(way, setting));
      const way = combined(ways[index] ?? new Map(), setting);
      if (!way) return undefined;
      if (index < 0) ways.push(way);
      else ways[index] = way;
    }
    if (ways.length > Math.max(fewWays, mostRead / template.text.length)) return undefined;
  }
  return ways.map((way) => [...base].reduce<Way>((full, [name, on]) => withSwitch(full, name, on) ?? full, way));
}

function combined(way: Way, setting: Way): Way | undefined {
  return [...setting].reduce<Way | undefined>((met, [name, on]) => met && withSwitch(met, name, on), way);
}

/**
 * The switches that decide what an edit meets in the collection that it changes, and those around the collection: without
 * them it isn't there.
 */
function switchesAround(
  template: Template,
  { start, end, newText }: DocumentEdit,
): { readonly names: readonly string[]; readonly around: readonly string[] } {
  const text = template.masked;
  const written = /^[^\S\r\n]*(?=\S)/m.exec(newText)?.[0].length;
  const column = newText.includes('\n') && written !== undefined ? written : columnOfLine(text, start);
  const owner = ownerOf(template, lineStartAt(text, start), column);
  const region = { start: owner, end: endOfBlock(text, end, column) };
  const keys = [...newText.matchAll(/^[ \t]*(?:-[ \t]+)?["']?([\w./-]+)["']?:(?:\s|$)/gm)].map(([, key = '']) => key);
  const first = firstLineOf(text, owner, column);
  const isAround = ({ branches }: Chain) => {
    const branch = branches[indexFrom(branches, owner)];
    return branch !== undefined && encloses(branch, { start: owner, end: Math.max(end, owner) });
  };
  const decides = (chain: Chain) => {
    if (!overlap(chain, region) || isAround(chain)) return false;
    if (touch(chain, { start, end })) return true;
    if (first !== undefined && reaches(chain, first)) return true;
    const within = text.slice(chain.start, chain.end);
    if (keys.some((key) => within.includes(key))) return true;
    return template.gaps.some(({ offset, column: own }) => isInside(chain, offset) && own <= column);
  };
  return {
    names: [...switchesIn(template.chains, decides).keys()],
    around: [...switchesIn(template.chains, isAround).keys()],
  };
}

function columnOfLine(text: string, offset: number): number {
  const line = lineStartAt(text, offset);
  return Math.max(0, text.slice(line, nextLineAt(text, line)).search(/\S/));
}

function endOfBlock(text: string, offset: number, column: number): number {
  let line = nextLineAt(text, offset);
  while (line < text.length) {
    const indent = indentOf(text, line);
    if (indent !== undefined && indent < column) return line;
    line = nextLineAt(text, line);
  }
  return text.length;
}

/** The first line below an owner that stands at a column. */
function firstLineOf(text: string, owner: number, column: number): number | undefined {
  if (text.charAt(owner) === '-') return undefined;
  for (let line = nextLineAt(text, owner); line < text.length; line = nextLineAt(text, line)) {
    const indent = indentOf(text, line);
    if (indent === column) return line;
    if (indent !== undefined && indent < column) return undefined;
  }
  return undefined;
}

/**
 * A change of one way's tree as it has to happen in another's: places are the same where they stand at the same offset.
 * Undefined if nothing of it is there, *unknown* if it would write into what a template fills in.
 */
function changeAlong(other: Tree, own: unknown, node: unknown, change: Change): Change | 'unknown' | undefined {
  if (change.kind !== 'within') return change;
  const children = new Map<string | number, Change>();
  for (const [key, child] of change.children) {
    const found = typeof key === 'number' ? itemAlong(own, node, key) : pairAlong(own, node, key);
    if (!found) {
      if (child.kind === 'within') {
        const ownValue = memberOf(own, key);
        // Of what isn't there only what would have to be added is left.
        const added =
          ownValue === undefined ? child : isSeq(own) ? undefined : changeAlong(other, ownValue, undefined, child);
        if (added === 'unknown') return added;
        if (added) children.set(key, added);
      }
      continue;
    }
    if (found.isNew && other.open.has(node)) return 'unknown';
    const along = changeAlong(other, found.own, found.node, child);
    if (along === 'unknown') return along;
    if (along) children.set(found.key, along);
  }
  return children.size > 0 ? { kind: 'within', children } : undefined;
}

interface Along {
  readonly key: string | number;
  readonly own: unknown;
  readonly node: unknown;
  readonly isNew: boolean;
}

function pairAlong(own: unknown, node: unknown, key: string): Along | undefined {
  const pair = isMap(own) ? own.items.findLast((candidate) => keyName(candidate.key) === key) : undefined;
  const other = isMap(node) ? node.items.findLast((candidate) => keyName(candidate.key) === key) : undefined;
  if (!pair) return { key, own: undefined, node: other?.value, isNew: true };
  if (!other) return undefined;
  if (startOf(other) !== startOf(pair) && !isMap(other.value)) return undefined;
  return { key, own: pair.value, node: other.value, isNew: false };
}

function itemAlong(own: unknown, node: unknown, index: number): Along | undefined {
  const length = isSeq(own) ? own.items.length : 0;
  const items = isSeq(node) ? node.items : [];
  if (index >= length) return { key: items.length + index - length, own: undefined, node: undefined, isNew: true };
  const item = isSeq(own) ? own.items[index] : undefined;
  const found = items.findIndex((candidate) => startOf(candidate) === startOf(item));
  return found < 0 ? undefined : { key: found, own: item, node: items[found], isNew: false };
}

function memberOf(node: unknown, key: string | number): unknown {
  if (isSeq(node)) return node.items[Number(key)];
  return isMap(node) ? node.items.findLast((pair) => keyName(pair.key) === key)?.value : undefined;
}

/** The keys that lead to each place that a template adds to. */
function openPlaces({ root, open }: Tree): string[] {
  const places: string[] = [];
  const visit = (node: unknown, path: string) => {
    if (open.has(node)) places.push(path);
    if (isMap(node)) {
      for (const pair of node.items) {
        const below = `${path}.${keyName(pair.key)}`;
        if (open.has(pair)) places.push(`${below}:`);
        visit(pair.value, below);
      }
    }
    if (isSeq(node)) for (const item of node.items) visit(item, `${path}[]`);
  };
  if (open.size > 0) visit(root, '');
  return places.sort();
}
