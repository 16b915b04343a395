import type { Surroundings } from '../../lint/surroundings';
import type { IndexedFile } from '../objects/indexedFile';
import { type Layout, layoutOf } from '../objects/layout';
import { type ObjectIndex, objectIndex } from '../objects/objectIndex';
import type { Asked } from './asked';
import { changesBetween } from './changes';
import { concernedBy } from './concernedBy';
import { type FileFacts, tellsNothing } from './fileFacts';
import { isLaidOutAnew, layoutOfFiles } from './filesLayout';

/** All that is known of files that are judged among each other. */
export interface Neighbours {
  /** False where there may be files that nobody can read. */
  readonly isWhole: boolean;
  readonly files: Map<string, FileFacts>;
  readonly index: ObjectIndex;
  /** What the rules of files have asked about, by the files' URIs. */
  readonly views: Map<string, View>;
  /** The files that may be judged otherwise than before. */
  readonly concerned: Set<string>;
  /** Files whose facts the index has not taken in yet. */
  readonly unsettled: Set<string>;
  /** Undefined while it has to be found out anew. */
  layout: Layout | undefined;
  /** How many files there are that hide objects. */
  hiding: number;
  /** True for less than two files with objects: what one lacks usually stands in another one, wherever that is. */
  isLone: boolean;
}

/** What a file's rules have asked about others. */
export interface View {
  readonly asked: Asked;
  readonly surroundings: Surroundings | undefined;
}

/** No files yet. */
export function noNeighbours(isWhole: boolean): Neighbours {
  return {
    isWhole,
    files: new Map(),
    index: objectIndex(),
    views: new Map(),
    concerned: new Set(),
    unsettled: new Set(),
    layout: undefined,
    hiding: 0,
    isLone: true,
  };
}

/** A file tells something else than before; undefined if it is gone. */
export function setFacts(neighbours: Neighbours, uri: string, told: FileFacts | undefined): void {
  const { files, unsettled } = neighbours;
  const facts = told && tellsNothing(told) ? undefined : told;
  const before = files.get(uri);
  if (facts === undefined && before === undefined) return;
  if (isLaidOutAnew(uri, before, facts)) neighbours.layout = undefined;
  const wereHidden = neighbours.hiding > 0;
  neighbours.hiding += Number(facts?.hidesObjects ?? false) - Number(before?.hidesObjects ?? false);
  // What nobody sees may be whatever any file misses.
  if (wereHidden !== neighbours.hiding > 0) neighbours.layout = undefined;
  if (facts) files.set(uri, facts);
  else files.delete(uri);
  unsettled.add(uri);
}

/** What a file tells, as it is laid out among the others. */
export function indexedFile(
  { isWhole, hiding }: Neighbours,
  facts: FileFacts,
  { standingOf, isInPart }: Layout,
): IndexedFile {
  return {
    uri: facts.uri,
    standing: facts.isTemplate ? 'template' : standingOf(facts.uri),
    isInPart: !isWhole || hiding > 0 || isInPart(facts.uri),
    objects: facts.objects,
  };
}

/** Has the index take in what it can before all files are known. */
export function prepare(neighbours: Neighbours): void {
  const { files, index, unsettled, layout = unlaid } = neighbours;
  for (const uri of unsettled) {
    const facts = files.get(uri);
    put(index, uri, facts && indexedFile(neighbours, facts, layout));
  }
  unsettled.clear();
}

/** Has the index say what the files say now, and finds out whom that concerns. */
export function settle(neighbours: Neighbours): Layout {
  const { files, index, unsettled, layout: known } = neighbours;
  const layout = known ?? layoutOfFiles(files.values());
  const uris = known ? [...unsettled] : new Set([...files.keys(), ...unsettled]);
  neighbours.layout = layout;
  unsettled.clear();
  for (const uri of uris) {
    const facts = files.get(uri);
    replace(neighbours, uri, facts && indexedFile(neighbours, facts, layout));
  }
  const wasLone = neighbours.isLone;
  neighbours.isLone = index.count() < 2;
  if (wasLone !== neighbours.isLone) for (const { uri } of index.files()) renew(neighbours, uri);
  return layout;
}

/** The files that may be judged otherwise than before, since this was asked last. */
export function takeConcerned(neighbours: Neighbours): ReadonlySet<string> {
  settle(neighbours);
  const taken = new Set(neighbours.concerned);
  neighbours.concerned.clear();
  return taken;
}

/** Has the index know a file as it is now, and finds out whom that concerns. */
function replace(neighbours: Neighbours, uri: string, now: IndexedFile | undefined): void {
  const { index, views, concerned } = neighbours;
  const before = index.get(uri);
  if (before && now && isUntouched(before, now)) return;
  if (views.size === 0) {
    // Nobody has asked anything yet.
    put(index, uri, now);
    concerned.add(uri);
    return;
  }
  const changes = changesBetween(before, now);
  if (changes.state === 'same') {
    if (before && now) replaceSame(neighbours, before, now);
    return;
  }
  const after = now && { ...now, objects: changes.objects };
  put(index, uri, after);
  renew(neighbours, uri);
  for (const other of concernedBy({ uri, before, after, changes }, index, views)) renew(neighbours, other);
}

/** A file whose objects say the same, and may stand elsewhere in it. */
function replaceSame(neighbours: Neighbours, before: IndexedFile, now: IndexedFile): void {
  const { index, views } = neighbours;
  const { uri } = now;
  if (before.isInPart !== now.isInPart) {
    index.set({ ...now, objects: index.entriesOf(uri) });
    renew(neighbours, uri);
  }
  if (!index.move(uri, now.objects)) return;
  for (const [other, { asked }] of [...views]) if (asked.related.has(uri)) renew(neighbours, other);
}

/** A file is to be judged anew. */
function renew({ views, concerned }: Neighbours, uri: string): void {
  views.delete(uri);
  concerned.add(uri);
}

function put(index: ObjectIndex, uri: string, file: IndexedFile | undefined): void {
  if (file && file.objects.length > 0) index.set(file);
  else index.delete(uri);
}

function isUntouched(before: IndexedFile, now: IndexedFile): boolean {
  return before.objects === now.objects && before.standing === now.standing && before.isInPart === now.isInPart;
}

/** The layout of files among which nothing lays others out. */
const unlaid = layoutOf([], new Map());
